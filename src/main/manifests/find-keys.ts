import { AppFailure, toAppError } from '../../shared/errors.ts';
import type { SelectedObject } from '../imports/selected-object.ts';
import type { FetchPage } from '../s3/page-fetcher.ts';
import { KeyLeap, type WantedKey } from './key-leap.ts';

/** How keys are looked for. */
export interface FindOptions {
  readonly signal: AbortSignal;
  /** Pages asked for at the same time, at most. Default 8, as when browsing; range 1 to 16. */
  readonly lanes?: number;
  /** Told how many more of the keys are settled, found or not. */
  readonly onSettled?: (count: number) => void;
}

const LANES = 8;
/** Fewer keys than this are not worth a lane of their own: one page may settle them. */
const KEYS_OF_A_LANE = 500;

/**
 * Finds objects by their keys with listing requests only: sorted keys are leapt over, each request settles at least
 * one of them and up to a thousand. A folder of a million objects of which two are wanted costs two requests; ten
 * thousand neighbours cost ten.
 */
export async function findKeys(
  fetch: FetchPage,
  keys: Iterable<string>,
  options: FindOptions,
): Promise<ReadonlyMap<string, SelectedObject>> {
  const wanted = [...new Set(keys)]
    .map((text): WantedKey => ({ text, bytes: Buffer.from(text) }))
    .toSorted((a, b) => a.bytes.compare(b.bytes));
  const found = new Map<string, SelectedObject>();
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const leap = new KeyLeap(fetch, signal, {
    onFound: (object) => void found.set(object.objectKey, object),
    onSettled: options.onSettled ?? (() => undefined),
  });
  try {
    await Promise.all(partsOf(wanted, options.lanes ?? LANES).map((part) => lookIn(leap, part)));
  } finally {
    stop.abort();
  }
  if (options.signal.aborted) throw new AppFailure({ code: 'cancelled', message: 'Cancelled.' });
  return found;
}

/** Looks below the folder that the keys share; where that may not be listed, below each of the folders within. */
async function lookIn(leap: KeyLeap, wanted: readonly WantedKey[]): Promise<void> {
  const prefix = commonFolder(wanted);
  try {
    await leap.look(wanted, prefix);
  } catch (thrown) {
    const folders = foldersBelow(wanted, prefix);
    if (toAppError(thrown).code !== 'forbidden' || folders === null) throw thrown;
    for (const folder of folders) await lookIn(leap, folder);
  }
}

function partsOf(wanted: readonly WantedKey[], lanes: number): readonly (readonly WantedKey[])[] {
  const count = Math.max(1, Math.min(lanes, Math.ceil(wanted.length / KEYS_OF_A_LANE)));
  const size = Math.ceil(wanted.length / count);
  return Array.from({ length: count }, (_, index) => wanted.slice(index * size, (index + 1) * size)).filter(
    (part) => part.length > 0,
  );
}

/** The deepest folder that all keys lie below; they are sorted, so the first and the last tell. */
function commonFolder(wanted: readonly WantedKey[]): string {
  const first = wanted[0]?.text ?? '';
  const last = wanted.at(-1)?.text ?? '';
  let end = 0;
  for (let at = 0; at < first.length && first[at] === last[at]; at += 1) if (first[at] === '/') end = at + 1;
  return first.slice(0, end);
}

/** The keys by the next folder below a prefix; null when some lie in the prefix itself, which then has to be listed. */
function foldersBelow(
  wanted: readonly WantedKey[],
  prefix: string,
): readonly (readonly WantedKey[])[] | null {
  const folders = new Map<string, WantedKey[]>();
  for (const key of wanted) {
    const slash = key.text.indexOf('/', prefix.length);
    if (slash < 0 || slash === key.text.length - 1) return null;
    const folder = key.text.slice(0, slash);
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [key]);
    else known.push(key);
  }
  return folders.size > 1 ? [...folders.values()] : null;
}
