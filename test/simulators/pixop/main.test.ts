import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { clientOf, signal } from './test-platform.ts';

const startedSchema = z.object({
  url: z.string(),
  apiKey: z.string(),
  controlUrl: z.string(),
  controlToken: z.string(),
});

it('runs as a program with its own S3: one line says where and for whom, and it ends when told to', async () => {
  const main = join(import.meta.dirname, 'main.ts');
  const program = spawn(process.execPath, ['--import', 'tsx', main], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  try {
    const [line] = await once(createInterface(program.stdout), 'line');
    const started = startedSchema.parse(JSON.parse(String(line)));
    const client = clientOf(started, started.apiKey);
    const { defaultTeam } = await client.account(signal);
    const [location] = await client.inputLocations(defaultTeam.teamId, signal);
    const fact = await client.submitImport(
      {
        inputLocationId: location?.locationId ?? '',
        teamId: defaultTeam.teamId,
        fullIngestion: false,
        body: { name: 'One', objectKey: 'rushes/B014/B014_C0001.mp4' },
      },
      signal,
    );
    expect(fact).toMatchObject({ kind: 'answered', status: 202 });
  } finally {
    program.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
});
