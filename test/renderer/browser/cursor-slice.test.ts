import { expect, it } from 'vitest';
import type { RowRef } from '../../../src/shared/browse.ts';
import { createAppStore, type AppStore } from '../../../src/renderer/store/store.ts';
import { scriptedClient } from '../scripted-client.ts';
import { browseState } from './browse-state.ts';

const listing = browseState({ listed: 100, matching: 100 });

/** A store with an open listing; `indexes` is where its rows are said to stand, by id. */
async function opened(
  indexes: ReadonlyMap<number, number>,
  step: (from: RowRef, isSelected: boolean) => RowRef | null = () => null,
): Promise<AppStore> {
  const client = scriptedClient({
    'browse.open': () => listing,
    'browse.locate': ({ ids }) => ({ indexes: ids.map((id) => indexes.get(id) ?? -1) }),
    'browse.step': ({ from, isSelected }) => ({ row: step(from, isSelected) }),
  });
  const store = createAppStore(client);
  await store.getState().openPlace({ locationId: listing.locationId, prefix: '', scope: 'below' });
  return store;
}

const arrangedAnew = (store: AppStore): void =>
  store.getState().browseChanged({ ...listing, revision: 2, arrangement: 2 });

it('stays on its rows when they stand elsewhere', async () => {
  const store = await opened(
    new Map([
      [70, 12],
      [71, 40],
    ]),
  );
  store.getState().moveCursor({ active: { index: 3, id: 70 }, anchor: { index: 4, id: 71 } });
  arrangedAnew(store);
  await expect
    .poll(() => store.getState().cursor)
    .toEqual({ active: { index: 12, id: 70 }, anchor: { index: 40, id: 71 } });
});

it('stays at its position and forgets where a range began when these rows are not shown any more', async () => {
  const store = await opened(new Map());
  store.getState().moveCursor({ active: { index: 98, id: 70 }, anchor: { index: 4, id: 71 } });
  store.getState().browseChanged({ ...listing, matching: 10, revision: 2, arrangement: 2 });
  await expect.poll(() => store.getState().cursor).toEqual({ active: { index: 9, id: null }, anchor: null });
});

it('follows the rows that were gone to while the old ones were looked for', async () => {
  const store = await opened(
    new Map([
      [70, 12],
      [80, 13],
    ]),
  );
  store.getState().moveCursor({ active: { index: 3, id: 70 }, anchor: null });
  arrangedAnew(store);
  store.getState().moveCursor({ active: { index: 8, id: 80 }, anchor: null });
  await expect.poll(() => store.getState().cursor.active).toEqual({ index: 13, id: 80 });
});

it('steps to what main answers, among the selected files where several are, and stays at the end', async () => {
  const asked: boolean[] = [];
  const store = await opened(new Map(), (from, isSelected) => {
    asked.push(isSelected);
    return from.index < 50 ? { index: 60, id: 6 } : null;
  });
  expect(await store.getState().stepCursor(1)).toBeNull();
  expect(store.getState().cursor).toEqual({ active: { index: 60, id: 6 }, anchor: { index: 60, id: 6 } });
  store.getState().browseChanged({ ...listing, revision: 2, selected: 2 });
  await store.getState().stepCursor(1);
  expect(store.getState().cursor.active.index).toBe(60);
  expect(asked).toEqual([false, true]);
});

it('tells how far along a row is among the selected files where several are, else in the whole list', async () => {
  const asked: unknown[] = [];
  const client = scriptedClient({
    'browse.ordinal': (input) => {
      asked.push(input);
      return { place: 2, count: 5 };
    },
  });
  const { ordinalOf } = createAppStore(client).getState();
  expect(await ordinalOf({ ...listing, selected: 1 }, 70)).toEqual({
    ok: true,
    value: { place: 2, count: 5 },
  });
  await ordinalOf({ ...listing, selected: 2 }, 70);
  const { listingId } = listing;
  expect(asked).toEqual([
    { listingId, rowId: 70, isSelected: false },
    { listingId, rowId: 70, isSelected: true },
  ]);
});

it('is the same cursor as long as its rows stand where they stood', async () => {
  const store = await opened(new Map([[70, 3]]));
  const cursor = { active: { index: 3, id: 70 }, anchor: null };
  store.getState().moveCursor(cursor);
  await store.getState().followRows();
  expect(store.getState().cursor).toBe(cursor);
});

it('steps on although rows are looked for, or moved, while the step is answered', async () => {
  const store = await opened(new Map([[70, 5]]), () => ({ index: 6, id: 71 }));
  store.getState().moveCursor({ active: { index: 3, id: 70 }, anchor: null });
  arrangedAnew(store);
  await store.getState().stepCursor(1);
  await expect.poll(() => store.getState().cursor.active.id).toBe(71);
});

it('stays where the operator has gone while a step was answered', async () => {
  const store = await opened(new Map(), () => ({ index: 6, id: 71 }));
  store.getState().moveCursor({ active: { index: 3, id: 70 }, anchor: null });
  const stepped = store.getState().stepCursor(1);
  store.getState().moveCursor({ active: { index: 40, id: 90 }, anchor: null });
  await stepped;
  expect(store.getState().cursor.active).toEqual({ index: 40, id: 90 });
});
