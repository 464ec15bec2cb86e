import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MIB } from '../../shared/units.ts';

/** Facts and pictures on disk, so that a folder that was seen once costs nothing the second time. */
export interface PeekCache {
  readonly get: (id: string) => Promise<string | null>;
  readonly put: (id: string, content: string) => Promise<void>;
}

/** Largest size of the folder. Default 128 MiB, some 6,000 pictures; range 1 MiB to 1 GiB. */
const MAX_CACHE_BYTES = 128 * MIB;

/** Name of an object's content in the cache: the same for ever, and it tells nobody the key. */
export const cacheId = (bucket: string, key: string, etag: string): string =>
  createHash('sha256').update(`${bucket}\0${key}\0${etag}`).digest('hex');

/**
 * Opens the cache of one folder; what was used longest ago goes first. A file that cannot be read is not there; a folder
 * that cannot be read rejects, and is tried anew by the next call.
 */
export function openPeekCache(directory: string, maxBytes: number = MAX_CACHE_BYTES): PeekCache {
  /** Sizes by file name, in the order of use. */
  let known: Promise<Map<string, number>> | null = null;
  let totalBytes = 0;

  const load = async (): Promise<Map<string, number>> => {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const found = await Promise.all(
      (await readdir(directory)).map(async (name) => {
        const file = await stat(join(directory, name)).catch(nullIfGone);
        return file === null ? [] : [{ name, size: file.size, mtimeMs: file.mtimeMs }];
      }),
    );
    const files = found.flat();
    files.sort((a, b) => a.mtimeMs - b.mtimeMs);
    totalBytes = files.reduce((sum, { size }) => sum + size, 0);
    return new Map(files.map(({ name, size }) => [name, size]));
  };
  const opened = (): Promise<Map<string, number>> =>
    (known ??= load().catch((thrown: unknown) => {
      known = null;
      throw thrown;
    }));

  const forget = async (sizes: Map<string, number>, name: string): Promise<void> => {
    totalBytes -= sizes.get(name) ?? 0;
    sizes.delete(name);
    await rm(join(directory, name), { force: true });
  };

  return {
    async get(id) {
      const sizes = await opened();
      const name = `${id}.json`;
      const size = sizes.get(name);
      if (size === undefined) return null;
      try {
        const content = await readFile(join(directory, name), 'utf8');
        sizes.delete(name);
        sizes.set(name, Buffer.byteLength(content));
        const now = new Date();
        await utimes(join(directory, name), now, now);
        return content;
      } catch {
        await forget(sizes, name);
        return null;
      }
    },
    async put(id, content) {
      const sizes = await opened();
      const name = `${id}.json`;
      const path = join(directory, name);
      await writeFile(`${path}.new`, content, { mode: 0o600 });
      await rename(`${path}.new`, path);
      const size = Buffer.byteLength(content);
      totalBytes += size - (sizes.get(name) ?? 0);
      sizes.delete(name);
      sizes.set(name, size);
      for (const oldest of sizes.keys()) {
        if (totalBytes <= maxBytes) return;
        await forget(sizes, oldest);
      }
    },
  };
}

/** Another start of the app, or the operator, may clear the folder at any time. */
function nullIfGone(thrown: unknown): null {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return null;
  throw thrown;
}
