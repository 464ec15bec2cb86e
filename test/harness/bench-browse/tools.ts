import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { ListedServer } from './s3-process.ts';

/** A program that people list buckets with, where it is installed. */
export interface Tool {
  readonly name: string;
  /** Lists a bucket in a process of its own; resolves when it has ended. */
  readonly list: (server: ListedServer) => Promise<void>;
}

const run = promisify(execFile);

/** How each of them lists everything, one line for each key. */
const ways: Readonly<
  Record<string, (server: ListedServer) => { args: string[]; env: Record<string, string> }>
> = {
  rclone: ({ url, region, bucket, accessKeyId, secretAccessKey }) => ({
    args: ['lsf', '--recursive', '--files-only', '--fast-list', `bench:${bucket}`],
    env: {
      RCLONE_CONFIG: '/dev/null',
      RCLONE_CONFIG_BENCH_TYPE: 's3',
      RCLONE_CONFIG_BENCH_PROVIDER: 'Other',
      RCLONE_CONFIG_BENCH_ENDPOINT: url,
      RCLONE_CONFIG_BENCH_REGION: region,
      RCLONE_CONFIG_BENCH_LIST_VERSION: '2',
      RCLONE_CONFIG_BENCH_ACCESS_KEY_ID: accessKeyId,
      RCLONE_CONFIG_BENCH_SECRET_ACCESS_KEY: secretAccessKey,
    },
  }),
  aws: ({ url, region, bucket, accessKeyId, secretAccessKey }) => ({
    args: ['s3', 'ls', '--recursive', '--endpoint-url', url, `s3://${bucket}`],
    env: {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_DEFAULT_REGION: region,
      AWS_CONFIG_FILE: '/dev/null',
    },
  }),
  s3cmd: ({ url, region, bucket, accessKeyId, secretAccessKey }) => ({
    args: [
      'ls',
      '--recursive',
      '--no-ssl',
      '--config=/dev/null',
      `--region=${region}`,
      `--host=${new URL(url).host}`,
      `--host-bucket=${new URL(url).host}`,
      `--access_key=${accessKeyId}`,
      `--secret_key=${secretAccessKey}`,
      `s3://${bucket}`,
    ],
    env: {},
  }),
};

/** The tools that are installed here and run; a shim that stands for none does not count. */
export async function installedTools(): Promise<readonly Tool[]> {
  const found = await Promise.all(
    Object.keys(ways).map(async (name) => [name, await working(name)] as const),
  );
  return found.flatMap(([name, path]) =>
    path === null ? [] : [{ name, list: (server: ListedServer) => listBy(name, path, server) }],
  );
}

async function working(name: string): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      await run(path, ['--version']);
      return path;
    } catch {
      // Not there, or not what it says it is: the next folder may have it.
      continue;
    }
  }
  return null;
}

/** What this machine's own setup says of AWS is not for a server on loopback. */
const withoutAws = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('AWS_')));

async function listBy(name: string, path: string, server: ListedServer): Promise<void> {
  const way = ways[name]?.(server);
  if (way === undefined) throw new Error(`Nobody knows how ${name} lists`);
  const child = spawn(path, way.args, {
    env: { ...withoutAws(process.env), ...way.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 || lines !== server.keys)
    throw new Error(`${name} ended with ${String(code)} after ${lines} keys of ${server.keys}`);
}
