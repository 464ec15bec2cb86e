import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listPackage } from '@electron/asar';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fusesOf, setFuses, wrongFuses } from '../../build/fuses.ts';
import { packageConfig } from '../../build/package-config.ts';

const root = resolve(import.meta.dirname, '../..');
/** The mark before the fuses in Electron's binary, as Electron documents it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** The app's own archive: bundles, fonts and one native module's wrapper. In bytes. */
const ASAR_BUDGET = 12_000_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pixop-ingest-package-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program with fuses in it, as Electron's has them: all of version 1, none of them decided. */
function programWithFuses(path: string, fuses: number): void {
  copyFileSync('/bin/true', path);
  const wire = Buffer.from([1, fuses, ...Array.from({ length: fuses }, () => '1'.charCodeAt(0))]);
  writeFileSync(path, Buffer.concat([Buffer.from(SENTINEL), wire]), { flag: 'a' });
}

describe.runIf(process.platform === 'linux')('the fuses', () => {
  it('are set in the binary and read back, without the inspector in a release', async () => {
    const program = join(folder, 'program');
    programWithFuses(program, Object.keys(fusesOf(false)).length);
    await setFuses(program, false, false);
    expect(await wrongFuses(program, false)).toEqual([]);
    expect(await wrongFuses(program, true)).toEqual(['EnableNodeCliInspectArguments']);
  });

  it('are refused for a binary with a fuse that nobody has decided', async () => {
    const program = join(folder, 'newer-program');
    programWithFuses(program, Object.keys(fusesOf(false)).length + 1);
    await expect(setFuses(program, false, false)).rejects.toThrow();
  });
});

// The packager reads its configuration, collects the files, writes the archive and runs the hook; only the program
// inside is not Electron's, because that cannot be fetched everywhere.
describe.runIf(process.platform === 'linux')('the packaged app', () => {
  const resources = (): string => join(folder, 'dist', 'linux-unpacked', 'resources');

  beforeAll(async () => {
    const electronDist = join(folder, 'electron');
    mkdirSync(join(electronDist, 'resources'), { recursive: true });
    mkdirSync(join(electronDist, 'locales'));
    programWithFuses(join(electronDist, 'electron'), Object.keys(fusesOf(false)).length);
    for (const language of ['en-US', 'en-GB', 'da', 'fr'])
      writeFileSync(join(electronDist, 'locales', `${language}.pak`), '');
    writeFileSync(join(electronDist, 'LICENSE'), '');
    await build({
      projectDir: root,
      publish: 'never',
      targets: Platform.LINUX.createTarget('dir'),
      config: packageConfig({ outDir: join(folder, 'dist'), electronDist }),
    });
  }, 120_000);

  it('holds the bundles and the keychain module, and nothing else', () => {
    const kinds = new Set(
      listPackage(join(resources(), 'app.asar'), { isPack: false })
        .map((path) => path.replaceAll('\\', '/').split('/').slice(1, 3).join('/'))
        .filter((path) => path !== 'out' && path !== 'node_modules'),
    );
    expect([...kinds].toSorted()).toEqual([
      'node_modules/@napi-rs',
      'node_modules/keytar',
      'out/main',
      'out/preload',
      'out/renderer',
      'package.json',
    ]);
  });

  it('ships no source map', () => {
    const files = listPackage(join(resources(), 'app.asar'), { isPack: false });
    expect(files.filter((path) => path.endsWith('.map'))).toEqual([]);
  });

  it('keeps native code, and only that, outside the archive', () => {
    const unpacked = readdirSync(join(resources(), 'app.asar.unpacked'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    expect(unpacked.length).toBeGreaterThan(0);
    expect(unpacked.filter((name) => !name.endsWith('.node'))).toEqual([]);
  });

  it('stays within its size', () => {
    expect(statSync(join(resources(), 'app.asar')).size).toBeLessThan(ASAR_BUDGET);
  });

  it('has its fuses set', async () => {
    expect(await wrongFuses(join(folder, 'dist/linux-unpacked/pixop-ingest'), false)).toEqual([]);
  });

  it('says where updates come from only when it was told so', () => {
    expect(existsSync(join(resources(), 'app-update.yml'))).toBe(false);
  });
});

describe('the packaging', () => {
  it('has every file that its configuration names', () => {
    const { mac, linux, win } = packageConfig();
    const named = [mac?.icon, mac?.entitlements, linux?.icon, win?.icon];
    for (const file of named) expect(existsSync(join(root, String(file)))).toBe(true);
  });

  it('gives a Mac the hardened runtime, and Windows updates of the same publisher only', () => {
    const { mac, win } = packageConfig();
    expect(mac?.hardenedRuntime).toBe(true);
    expect(win?.verifyUpdateCodeSignature).toBe(true);
  });
});
