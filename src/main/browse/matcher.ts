import { importBadges, type BrowseView } from '../../shared/browse.ts';
import { BLOCK_MASK, BLOCK_ROWS, BLOCK_SHIFT, flagBits, type RowBlock } from './row-block.ts';
import type { RowStore } from './row-store.ts';
import { textFilter } from './text-filter.ts';
import type { Bits } from './bits.ts';

/** Decides which rows of a listing a view shows. */
export interface Matcher {
  /** Sets the bits of rows `[from, to)`, shown or not, and adds the objects that are shown to a sum. */
  readonly run: (from: number, to: number, into: Bits, sum: Sum) => void;
  /** Whether badges decide, so that a badge's change can change what is shown. */
  readonly usesBadges: boolean;
}

/** Objects and their bytes, and how many of them can be imported. */
export interface Sum {
  objects: number;
  pickable: number;
  /** A bit for each reason that is met among them, by its number in `reasonOrder`. */
  reasons: number;
  bytes: number;
}

/** The sum of no object. */
export const noSum: Readonly<Sum> = { objects: 0, pickable: 0, reasons: 0, bytes: 0 };

const keep = new Uint8Array(BLOCK_ROWS);

/** Compiles a view's filter. Folders are there to be opened: only the text applies to them. */
export function compileFilter(filter: BrowseView['filter'], store: RowStore, prefix: string): Matcher {
  const text = textFilter(filter, store, prefix);
  const { videosOnly, storageClasses } = filter;
  const minSize = filter.minSizeBytes ?? Number.NEGATIVE_INFINITY;
  const maxSize = filter.maxSizeBytes ?? Number.POSITIVE_INFINITY;
  const after = filter.modifiedAfterMs ?? Number.NEGATIVE_INFINITY;
  const before = filter.modifiedBeforeMs ?? Number.POSITIVE_INFINITY;
  const sized = filter.minSizeBytes !== null || filter.maxSizeBytes !== null;
  const dated = filter.modifiedAfterMs !== null || filter.modifiedBeforeMs !== null;
  const badges =
    filter.badges === null ? null : new Set(filter.badges.map((badge) => importBadges.indexOf(badge)));
  const isAsked = videosOnly || sized || dated || storageClasses !== null || badges !== null;
  /** Hides objects by what their columns say. */
  const decide = (block: RowBlock, from: number, to: number): void => {
    const { flags, sizes, modified } = block;
    for (let row = from; row < to; row += 1) {
      const flag = flags[row] ?? 0;
      if (keep[row] === 0 || (flag & flagBits.folder) !== 0) continue;
      const size = sizes[row] ?? 0;
      const time = modified[row] ?? 0;
      if (
        (videosOnly && (flag & flagBits.video) === 0) ||
        (sized && (size < minSize || size > maxSize)) ||
        (dated && (time < after || time > before)) ||
        (storageClasses !== null &&
          !storageClasses.includes(store.classNames[block.classes[row] ?? 0] ?? '')) ||
        (badges !== null && !badges.has(block.badges[row] ?? 0))
      )
        keep[row] = 0;
    }
  };
  return {
    usesBadges: badges !== null,
    run(from, to, into, sum) {
      into.reserve(to);
      for (let start = from; start < to;) {
        const block = store.block(start);
        const base = (start >>> BLOCK_SHIFT) * BLOCK_ROWS;
        const end = Math.min(to, base + BLOCK_ROWS);
        const first = start & BLOCK_MASK;
        const last = end - base;
        keep.fill(1, first, last);
        text?.(block, first, last, keep);
        if (isAsked) decide(block, first, last);
        count(block, first, last, sum);
        pack(first, last, base, into);
        start = end;
      }
    },
  };
}

/** Adds the objects among the kept rows `[first, last)` to a sum. */
function count({ flags, sizes }: RowBlock, first: number, last: number, sum: Sum): void {
  let objects = 0;
  let pickable = 0;
  let reasons = 0;
  let bytes = 0;
  for (let row = first; row < last; row += 1) {
    const flag = flags[row] ?? 0;
    if (keep[row] === 0 || (flag & flagBits.folder) !== 0) continue;
    const reason = flag & flagBits.reason;
    objects += 1;
    if (reason === 0) pickable += 1;
    reasons |= 1 << reason;
    bytes += sizes[row] ?? 0;
  }
  sum.objects += objects;
  sum.pickable += pickable;
  sum.reasons |= reasons;
  sum.bytes += bytes;
}

/** Writes `keep[first, last)` as bits, a word at a time where a whole word is covered. */
function pack(first: number, last: number, base: number, into: Bits): void {
  for (let row = first; row < last;) {
    if ((row & 31) === 0 && row + 32 <= last) {
      let word = 0;
      for (let bit = 0; bit < 32; bit += 1) word |= (keep[row + bit] ?? 0) << bit;
      into.words[(base + row) >>> 5] = word;
      row += 32;
    } else {
      into.set(base + row, keep[row] === 1);
      row += 1;
    }
  }
}
