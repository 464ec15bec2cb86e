import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { z } from 'zod';

const startedSchema = z.object({
  url: z.string(),
  controlUrl: z.string(),
  region: z.string(),
  buckets: z.array(z.string()),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
});

it('runs as a program: one line says where and for whom, and it ends when told to', async () => {
  const main = join(import.meta.dirname, 'main.ts');
  const program = spawn(
    process.execPath,
    ['--import', 'tsx', main, '--keys', '3000', '--shape', 'uuids', '--shape', 'folder', '--prebuilt'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(program, 'exit');
  try {
    const [line] = await once(createInterface(program.stdout), 'line');
    const { url, controlUrl, region, buckets, accessKeyId, secretAccessKey } = startedSchema.parse(
      JSON.parse(String(line)),
    );
    expect(buckets).toEqual(['nordlys-media', 'uuids', 'folder']);
    const client = new S3Client({
      endpoint: url,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
    });
    for (const Bucket of buckets) {
      const page = await client.send(new ListObjectsV2Command({ Bucket }));
      expect(page.KeyCount).toBe(1_000);
    }
    client.destroy();
    const log: unknown = await (await fetch(`${controlUrl}/log`)).json();
    expect(log).toMatchObject({ entries: buckets.map((bucket) => ({ bucket, status: 200 })) });
  } finally {
    program.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
});
