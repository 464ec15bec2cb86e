import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

/** What a second start tells the first. */
export interface SecondStart {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly additionalData: unknown;
}

/** Electron's instance lock, across real processes. */
export interface InstanceLock {
  readonly held: () => boolean;
  readonly release: () => void;
}

/**
 * Takes the lock of a profile, or tells its holder of this start. Electron's call is synchronous, so both are done
 * with files: a lock with the holder's process id, and a folder of messages that the holder watches. The lock of a
 * process that no longer exists is taken over.
 */
export function takeInstanceLock(
  userData: string,
  start: SecondStart,
  onSecondStart: (start: SecondStart) => void,
): InstanceLock {
  const inbox = join(userData, 'chromium-host-starts');
  const lockFile = join(userData, 'chromium-host-lock');
  mkdirSync(inbox, { recursive: true });
  if (!writeLock(lockFile)) {
    const name = join(inbox, `${process.pid}-${Date.now()}`);
    writeFileSync(`${name}.part`, JSON.stringify(start));
    renameSync(`${name}.part`, `${name}.json`);
    return { held: () => false, release: () => undefined };
  }
  const takeMessages = (): void => {
    for (const name of readdirSync(inbox).filter((entry) => entry.endsWith('.json'))) {
      const path = join(inbox, name);
      // Written by this same function in another process.
      const message = JSON.parse(readFileSync(path, 'utf8')) as SecondStart;
      rmSync(path);
      onSecondStart(message);
    }
  };
  const watcher = watch(inbox, takeMessages);
  let held = true;
  return {
    held: () => held,
    release() {
      if (!held) return;
      held = false;
      watcher.close();
      rmSync(lockFile, { force: true });
    },
  };
}

function writeLock(lockFile: string): boolean {
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (isAlive(Number(readFileSync(lockFile, 'utf8')))) return false;
      rmSync(lockFile, { force: true });
    }
  }
}
