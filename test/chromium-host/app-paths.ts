import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What the app's `package.json` says of it. */
export interface AppManifest {
  readonly directory: string;
  readonly name: string;
  readonly version: string;
}

/** Finds the app's manifest as Electron does: the nearest `package.json` above the file that was started. */
export function readManifest(entry: string): AppManifest {
  let directory = dirname(entry);
  while (!existsSync(join(directory, 'package.json'))) {
    if (directory === dirname(directory)) throw new Error(`There is no package.json above ${entry}.`);
    directory = dirname(directory);
  }
  const manifest: unknown = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const field = (name: string): string | undefined => {
    const value: unknown =
      typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return {
    directory,
    name: field('productName') ?? field('name') ?? 'Electron',
    version: field('version') ?? '0.0.0',
  };
}

/** The well-known folders of `app.getPath`; `userData` follows `--user-data-dir`, as in Electron. */
export function wellKnownPaths(name: string, argv: readonly string[]): Map<string, string> {
  const home = homedir();
  const appData =
    process.platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : (process.env['APPDATA'] ?? process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  const flag = '--user-data-dir=';
  const userData =
    argv.find((argument) => argument.startsWith(flag))?.slice(flag.length) ?? join(appData, name);
  return new Map([
    ['home', home],
    ['appData', appData],
    ['userData', userData],
    ['sessionData', userData],
    ['logs', join(userData, 'logs')],
    ['crashDumps', join(userData, 'Crashpad')],
    ['temp', tmpdir()],
    ['exe', process.execPath],
    ...['Desktop', 'Documents', 'Downloads'].map((folder): [string, string] => [
      folder.toLowerCase(),
      join(home, folder),
    ]),
  ]);
}
