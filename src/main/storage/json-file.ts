import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomically } from './atomic-file.ts';

/** A small JSON document on disk, such as settings; whoever reads it parses it. */
export interface JsonFile {
  /** The content, or undefined when there is none yet or it was unreadable (then it is kept aside, never deleted). */
  readonly load: () => Promise<unknown>;
  readonly save: (value: unknown) => Promise<void>;
  /** Keeps the file under another name, for a reader to whom its content means nothing. */
  readonly setAside: () => Promise<void>;
}

/** Makes a {@link JsonFile}; saves are written one after the other, in the order they were asked for. */
export function createJsonFile(path: string, onSetAside: (keptAs: string) => void): JsonFile {
  let lastSave: Promise<void> = Promise.resolve();
  const setAside = async (): Promise<void> => {
    const keptAs = `${path}.unreadable-${Date.now()}`;
    await rename(path, keptAs);
    onSetAside(keptAs);
  };
  return {
    setAside,
    async load() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (text === undefined) return undefined;
      try {
        return JSON.parse(text);
      } catch {
        await setAside();
        return undefined;
      }
    },
    save(value) {
      const save = lastSave.then(async () => {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeFileAtomically(path, `${JSON.stringify(value, null, 2)}\n`);
      });
      lastSave = save.catch(() => undefined);
      return save;
    },
  };
}
