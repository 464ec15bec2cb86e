import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJsonFile } from '../../../src/main/storage/json-file.ts';
import { openSettingsStore } from '../../../src/main/storage/settings-store.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'settings-'))));
afterEach(async () => rm(folder, { recursive: true }));

const open = async (asides: string[] = []) =>
  openSettingsStore(
    createJsonFile(join(folder, 'settings.json'), (kept) => asides.push(kept)),
    () => undefined,
  );

describe('the settings', () => {
  it('start with the defaults and come back after a restart', async () => {
    const first = await open();
    expect(first.current()).toEqual(defaultSettings);
    await first.change({ appearance: 'dark' });
    expect((await open()).current().appearance).toBe('dark');
  });

  it('are readable by their user only', async () => {
    await (await open()).change({ appearance: 'dark' });
    expect((await stat(join(folder, 'settings.json'))).mode & 0o777).toBe(0o600);
  });

  it('keep what is valid of a file that another version wrote', async () => {
    await writeFile(
      join(folder, 'settings.json'),
      JSON.stringify({ version: 99, appearance: 'dark', language: 'xx', future: 1 }),
    );
    expect((await open()).current()).toEqual({ ...defaultSettings, appearance: 'dark' });
  });

  it('set an unreadable file aside instead of deleting it', async () => {
    await writeFile(join(folder, 'settings.json'), '{"appearance":');
    const asides: string[] = [];
    expect((await open(asides)).current()).toEqual(defaultSettings);
    expect(await readFile(asides[0] ?? '', 'utf8')).toBe('{"appearance":');
  });

  it('leave no temporary file behind and are saved in order', async () => {
    const settings = await open();
    await Promise.all([
      settings.change({ reservePercent: 1 }),
      settings.change({ reservePercent: 2 }),
      settings.change({ reservePercent: 3 }),
    ]);
    expect((await open()).current().reservePercent).toBe(3);
    expect(await readdir(folder)).toEqual(['settings.json']);
  });
});
