import { createPackage } from '@electron/asar';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Sizes of what is shipped besides Electron, bytes. */
export interface Sizes {
  readonly main: number;
  readonly preload: number;
  readonly renderer: number;
  /** All of it as one archive, with the native module that stays outside of the bundle. */
  readonly asar: number;
}

/** Measures the build as it would be packed: without source maps. */
export async function measureSizes(root: string): Promise<Sizes> {
  const directory = await mkdtemp(join(tmpdir(), 'sizes-'));
  const packed = join(directory, 'app');
  const isShipped = (path: string): boolean => !path.endsWith('.map');
  try {
    await cp(join(root, 'out'), join(packed, 'out'), { recursive: true, filter: isShipped });
    await cp(join(root, 'package.json'), join(packed, 'package.json'));
    await cp(join(root, 'node_modules/keytar/'), join(packed, 'node_modules/keytar'), {
      recursive: true,
      dereference: true,
    });
    await createPackage(packed, join(directory, 'app.asar'));
    const [main = 0, preload = 0, renderer = 0] = await Promise.all(
      ['main', 'preload', 'renderer'].map((part) => sizeBelow(join(packed, 'out', part))),
    );
    return { main, preload, renderer, asar: (await stat(join(directory, 'app.asar'))).size };
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function sizeBelow(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
