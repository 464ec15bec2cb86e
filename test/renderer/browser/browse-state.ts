import type { BrowseState } from '../../../src/shared/browse.ts';

/** A listing for tests: whole, and empty where the test does not say otherwise. */
export const browseState = (facts: Partial<BrowseState> = {}): BrowseState => ({
  listingId: 'listing-1',
  locationId: 'c3b1d2e4-3333-4f5a-b6c7-000000000001',
  prefix: '',
  scope: 'folder',
  revision: 1,
  arrangement: 1,
  listed: 0,
  listedBytes: 0,
  matching: 0,
  matchingObjects: 0,
  matchingPickable: 0,
  notPickable: null,
  matchingBytes: 0,
  complete: true,
  storageClasses: ['STANDARD'],
  selected: 0,
  selectedBytes: 0,
  selectedHidden: 0,
  selectedAwaited: 0,
  error: null,
  ...facts,
});
