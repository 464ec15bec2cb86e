import { AppFailure } from '../../../src/shared/errors.ts';
import type { OpenedJournal, OpenJournal } from '../../../src/main/imports/journal-port.ts';

/** A journal in memory: bytes as on a disk, outside the heap, so that it weighs in a measurement what a file would not. */
export interface MemoryJournal {
  readonly open: OpenJournal;
  /** Everything written so far, as the next start would read it. */
  readonly read: () => OpenedJournal;
  /** Writes so far. */
  readonly commits: () => number;
  /** Whether writes fail from now on, as on a disk that is full. */
  readonly refuse: (isRefusing: boolean) => void;
}

/** Makes an empty one. */
export function createMemoryJournal(): MemoryJournal {
  let chunks: Buffer[] = [];
  let commits = 0;
  let isRefusing = false;
  const write = async (records: readonly unknown[]): Promise<void> => {
    if (isRefusing) throw new AppFailure({ code: 'storage', message: 'No space left on the disk.' });
    commits += 1;
    chunks.push(Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join('')));
    if (chunks.length >= 1_024) chunks = [Buffer.concat(chunks)];
  };
  const read = (): OpenedJournal => {
    const lines = Buffer.concat(chunks).toString().split('\n');
    return {
      records: lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line)),
      salvaged: [],
      readOnly: null,
      keptAside: null,
      journal: {
        append: write,
        async compact(records) {
          chunks = [];
          await write(records);
        },
        close: async () => undefined,
      },
    };
  };
  return {
    open: async () => read(),
    read,
    commits: () => commits,
    refuse: (wanted) => (isRefusing = wanted),
  };
}
