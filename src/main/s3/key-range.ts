import type { PageColumns } from './page-columns.ts';
import type { PageAhead } from './page-reader.ts';
import { commonBytes, wordsOf } from './words.ts';

/** A part of the key space that one lane lists: keys behind `after`, up to and including `until`. */
export interface KeyRange {
  readonly id: number;
  readonly after: Buffer | null;
  until: Buffer | null;
  /** Last key seen; null before the first page. */
  cursor: Buffer | null;
  /** First key of the page that ended with `cursor`; null before the first page. */
  pageFirst: Buffer | null;
  token: string | null;
  /** The next page, when it was asked for already. */
  ahead: PageAhead | null;
  readonly tokens: Set<string>;
  pages: number;
  /** Pages that must have come before the scout looks into this range (again). */
  scoutAt: number;
  /** What every name ahead begins with, and one of those that differ from the cursor behind it; null until found out. */
  stem: { readonly text: string; readonly sample: string } | null;
  /** Directory that all keys ahead seemed to lie in when the scout last looked. */
  inside: string | null;
  /** The share of what is ahead that a guessed cut leaves to this range: less when such a cut has shown the rest to be empty. */
  share: number;
  /** Pages it probably has, when it was cut off by guess and nothing came yet; null otherwise. */
  guessed: number | null;
}

const HALF = 0.5;

/** Makes a range that nothing has been listed of. */
export function keyRange(id: number, after: Buffer | null, until: Buffer | null): KeyRange {
  return {
    id,
    after,
    until,
    cursor: after,
    pageFirst: null,
    token: null,
    ahead: null,
    tokens: new Set(),
    pages: 0,
    scoutAt: 2,
    stem: null,
    inside: null,
    share: HALF,
    guessed: null,
  };
}

/**
 * Whether the rows of a page ascend strictly by their bytes, as S3 promises and some imitations do not. What each has in
 * common with the one before it is kept for whoever compares them next.
 */
export function ascends(page: PageColumns): boolean {
  const { keys, keyStarts, keyEnds, shared, count } = page;
  const words = wordsOf(keys);
  let previous = keyStarts[0] ?? 0;
  let previousEnd = keyEnds[0] ?? 0;
  for (let row = 1; row < count; row += 1) {
    const start = keyStarts[row] ?? 0;
    const end = keyEnds[row] ?? 0;
    const most = Math.min(previousEnd - previous, end - start);
    const known = shared[row] ?? 0;
    const common = known + commonBytes(words, previous + known, start + known, most - known);
    shared[row] = common;
    if (start + common === end) return false;
    if (common < most && (keys[previous + common] ?? 0) > (keys[start + common] ?? 0)) return false;
    previous = start;
    previousEnd = end;
  }
  return true;
}

/** Number of rows of an ascending page whose key is not behind `bound`. */
export function rowsUpTo(page: PageColumns, bound: Buffer): number {
  let low = 0;
  let high = page.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (page.keyBytes(middle).compare(bound) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Greater of the last key and the last common prefix of a page; null for an empty page. */
export function lastOf(page: PageColumns): Buffer | null {
  const key = page.count === 0 ? null : Buffer.from(page.keyBytes(page.count - 1));
  const prefix = page.prefixes.length === 0 ? null : Buffer.from(page.prefixes.at(-1) ?? '');
  if (key === null || prefix === null) return key ?? prefix;
  return key.compare(prefix) >= 0 ? key : prefix;
}

/** Smaller of the first key and the first common prefix of a page; null for an empty page. */
export function firstOf(page: PageColumns): Buffer | null {
  const key = page.count === 0 ? null : Buffer.from(page.keyBytes(0));
  const prefix = page.prefixes[0] === undefined ? null : Buffer.from(page.prefixes[0]);
  if (key === null || prefix === null) return key ?? prefix;
  return key.compare(prefix) <= 0 ? key : prefix;
}
