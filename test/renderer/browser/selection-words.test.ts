import { describe, expect, it } from 'vitest';
import type { BrowseState } from '../../../src/shared/browse.ts';
import { createFormat } from '../../../src/renderer/text/format.ts';
import { textOf } from '../../../src/renderer/text/text.ts';
import { leftToSelect, selectionInWords } from '../../../src/renderer/views/browser/selection-words.ts';
import { browseState } from './browse-state.ts';

const said = (facts: Partial<BrowseState>, isGoingOn = false): string => {
  const { main, hidden, awaited, unpickable } = selectionInWords(
    browseState(facts),
    isGoingOn,
    textOf('en').browser,
    createFormat('en'),
  );
  return [main, hidden, awaited, unpickable].filter((part) => part !== null).join(' · ');
};
const oneEmpty = {
  matching: 10,
  matchingObjects: 10,
  matchingPickable: 9,
  notPickable: 'zero-bytes',
} as const;

describe('the line below the listing', () => {
  it('counts what can be imported, and says of how much more that cannot be', () => {
    expect(said({ ...oneEmpty, selected: 9, selectedBytes: 9e9 })).toBe(
      '9 of 9 selected · 9.0 GB · 1 cannot be imported',
    );
    expect(said(oneEmpty)).toBe('10 files · none selected · 1 cannot be imported');
  });

  it('says why nothing can be selected, where the reason is the same for all', () => {
    const reels = { matching: 3, matchingObjects: 3 };
    expect(said({ ...reels, notPickable: 'archived' })).toBe('All 3 are archived; restore them in S3 first');
    expect(said({ ...reels, notPickable: null })).toBe('None of the 3 files can be imported');
    expect(said({ matching: 1, matchingObjects: 1, notPickable: 'zero-bytes' })).toBe('The file is empty');
  });

  it('counts what the filter hides among what is selected', () => {
    const hidden = { selected: 5, selectedBytes: 5e9, selectedHidden: 5 };
    expect(said({ ...oneEmpty, ...hidden })).toBe(
      '5 of 14 selected · 5.0 GB · 5 hidden by the filter · 1 cannot be imported',
    );
    expect(said({ matching: 2, ...hidden })).toBe('5 of 5 selected · 5.0 GB · 5 hidden by the filter');
  });

  it('says what a refresh has yet to bring back', () => {
    expect(said({ ...oneEmpty, selected: 9, selectedBytes: 9e9, selectedAwaited: 40 })).toBe(
      '9 of 9 selected · 9.0 GB · 40 more not listed yet · 1 cannot be imported',
    );
  });

  it('names no whole while more is still being selected', () => {
    expect(said({ ...oneEmpty, selected: 9, selectedBytes: 9e9 }, true)).toBe(
      '9 selected so far · 9.0 GB · 1 cannot be imported',
    );
  });

  it('knows folders from objects', () => {
    expect(said({ matching: 4 })).toBe('4 folders');
    expect(said({})).toBe('0 files · none selected');
  });
});

it('has nothing left to select once all that can be imported is, whatever else is selected out of sight', () => {
  expect(leftToSelect(browseState({ ...oneEmpty, selected: 9 }))).toBe(0);
  expect(leftToSelect(browseState({ ...oneEmpty, selected: 9, selectedHidden: 4 }))).toBe(4);
  expect(leftToSelect(browseState({ matching: 3, matchingObjects: 3 }))).toBe(0);
});
