import type { SelectedObject } from '../imports/selected-object.ts';
import type { FetchPage } from '../s3/page-fetcher.ts';
import { findKeys } from './find-keys.ts';
import { spellingsOf } from './spellings.ts';

/** How a manifest's keys are looked for. */
export interface LookUpOptions {
  readonly signal: AbortSignal;
  /** Told how many more keys are settled, at most once for each key. */
  readonly onSettled: (count: number) => void;
}

/** Finds the objects of keys: first to the letter, then, for what is missing, under the other usual spellings. */
export async function lookUp(
  fetch: FetchPage,
  keys: ReadonlySet<string>,
  { signal, onSettled }: LookUpOptions,
): Promise<(key: string) => SelectedObject | null> {
  const exact = await findKeys(fetch, keys, { signal, onSettled });
  const missing = [...keys].filter((key) => !exact.has(key));
  const spellings = new Map(missing.map((key) => [key, spellingsOf(key)]));
  const others = new Set([...spellings.values()].flat());
  const respelled =
    others.size === 0 ? new Map<string, SelectedObject>() : await findKeys(fetch, others, { signal });
  return (key) => {
    const object = exact.get(key);
    if (object !== undefined) return object;
    const spelling = spellings.get(key)?.find((other) => respelled.has(other));
    return spelling === undefined ? null : (respelled.get(spelling) ?? null);
  };
}
