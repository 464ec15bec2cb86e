import { describe, expect, it } from 'vitest';
import type { BrowseState } from '../../../src/shared/browse.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import { LeftListings } from '../../../src/renderer/store/left-listings.ts';
import { RowWindows } from '../../../src/renderer/store/row-windows.ts';
import { createAppStore, type AppStore } from '../../../src/renderer/store/store.ts';
import { MINUTE } from '../../../src/shared/units.ts';
import { scriptedClient } from '../scripted-client.ts';
import { browseState } from './browse-state.ts';

const folder = (prefix: string) => ({
  locationId: browseState().locationId,
  prefix,
  scope: 'folder' as const,
});
const cursor = { active: { index: 7, id: 70 }, anchor: { index: 7, id: 70 } };

/** A store that notes which listings were opened and closed; `facts` is what an opened one is like. */
function start(facts: Partial<BrowseState> = {}): {
  readonly store: AppStore;
  readonly opened: string[];
  readonly closed: string[];
  readonly lost: Set<string>;
} {
  const opened: string[] = [];
  const closed: string[] = [];
  const lost = new Set<string>();
  const states = new Map<string, BrowseState>();
  const client = scriptedClient({
    'browse.open'({ locationId, prefix, scope }) {
      opened.push(prefix);
      const listingId = `listing-${opened.length}`;
      const state = browseState({
        listed: 100,
        matching: 100,
        ...facts,
        listingId,
        locationId,
        prefix,
        scope,
      });
      states.set(listingId, state);
      return state;
    },
    'browse.view'({ listingId }) {
      const state = states.get(listingId);
      if (state === undefined || lost.has(listingId))
        throw new AppFailure({ code: 'not-found', message: 'This listing is no longer open.' });
      return { ...state, revision: 2, arrangement: 2, selected: 3 };
    },
    'browse.locate': ({ ids }) => ({ indexes: ids.map(() => 7) }),
    'browse.close'({ listingId }) {
      closed.push(listingId);
      return null;
    },
  });
  return { store: createAppStore(client), opened, closed, lost };
}

describe('a listing that was left', () => {
  it('is come back to as it was, with what was selected and where the keyboard was', async () => {
    const { store, opened } = start();
    await store.getState().openPlace(folder('a/'));
    const { rowWindows } = store.getState();
    store.getState().moveCursor(cursor);
    await store.getState().openPlace(folder('b/'));
    expect(store.getState().cursor.active.index).toBe(0);
    await store.getState().goBack();
    expect(opened).toEqual(['a/', 'b/']);
    expect(store.getState()).toMatchObject({ browse: { prefix: 'a/', selected: 3 }, cursor });
    expect(store.getState().rowWindows).toBe(rowWindows);
    await store.getState().goForward();
    expect(opened).toEqual(['a/', 'b/']);
  });

  it('is listed anew when it is visited, and when it is gone after all', async () => {
    const { store, opened, closed, lost } = start();
    await store.getState().openPlace(folder('a/'));
    await store.getState().openPlace(folder('b/'));
    await store.getState().openPlace(folder('a/'));
    expect(opened).toEqual(['a/', 'b/', 'a/']);
    // Else what was selected in it would be selected again.
    expect(closed).toEqual(['listing-1']);
    lost.add('listing-2');
    await store.getState().goBack();
    expect(opened).toEqual(['a/', 'b/', 'a/', 'b/']);
    expect(store.getState()).toMatchObject({ browse: { prefix: 'b/' }, cursor: { active: { index: 0 } } });
  });

  it('is closed when it was not whole, when four others were left since, and with its account', async () => {
    const partial = start({ complete: false });
    await partial.store.getState().openPlace(folder('a/'));
    await partial.store.getState().openPlace(folder('b/'));
    expect(partial.closed).toEqual(['listing-1']);

    const { store, closed } = start();
    for (const prefix of ['a/', 'b/', 'c/', 'd/', 'e/']) await store.getState().openPlace(folder(prefix));
    expect(closed).toEqual(['listing-1']);
    store.getState().forgetPlaces(null);
    expect(closed.toSorted()).toEqual(['listing-1', 'listing-2', 'listing-3', 'listing-4', 'listing-5']);
  });
});

it('is looked at anew once it has been left for five minutes', () => {
  const closed: string[] = [];
  let nowMs = 0;
  const left = new LeftListings(
    (listingId) => closed.push(listingId),
    () => nowMs,
  );
  const browse = browseState({ prefix: 'a/' });
  const rowWindows = new RowWindows(scriptedClient({}), browse.listingId, () => undefined);
  left.leave({ browse, rowWindows, cursor });
  nowMs = 5 * MINUTE;
  expect(left.take(folder('a/'))?.browse).toBe(browse);
  left.leave({ browse, rowWindows, cursor });
  nowMs = 10 * MINUTE + 1;
  expect(left.take(folder('a/'))).toBeNull();
  expect(closed).toEqual([browse.listingId]);
});

it('leaves the keyboard where it was when the same place is listed anew', async () => {
  const { store } = start();
  await store.getState().openPlace(folder('a/'));
  store.getState().moveCursor(cursor);
  await store.getState().refreshPlace();
  expect(store.getState().cursor.active).toEqual({ index: 7, id: null });
});

it('is kept once for a place: an older one is closed, and none is left when the place is forgotten', () => {
  const closed: string[] = [];
  const left = new LeftListings((listingId) => closed.push(listingId));
  const rowWindows = new RowWindows(scriptedClient({}), 'listing-1', () => undefined);
  for (const listingId of ['listing-1', 'listing-2', 'listing-3'])
    left.leave({
      browse: browseState({ listingId, prefix: 'a/', scope: listingId === 'listing-3' ? 'below' : 'folder' }),
      rowWindows,
      cursor,
    });
  expect(closed).toEqual(['listing-1']);
  left.forgetPlace(folder('a/'));
  expect(closed).toEqual(['listing-1', 'listing-2']);
  expect(left.take(folder('a/'))).toBeNull();
});

it('is kept on when another place is turned to before it is on screen, and closed with its account', () => {
  const closed: string[] = [];
  const left = new LeftListings((listingId) => closed.push(listingId));
  const rowWindows = new RowWindows(scriptedClient({}), 'listing-1', () => undefined);
  const leave = (listingId: string, prefix: string): void =>
    left.leave({ browse: browseState({ listingId, prefix }), rowWindows, cursor });
  leave('listing-1', 'a/');
  leave('listing-2', 'b/');
  expect(left.take(folder('b/'))?.browse.listingId).toBe('listing-2');
  expect(left.take(folder('a/'))?.browse.listingId).toBe('listing-1');
  expect(left.has('listing-2')).toBe(true);
  left.settle();
  expect(left.take(folder('a/'))).toBeNull();
  expect(left.take(folder('b/'))?.browse.listingId).toBe('listing-2');
  expect(left.take(folder('b/'))?.browse.listingId).toBe('listing-2');
  left.forget(null);
  expect(closed).toEqual(['listing-2']);
});
