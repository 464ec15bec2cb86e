import type { PageColumns } from './page-columns.ts';

/** A part of the key space that one lane lists: keys behind `after`, up to and including `until`. */
export interface KeyRange {
  readonly id: number;
  readonly after: Buffer | null;
  until: Buffer | null;
  /** Last key seen; null before the first page. */
  cursor: Buffer | null;
  token: string | null;
  readonly tokens: Set<string>;
  pages: number;
  /** Pages that were listed when this range was last scouted. */
  scoutedAt: number;
}

/** Makes a range that nothing has been listed of. */
export function keyRange(id: number, after: Buffer | null, until: Buffer | null): KeyRange {
  return { id, after, until, cursor: after, token: null, tokens: new Set(), pages: 0, scoutedAt: 0 };
}

/** Whether the rows of a page ascend strictly by their bytes, as S3 promises and some imitations do not. */
export function ascends(page: PageColumns): boolean {
  const { keys, keyEnds, count } = page;
  let previous = 0;
  for (let row = 1; row < count; row += 1) {
    const start = keyEnds[row - 1] ?? 0;
    const end = keyEnds[row] ?? 0;
    let left = previous;
    let right = start;
    while (left < start && right < end && keys[left] === keys[right]) {
      left += 1;
      right += 1;
    }
    if (right === end || (left < start && (keys[left] ?? 0) > (keys[right] ?? 0))) return false;
    previous = start;
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
