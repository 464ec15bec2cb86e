import { z } from 'zod';
import { AppFailure } from '../../shared/errors.ts';
import {
  SAVED_LIMITS,
  SAVED_VERSION,
  savedSchema,
  type NewSaved,
  type Saved,
  type SavedChange,
} from '../../shared/saved.ts';
import type { JsonFile } from './json-file.ts';

/** What the operator keeps, in memory and saved with each change. */
export interface SavedStore {
  readonly current: () => Saved[];
  readonly change: (change: SavedChange) => Promise<Saved[]>;
}

const fileSchema = z.object({ version: z.literal(SAVED_VERSION), items: z.array(z.unknown()) });

/** The content of the file: what is understood, and what is not, which goes back to the file as it was. */
interface Content {
  readonly items: readonly Saved[];
  readonly strange: readonly unknown[];
}

/**
 * Loads what is saved once at start. An entry that means nothing to this app stays in the file untouched; a file that
 * means nothing at all is set aside.
 */
export async function openSavedStore(
  file: JsonFile,
  newId: () => string,
  onChange: (saved: Saved[]) => void,
): Promise<SavedStore> {
  const loaded = await file.load();
  const parsed = fileSchema.safeParse(loaded);
  if (loaded !== undefined && !parsed.success) await file.setAside();
  const { items, strange } = readEntries(parsed.data?.items ?? []);
  let saved = items;
  let lastChange: Promise<unknown> = Promise.resolve();
  return {
    current: () => [...saved],
    change(change) {
      // One after the other, and nothing is shown that is not on disk.
      const changed = lastChange.then(async () => {
        const next = changedBy(saved, change, newId);
        await file.save({ version: SAVED_VERSION, items: [...next, ...strange] });
        saved = next;
        onChange([...saved]);
        return [...saved];
      });
      lastChange = changed.catch(() => undefined);
      return changed;
    },
  };
}

function readEntries(entries: readonly unknown[]): Content {
  const items: Saved[] = [];
  const strange: unknown[] = [];
  for (const entry of entries) {
    const { data } = savedSchema.safeParse(entry);
    if (data === undefined || isFull(items, data.kind) || items.some(({ id }) => id === data.id))
      strange.push(entry);
    else items.push(data);
  }
  return { items, strange };
}

const isFull = (items: readonly Saved[], kind: Saved['kind']): boolean =>
  items.filter((item) => item.kind === kind).length >= SAVED_LIMITS[kind];

function changedBy(items: readonly Saved[], change: SavedChange, newId: () => string): readonly Saved[] {
  switch (change.change) {
    case 'add':
      if (isFull(items, change.item.kind)) throw full(change.item);
      return [...items, { ...change.item, id: newId() }];
    case 'replace':
      if (!items.some(({ id }) => id === change.item.id)) throw gone();
      return items.map((item) => (item.id === change.item.id ? change.item : item));
    case 'remove':
      return items.filter(({ id }) => id !== change.id);
  }
}

const full = ({ kind }: NewSaved): AppFailure =>
  new AppFailure({
    code: 'conflict',
    message: `At most ${SAVED_LIMITS[kind]} of these are kept.`,
    detail: { source: 'app', serviceCode: 'SAVED_FULL' },
  });

const gone = (): AppFailure =>
  new AppFailure({
    code: 'not-found',
    message: 'What was to be changed is not saved any more.',
    detail: { source: 'app', serviceCode: 'SAVED_GONE' },
  });
