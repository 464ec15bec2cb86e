import { finder, type FindBytes } from './find-bytes.ts';
import { BLOCK_ROWS, type RowBlock } from './row-block.ts';
import type { RowStore } from './row-store.ts';
import type { TextFilter } from './text-filter.ts';

/** Marks of one block's rows, for the filter that is just looking at it. */
export const marks = new Uint8Array(BLOCK_ROWS);

/**
 * Filters by ASCII text in any case, given in lower case and without a slash, as bytes: directories are looked at once,
 * names as one stretch of bytes a block.
 */
export function byBytes(needle: Buffer, store: RowStore, prefix: string): TextFilter {
  const find = finder(needle);
  const prefixBytes = Buffer.byteLength(prefix);
  const isInDirectory = byDirectory(
    store,
    (directory) => find(directory, prefixBytes, directory.length) >= 0,
  );
  return (block, from, to, keep) => {
    markNames(block, from, to, find, needle.length, marks);
    eachRun(block, from, to, (directory, first, last) => {
      if (isInDirectory(directory)) marks.fill(1, first, last);
    });
    for (let row = from; row < to; row += 1) if (marks[row] === 0) keep[row] = 0;
  };
}

/** Sets the marks of rows `[from, to)` to whether the text that a search is for, of that many bytes, is in the name; answers in how many. */
export function markNames(
  block: RowBlock,
  from: number,
  to: number,
  find: FindBytes,
  length: number,
  into: Uint8Array,
): number {
  const { names, nameEnds } = block;
  const end = block.nameStart(to);
  into.fill(0, from, to);
  let row = from;
  let hits = 0;
  for (
    let at = find(names, block.nameStart(from), end);
    at >= 0;
    at = find(names, block.nameStart(row), end)
  ) {
    while ((nameEnds[row] ?? end) <= at) row += 1;
    // Names follow each other without a gap: what begins in one name and ends in the next is in neither.
    if (at + length <= (nameEnds[row] ?? end)) {
      into[row] = 1;
      hits += 1;
    }
    row += 1;
  }
  return hits;
}

/** Calls back for each run of rows `[first, last)`, within `[from, to)`, that share a directory. */
export function eachRun(
  block: RowBlock,
  from: number,
  to: number,
  visit: (directory: number, first: number, last: number) => void,
): void {
  for (let run = block.runAt(from); run < block.runStarts.length; run += 1) {
    const first = Math.max(from, block.runStarts[run] ?? 0);
    if (first >= to) return;
    visit(block.runDirectories[run] ?? 0, first, Math.min(to, block.runStarts[run + 1] ?? to));
  }
}

/** Answers a question about a directory, given as UTF-8, once for each. */
export function byDirectory<T>(store: RowStore, answer: (directory: Buffer) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const made = answer(store.directories[index] ?? Buffer.alloc(0));
    known.set(index, made);
    return made;
  };
}
