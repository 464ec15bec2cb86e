import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** An `electron` that never becomes ready: what is loaded with it is what stands before the first window. */
const electron = `
const never = new Promise(() => undefined);
const part = new Proxy(function () {}, {
  get: (_, key) => (key === 'whenReady' ? () => never : key === 'then' ? undefined : part),
  apply: () => part,
  construct: () => part,
});
export const app = part, BrowserWindow = part, dialog = part, ipcMain = part, Menu = part, nativeTheme = part,
  Notification = part, powerMonitor = part, powerSaveBlocker = part, protocol = part, screen = part, session = part,
  shell = part;
`;

const run = promisify(execFile);

/** Measures what it takes to load and evaluate modules in a Node of its own. */
export interface ModuleCosts {
  /** Milliseconds for all modules that stand before the first window. */
  readonly beforeWindow: () => Promise<number>;
  /** Milliseconds for all modules that are loaded while the window is being made. */
  readonly besideWindow: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Prepares a copy of the main bundle beside the `electron` that never becomes ready. */
export async function prepareModuleCosts(mainBundle: string): Promise<ModuleCosts> {
  const directory = await mkdtemp(join(tmpdir(), 'module-cost-'));
  await cp(mainBundle, join(directory, 'main'), { recursive: true });
  await mkdir(join(directory, 'node_modules/electron'), { recursive: true });
  await writeFile(join(directory, 'package.json'), '{"type":"module"}');
  await writeFile(
    join(directory, 'node_modules/electron/package.json'),
    '{"name":"electron","type":"module"}',
  );
  await writeFile(join(directory, 'node_modules/electron/index.js'), electron);
  const measure = async (before: readonly string[], measured: string): Promise<number> => {
    const script = `
      await import('node:fs');
      for (const module of ${JSON.stringify(before)}) await import(module);
      const started = performance.now();
      await import(${JSON.stringify(measured)});
      process.stdout.write(String(performance.now() - started));
      process.exit(0);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: directory });
    return Number(stdout);
  };
  const index = pathToFileURL(join(directory, 'main/index.js')).href;
  const startApp = pathToFileURL(join(directory, 'main', await chunkNamed(directory, 'start-app'))).href;
  return {
    beforeWindow: () => measure([], index),
    besideWindow: () => measure([index], startApp),
    close: () => rm(directory, { recursive: true }),
  };
}

async function chunkNamed(directory: string, name: string): Promise<string> {
  const chunks = await readdir(join(directory, 'main/chunks'));
  const found = chunks.find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (found === undefined) throw new Error(`The build has no chunk called ${name}.`);
  return join('chunks', found);
}
