import type { BrowseView } from '../../shared/browse.ts';
import { AppFailure } from '../../shared/errors.ts';
import { globSource } from './glob.ts';
import { guarded } from './guarded.ts';
import { finder } from './find-bytes.ts';
import { lowerCased } from './lower-case.ts';
import { BLOCK_ROWS, type RowBlock } from './row-block.ts';
import type { RowStore } from './row-store.ts';

/** Sets `keep[i]` to 0 for every row `[from, to)` of a block that does not match. */
export type TextFilter = (block: RowBlock, from: number, to: number, keep: Uint8Array) => void;

/** What a glob's first star becomes: names have no slash, so it says nothing, and to look for what follows is faster. */
const ANYTHING_FIRST = /^\^\[\^\/\]\*/;
/** Rows that an expression is tried on in one guarded piece. */
const GUARDED_ROWS = 8_192;
/** Rows without a hit after which the next hit is searched for again. */
const NEAR_ROWS = 8;

/** Compiles what was typed into the filter box; null when nothing was. Paths count from the listing's prefix. */
export function textFilter(filter: BrowseView['filter'], store: RowStore, prefix: string): TextFilter | null {
  const { text, mode } = filter;
  if (text === '') return null;
  if (mode !== 'substring') {
    const isOfName = mode === 'glob' && !text.includes('/');
    return byExpression(expression(text, mode, isOfName), isOfName, store, prefix);
  }
  const needle = text.normalize('NFC').toLowerCase();
  // eslint-disable-next-line no-control-regex -- the whole ASCII range is meant
  if (!/^[\u0000-\u007f]*$/.test(text)) return byFoldedText(needle, store, prefix);
  return needle.includes('/')
    ? byFoldedText(needle, store, prefix)
    : byBytes(Buffer.from(needle), store, prefix);
}

function expression(text: string, mode: 'glob' | 'regex', isOfName: boolean): RegExp {
  try {
    const source = mode === 'glob' ? globSource(text) : text;
    return new RegExp(isOfName ? source.replace(ANYTHING_FIRST, '') : source, 'iu');
  } catch (cause) {
    throw new AppFailure(
      {
        code: 'bad-request',
        message: `This is not a valid ${mode === 'glob' ? 'pattern' : 'regular expression'}.`,
        detail: { source: 'app', serviceCode: 'InvalidExpression' },
      },
      { cause },
    );
  }
}

/** The common case: ASCII, no slash. Directories are looked at once, names as one stretch of bytes a block. */
function byBytes(needle: Buffer, store: RowStore, prefix: string): TextFilter {
  const prefixBytes = Buffer.byteLength(prefix);
  const known = new Map<number, boolean>();
  const isIn = finder(needle);
  const hasLetters = /[a-z]/.test(needle.toString('latin1'));
  const inDirectory = (index: number): boolean => {
    const answer = known.get(index);
    if (answer !== undefined) return answer;
    const directory = store.directories[index] ?? Buffer.alloc(0);
    const found = lowerCased(directory, prefixBytes, directory.length).includes(needle);
    known.set(index, found);
    return found;
  };
  const matched = new Uint8Array(BLOCK_ROWS);
  return (block, from, to, keep) => {
    const { nameEnds } = block;
    const start = block.nameStart(from);
    const end = block.nameStart(to);
    const names = hasLetters ? lowerCased(block.names, start, end) : block.names.subarray(start, end);
    matched.fill(0, from, to);
    let row = from;
    for (let at = names.indexOf(needle); at >= 0; at = names.indexOf(needle, block.nameStart(row) - start)) {
      while ((nameEnds[row] ?? end) <= at + start) row += 1;
      // Where one name has it, those behind it often have it too: asking each costs less than searching on from every hit.
      for (let misses = 0; misses < NEAR_ROWS && row < to; row += 1) {
        const isHit = isIn(names, block.nameStart(row) - start, (nameEnds[row] ?? end) - start);
        matched[row] = isHit ? 1 : 0;
        misses = isHit ? 0 : misses + 1;
      }
      if (row === to) break;
    }
    for (let run = 0; run < block.runStarts.length; run += 1) {
      const first = Math.max(from, block.runStarts[run] ?? 0);
      const last = Math.min(to, block.runStarts[run + 1] ?? to);
      if (first < last && inDirectory(block.runDirectories[run] ?? 0)) matched.fill(1, first, last);
    }
    for (let index = from; index < to; index += 1) if (matched[index] === 0) keep[index] = 0;
  };
}

/** Other scripts: compared as text, composed and lower-cased, so that "é" is found however a Mac has written it. */
function byFoldedText(needle: string, store: RowStore, prefix: string): TextFilter {
  return eachText(
    (index) => directoryPath(store, index, prefix),
    (path) => path.normalize('NFC').toLowerCase().includes(needle),
  );
}

function byExpression(test: RegExp, nameOnly: boolean, store: RowStore, prefix: string): TextFilter {
  const filter = eachText(
    (index) => (nameOnly ? '' : directoryPath(store, index, prefix)),
    (text) => test.test(text.endsWith('/') ? text.slice(0, -1) : text),
  );
  return (block, from, to, keep) => {
    for (let at = from; at < to; at += GUARDED_ROWS) {
      const end = Math.min(to, at + GUARDED_ROWS);
      guarded(() => filter(block, at, end, keep));
    }
  };
}

const directoryPath = (store: RowStore, index: number, prefix: string): string =>
  (store.directories[index] ?? Buffer.alloc(0)).toString('utf8').slice(prefix.length);

/** Matches what stands before each name together with the name; names are decoded many at a time, which costs far less. */
function eachText(before: (directory: number) => string, matches: (text: string) => boolean): TextFilter {
  return (block, from, to, keep) => {
    const start = block.nameStart(from);
    const end = block.nameStart(to);
    const names = block.names.toString('utf8', start, end);
    // Only ASCII has as many characters as bytes: then places in the one are places in the other.
    const isPlain = names.length === end - start;
    let directory = -1;
    let path = '';
    for (let row = from; row < to; row += 1) {
      if (keep[row] === 0) continue;
      const index = block.directory(row);
      if (index !== directory) {
        directory = index;
        path = before(index);
      }
      const name = isPlain
        ? names.slice(block.nameStart(row) - start, block.nameStart(row + 1) - start)
        : block.name(row).toString('utf8');
      if (!matches(path + name)) keep[row] = 0;
    }
  };
}
