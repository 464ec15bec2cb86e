import type { OpenJournal } from '../../../src/main/imports/journal-port.ts';
import type { JournalFs } from '../../../src/main/storage/journal/journal-fs.ts';
import type { Flaws } from './app.ts';

/** A disk or an app that lacks one precaution. */
export interface Mutant {
  readonly name: string;
  readonly flaws: Flaws;
  /** What has to be said of it: another complaint does not count. */
  readonly complaint: RegExp;
}

const isIntent = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && 'type' in record && record.type === 'intent';

/** Says that an intent is on disk before it is. */
const hasty =
  (open: OpenJournal): OpenJournal =>
  async (mode) => {
    const opened = await open(mode);
    const { journal } = opened;
    const append = (records: readonly unknown[]): Promise<void> => {
      const written = journal.append(records);
      return records.some(isIntent) ? Promise.resolve() : written;
    };
    const compact = (records: readonly unknown[]): Promise<void> => journal.compact(records);
    return { ...opened, journal: { append, compact, close: () => journal.close() } };
  };

/** Syncs a file that is written anew only when it has its name. */
function renamingFirst(fs: JournalFs): JournalFs {
  const unsynced = new Map<string, () => Promise<void>>();
  return {
    ...fs,
    async openNew(path) {
      const file = await fs.openNew(path);
      if (!path.endsWith('.new')) return file;
      unsynced.set(path, file.sync);
      return { ...file, sync: () => Promise.resolve() };
    },
    async rename(from, to) {
      await fs.rename(from, to);
      await unsynced.get(from)?.();
    },
  };
}

/** A harness that passes one of these proves nothing. */
export const mutants: readonly Mutant[] = [
  { name: 'a disk that only claims to sync', flaws: { isLying: true }, complaint: /lost: .* was queued/ },
  {
    name: 'an engine that sends before its intent is on disk',
    flaws: { open: hasty },
    complaint: /doubled: Pixop/,
  },
  {
    name: 'a compaction that renames before it syncs',
    flaws: { fs: renamingFirst },
    complaint: /lost: .* was queued/,
  },
];
