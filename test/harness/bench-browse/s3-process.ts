import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Milliseconds } from '../../../src/shared/units.ts';

/** A server whose one bucket is listed. */
export interface ListedServer {
  readonly url: string;
  readonly region: string;
  readonly bucket: string;
  readonly keys: number;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Makes every page take so long. */
  readonly delayPages: (ms: Milliseconds) => Promise<void>;
  /** Listing requests since the last time; null where the server does not tell. */
  readonly requests: () => Promise<number | null>;
  readonly close: () => Promise<void>;
}

/** The embedded S3 in a process of its own, so that what it does costs the measured process nothing. */
export interface S3Process extends ListedServer {
  readonly requests: () => Promise<number>;
}

const root = resolve(import.meta.dirname, '../../..');
const told = z.object({
  url: z.string(),
  controlUrl: z.string(),
  region: z.string(),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
});
const logged = z.object({ entries: z.array(z.object({ operation: z.string() })) });

/** Starts it with one bucket of so many keys, whose pages are written beforehand. */
export async function startS3Process(
  keys: number,
  shape: 'archive' | 'uuids' | 'folder' = 'archive',
): Promise<S3Process> {
  const program = ['test/simulators/s3/main.ts', '--keys', String(keys), '--shape', shape, '--prebuilt'];
  const child = spawn(process.execPath, ['--import', 'tsx', ...program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([once(lines, 'line'), exited.then(() => ['null'])]);
  const { controlUrl, ...server } = told.parse(JSON.parse(String(line)));
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${controlUrl}/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`The S3 process refused ${method} ${path}: ${await response.text()}`);
    return response.json();
  };
  return {
    ...server,
    bucket: shape,
    keys,
    delayPages: async (pageDelayMs) => void (await control('PATCH', 'faults', { pageDelayMs })),
    async requests() {
      const { entries } = logged.parse(await control('GET', 'log'));
      await control('DELETE', 'log');
      return entries.filter(({ operation }) => operation === 'ListObjectsV2').length;
    },
    async close() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
