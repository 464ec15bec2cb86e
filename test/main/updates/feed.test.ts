import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { feedAddress } from '../../../src/main/updates/feed.ts';

let directory = '';
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'feed-'))));
afterEach(() => rm(directory, { recursive: true }));

const put = (name: string, text: string): Promise<void> => writeFile(join(directory, name), text);

it('is what the packaging has written', async () => {
  await put(
    'app-update.yml',
    'provider: generic\nurl: https://updates.example/ingest\nupdaterCacheDirName: x\n',
  );
  expect((await feedAddress(directory))?.href).toBe('https://updates.example/ingest');
});

it('is none in a build without one, and none that is not https', async () => {
  expect(await feedAddress(directory)).toBeNull();
  await put('app-update.yml', 'provider: generic\nurl: http://updates.example/ingest\n');
  expect(await feedAddress(directory)).toBeNull();
});

it('is none in a package that the system renews', async () => {
  await put('app-update.yml', 'provider: generic\nurl: https://updates.example/ingest\n');
  await put('package-type', 'deb');
  expect(await feedAddress(directory)).toBeNull();
});
