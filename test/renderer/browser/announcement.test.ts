import { describe, expect, it } from 'vitest';
import { defaultBrowseView, type BrowseState } from '../../../src/shared/browse.ts';
import { changedWords, listingInWords } from '../../../src/renderer/views/browser/announcement.ts';
import { createFormat } from '../../../src/renderer/text/format.ts';
import { textOf } from '../../../src/renderer/text/text.ts';
import { browseState } from './browse-state.ts';

const text = textOf('en').browser;
const whole = browseState({
  listed: 100_000,
  listedBytes: 5e12,
  matching: 100_000,
  matchingObjects: 100_000,
  matchingPickable: 100_000,
  matchingBytes: 5e12,
});
const inWords = (more: Partial<BrowseState> = {}, sort = defaultBrowseView.sort) =>
  listingInWords({ ...whole, ...more }, sort, text, createFormat('en'));
const heard = (before: ReturnType<typeof inWords> | null, now: ReturnType<typeof inWords>): string =>
  changedWords(before, now, text.announceNoneSelected);

describe('what is heard of a listing', () => {
  it('is how much there is once it is whole, or that it is partial, and nothing before', () => {
    const going = inWords({ complete: false, listed: 4_000 });
    expect(heard(null, going)).toBe('');
    expect(heard(going, inWords())).toBe('100,000 listed');
    const stopped = { code: 'cancelled', message: 'Listing was stopped before its end.' } as const;
    expect(heard(going, inWords({ complete: false, listed: 4_000, error: stopped }))).toBe(
      'Partial: 4,000 listed, then stopped',
    );
  });

  it('is then only what has changed: rows that a filter leaves, the selection, the order', () => {
    expect(heard(inWords(), inWords({ matching: 9_999 }))).toBe('9,999 of 100,000 shown');
    const some = inWords({ selected: 2, selectedBytes: 3_000_000 });
    expect(heard(inWords(), some)).toBe('2 selected, 3.0 MB');
    expect(heard(some, inWords())).toBe('Nothing selected');
    expect(heard(some, inWords({ selected: 2, selectedBytes: 3_000_000 }))).toBe('');
    expect(heard(inWords(), inWords({}, { column: 'size', descending: true }))).toBe(
      'Sorted by Size, descending',
    );
  });

  it('tells of another listing how much it has, although the one before had as much', () => {
    const some = inWords({ selected: 2, selectedBytes: 3_000_000 });
    expect(heard(some, inWords({ listingId: 'listing-2' }))).toBe('100,000 listed');
  });
});
