import { isAscii } from 'node:buffer';
import { byDirectory, eachRun, markNames, marks } from './byte-filter.ts';
import { reachOf } from './expression-reach.ts';
import { finder } from './find-bytes.ts';
import { guarded } from './guarded.ts';
import type { RowStore } from './row-store.ts';
import type { TextFilter } from './text-filter.ts';

/** What of a row an expression is tried on: its name alone, or its path from the listing's prefix on. */
export type Tried = 'name' | 'path';

/** Shortest text whose search costs less than the tries it spares. */
const MIN_LITERAL = 2;
/** Share of the rows up to which a search spares more than it costs. */
const MAX_CANDIDATES = 0.5;
/** Names that are decoded together: far cheaper than one by one, and still a short text, which costs V8 no page of its own. */
const DECODED_ROWS = 512;
const SLASH = 47;

/** Filters by an expression with the flags `i` and `u`. */
export function byExpression(source: string, tried: Tried, store: RowStore, prefix: string): TextFilter {
  const test = new RegExp(source, 'iu');
  const { isWithinOneName, isDirect, literal } = reachOf(source);
  const find = literal.length < MIN_LITERAL ? null : finder(Buffer.from(literal));
  const path = byDirectory(store, (directory) => {
    const text = tried === 'name' ? '' : directory.toString('utf8').slice(prefix.length);
    return {
      text,
      // The name begins where this ends: a match of nothing there is no match within the folders.
      isMatch: isWithinOneName && (test.exec(text)?.index ?? text.length) < text.length,
      // Only in ASCII is each letter the same as one other at most.
      mayHold: !isAscii(directory) || text.toLowerCase().includes(literal),
    };
  });
  let isSearchWorthwhile = true;
  const filter: TextFilter = (block, from, to, keep) => {
    const { names, nameEnds } = block;
    // Only in ASCII is each byte a character: then places in the one are places in the other.
    const isPlain = isAscii(names.subarray(block.nameStart(from), block.nameStart(to)));
    const isSearched = find !== null && isSearchWorthwhile && isPlain;
    if (isSearched) {
      const hits = markNames(block, from, to, find, literal.length, marks);
      isSearchWorthwhile = hits < (to - from) * MAX_CANDIDATES;
    }
    const tryRows = (first: number, last: number, before: string, isEachTried: boolean): void => {
      const base = block.nameStart(first);
      const together = isPlain ? names.toString('latin1', base, block.nameStart(last)) : '';
      for (let row = first, end = base; row < last; row += 1) {
        const begin = end;
        end = nameEnds[row] ?? begin;
        if (keep[row] === 0) continue;
        if (!isEachTried && marks[row] === 0) {
          keep[row] = 0;
          continue;
        }
        const stop = names[end - 1] === SLASH ? end - 1 : end;
        const name = isPlain
          ? together.slice(begin - base, stop - base)
          : names.toString('utf8', begin, stop);
        if (!test.test(before === '' ? name : before + name)) keep[row] = 0;
      }
    };
    eachRun(block, from, to, (directory, first, last) => {
      const { text, isMatch, mayHold } = path(directory);
      if (isMatch) return;
      const before = isWithinOneName ? '' : text;
      const isEachTried = !isSearched || (mayHold && before !== '');
      for (let at = first; at < last; at += DECODED_ROWS)
        tryRows(at, Math.min(last, at + DECODED_ROWS), before, isEachTried);
    });
  };
  return isDirect ? filter : (...rows) => guarded(() => filter(...rows));
}
