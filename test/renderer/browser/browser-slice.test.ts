import { expect, it } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import type { BrowseState } from '../../../src/shared/browse.ts';
import { scriptedClient } from '../scripted-client.ts';

const listing: BrowseState = {
  listingId: 'listing-1',
  locationId: 'c3b1d2e4-3333-4f5a-b6c7-000000000001',
  prefix: '',
  scope: 'folder',
  revision: 1,
  listed: 3,
  listedBytes: 30,
  matching: 3,
  matchingObjects: 3,
  matchingBytes: 30,
  complete: true,
  selected: 0,
  selectedBytes: 0,
  selectedHidden: 0,
  error: null,
};

it('knows when what was selected has been counted, however quickly keys follow each other', async () => {
  const answers: ((state: BrowseState) => void)[] = [];
  const client = scriptedClient({
    'browse.open': () => listing,
    'browse.select': () => new Promise<BrowseState>((answer) => void answers.push(answer)),
  });
  const store = createAppStore(client);
  await store.getState().openPlace({ locationId: listing.locationId, prefix: '', scope: 'folder' });

  void store.getState().changeSelection({ kind: 'all-matching' });
  void store.getState().changeSelection({ kind: 'toggle', index: 0 });
  const counted = store
    .getState()
    .selectionSettled()
    .then(() => store.getState().browse?.selected);
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.({ ...listing, revision: 2, selected: 3, selectedBytes: 30 });
  answers[1]?.({ ...listing, revision: 3, selected: 2, selectedBytes: 20 });
  expect(await counted).toBe(2);
});
