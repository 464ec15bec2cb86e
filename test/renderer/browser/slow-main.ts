import { createAppStore, type AppStore } from '../../../src/renderer/store/store.ts';
import type { BrowseState, SelectionChange } from '../../../src/shared/browse.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import { scriptedClient } from '../scripted-client.ts';
import { browseState } from './browse-state.ts';

interface Open {
  readonly state: BrowseState;
  readonly keys: Set<number>;
}

/** A main process that keeps listings and selections as the real one does, and answers when the test lets it. */
export interface SlowMain {
  readonly store: AppStore;
  /** Places of the listings that are open, oldest first. */
  readonly open: () => readonly string[];
  /** Ids of rows that are selected in the listing on screen. */
  readonly selected: () => readonly number[];
  /** Openings so far. */
  readonly openings: () => number;
  /** Views that were asked for so far: of which listing, and the filter's text. */
  readonly viewed: () => readonly string[];
  /** Answers nothing of these from now on, until `answer`. */
  readonly hold: (...names: ('browse.open' | 'browse.view')[]) => void;
  /** Answers everything so far, and at once from now on. */
  readonly answer: () => void;
  /** Refuses openings while it is on. */
  readonly refuse: (isOn: boolean) => void;
}

/** Where a listing is, for {@link SlowMain.open}. */
export const folder = (prefix: string, scope: BrowseState['scope'] = 'folder') => ({
  locationId: browseState().locationId,
  prefix,
  scope,
});

/** Makes a {@link SlowMain}. */
export function slowMain(): SlowMain {
  const listings = new Map<string, Open>();
  const waiting: (() => void)[] = [];
  let held: readonly string[] = [];
  const viewed: string[] = [];
  let openings = 0;
  let isRefusing = false;

  const find = (listingId: string): Open => {
    const found = listings.get(listingId);
    if (found === undefined)
      throw new AppFailure({ code: 'not-found', message: 'This listing is no longer open.' });
    return found;
  };
  const stateOf = ({ state, keys }: Open): BrowseState => {
    const next = { ...state, revision: state.revision + 1, selected: keys.size };
    listings.set(state.listingId, { state: next, keys });
    return next;
  };
  const later = async <T>(name: string, value: T): Promise<T> => {
    if (held.includes(name)) await new Promise<void>((resolve) => void waiting.push(resolve));
    return value;
  };
  const select = (keys: Set<number>, change: SelectionChange): void => {
    if (change.kind === 'none') keys.clear();
    else if (change.kind === 'marquee' && change.block !== null) keys.add(change.block.toLine);
    else if (change.kind === 'toggle' && change.row.id !== null && !keys.delete(change.row.id))
      keys.add(change.row.id);
  };

  const client = scriptedClient({
    async 'browse.open'({ locationId, prefix, scope, pick }) {
      if (isRefusing) throw new AppFailure({ code: 'keychain-unavailable', message: 'locked' });
      openings += 1;
      const listingId = `listing-${openings}`;
      const before = [...listings.values()].findLast(
        ({ state }) => state.prefix === prefix && state.scope === scope,
      );
      const keys = new Set(pick === undefined ? before?.keys : [7]);
      const state = browseState({ listingId, locationId, prefix, scope, listed: 9, matching: 9 });
      listings.set(listingId, { state, keys });
      return later('browse.open', { ...state, selected: keys.size });
    },
    'browse.view'({ listingId, view }) {
      viewed.push(`${listingId} ${view.filter.text}`);
      return later('browse.view', stateOf(find(listingId)));
    },
    async 'browse.select'({ listingId, change }) {
      const found = find(listingId);
      select(found.keys, change);
      return stateOf(found);
    },
    'browse.locate': ({ ids }) => ({ indexes: ids }),
    'browse.close'({ listingId }) {
      listings.delete(listingId);
      return null;
    },
  });
  const store = createAppStore(client);
  return {
    store,
    open: () => [...listings.values()].map(({ state }) => state.prefix),
    selected: () => [...find(store.getState().browse?.listingId ?? '').keys],
    openings: () => openings,
    viewed: () => viewed,
    hold: (...names) => void (held = names),
    answer() {
      held = [];
      for (const one of waiting.splice(0)) one();
    },
    refuse: (isOn) => void (isRefusing = isOn),
  };
}
