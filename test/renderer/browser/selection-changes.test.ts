import { expect, it } from 'vitest';
import { SelectionChanges } from '../../../src/renderer/store/selection-changes.ts';

it('keeps nothing of what was answered, however long the window is open', async () => {
  const changes = new SelectionChanges(async () => null);
  const change = { listingId: 'listing-1', change: { kind: 'none' } } as const;
  void changes.make(change);
  void changes.draw(change);
  expect(await changes.settled()).toBeUndefined();
});
