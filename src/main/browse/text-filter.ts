import { isAscii } from 'node:buffer';
import type { BrowseView } from '../../shared/browse.ts';
import { AppFailure } from '../../shared/errors.ts';
import { byBytes, byDirectory, eachRun } from './byte-filter.ts';
import { byExpression } from './expression-filter.ts';
import { globSource } from './glob.ts';
import type { RowBlock } from './row-block.ts';
import type { RowStore } from './row-store.ts';

/** Sets `keep[i]` to 0 for every row `[from, to)` of a block that does not match. */
export type TextFilter = (block: RowBlock, from: number, to: number, keep: Uint8Array) => void;

/** What a glob's first star becomes: names have no slash, so it says nothing, and to look for what follows is faster. */
const ANYTHING_FIRST = /^\^\[\^\/\]\*/;

/** Compiles what was typed into the filter box; null when nothing was. Paths count from the listing's prefix. */
export function textFilter(filter: BrowseView['filter'], store: RowStore, prefix: string): TextFilter | null {
  const { text, mode } = filter;
  if (text === '') return null;
  if (mode === 'substring') {
    const needle = text.normalize('NFC').toLowerCase();
    return isAscii(Buffer.from(text)) && !text.includes('/')
      ? byBytes(Buffer.from(needle), store, prefix)
      : byFoldedText(needle, store, prefix);
  }
  try {
    if (mode === 'regex') return byExpression(text, 'path', store, prefix);
    const source = globSource(text);
    return text.includes('/')
      ? byExpression(source, 'path', store, prefix)
      : byExpression(source.replace(ANYTHING_FIRST, ''), 'name', store, prefix);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
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

/** Other scripts: compared as text, composed and lower-cased, so that "é" is found however a Mac has written it. */
function byFoldedText(needle: string, store: RowStore, prefix: string): TextFilter {
  const path = byDirectory(store, (directory) => directory.toString('utf8').slice(prefix.length));
  return (block, from, to, keep) =>
    eachRun(block, from, to, (directory, first, last) => {
      const before = path(directory);
      for (let row = first; row < last; row += 1) {
        if (keep[row] === 0) continue;
        const text = before + block.name(row).toString('utf8');
        if (!text.normalize('NFC').toLowerCase().includes(needle)) keep[row] = 0;
      }
    });
}
