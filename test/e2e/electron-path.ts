import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../node_modules/electron');

/** Electron's binary, or null where it was never fetched. Asking the package itself would try to download it. */
export function electronPath(): string | null {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const distribution = named === undefined || named === '' ? join(folder, 'dist') : named;
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const path = join(distribution, readFileSync(pathFile, 'utf8').trim());
  return existsSync(path) ? path : null;
}
