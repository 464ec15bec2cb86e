import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Longest that a daemon may take to end by itself, in milliseconds; what it stores is thrown away anyway. */
const ENDING_MS = 2_000;

/** A program in the foreground, whose words go to a file. */
export interface Daemon {
  readonly name: string;
  /** Throws with the last words when it has ended by itself. */
  readonly assertAlive: () => void;
  readonly end: () => Promise<void>;
}

/** Starts a program that dies with this process, also when this process is killed. */
export function startDaemon(name: string, command: readonly string[], logFile: string): Daemon {
  const log = openSync(logFile, 'a');
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...command], {
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    name,
    assertAlive() {
      if (isRunning(child)) return;
      const words = readFileSync(logFile, 'utf8').trim().split('\n').slice(-20).join('\n');
      throw new Error(`${name} ended by itself:\n${words}`);
    },
    async end() {
      if (!isRunning(child)) return;
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(ENDING_MS, undefined, { ref: false })]);
      if (isRunning(child)) child.kill('SIGKILL');
      await ended;
    },
  };
}

const isRunning = ({ pid, exitCode, signalCode }: ChildProcess): boolean =>
  pid !== undefined && exitCode === null && signalCode === null;

/** A loopback port that is free now, for programs that cannot be told to choose one and say which. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return address.port;
}
