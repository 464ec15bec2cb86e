import { describe, expect, it } from 'vitest';
import { defaultChosenView } from '../../../src/renderer/store/chosen-view.ts';
import { bookmarkHere } from '../../../src/renderer/store/saved-slice.ts';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import type { BrowseState } from '../../../src/shared/browse.ts';
import type { Input } from '../../../src/shared/contract.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import type { Bookmark, SavedSelection } from '../../../src/shared/saved.ts';
import type { Session, Source } from '../../../src/shared/session.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { browseState } from '../browser/browse-state.ts';
import { scriptedClient, type Script } from '../scripted-client.ts';

const teamId = '5e0c8f6a-1111-4a1b-9d5e-00000000000a';
const locationId = 'c3b1d2e4-3333-4f5a-b6c7-000000000001';
const where = {
  environmentId: 'production' as const,
  teamId,
  locationId,
  locationName: 'Media',
  prefix: 'day 12/',
};
const bookmark: Bookmark = { kind: 'bookmark', id: 'b-1', name: 'Day 12', ...where };
const selection: SavedSelection = {
  kind: 'selection',
  id: 's-1',
  name: 'New',
  ...where,
  scope: 'below',
  view: { ...defaultChosenView, filter: { ...defaultChosenView.filter, text: 'A001', age: 'week' } },
};
const source: Source = {
  locationId,
  teamId,
  name: 'Media',
  bucket: 'media',
  access: 'ready',
  error: null,
  credentials: null,
  endpoint: { endpoint: null, region: null, pathStyle: false },
};
const session: Session = {
  environment: { environmentId: 'production', label: 'Production', host: 'api.pixop.com' },
  environments: [],
  connectionId: 'production',
  connections: [],
  key: 'valid',
  account: {
    accountId: '5e0c8f6a-2222-4a1b-9d5e-00000000000a',
    email: 'mette@example.com',
    name: 'Mette',
    defaultTeam: { teamId, name: 'A', apiEnabled: true },
  },
  error: null,
  secretStore: { kind: 'keychain' },
};

function setUp(script: Script = {}) {
  const opened: Input<'browse.open'>[] = [];
  const state = ({ locationId: at, prefix, scope }: Input<'browse.open'>): BrowseState =>
    browseState({ locationId: at, prefix, scope });
  const client = scriptedClient({
    'browse.open': (input) => {
      opened.push(input);
      return state(input);
    },
    'browse.close': () => null,
    'saved.get': () => [bookmark, selection],
    ...script,
  });
  const store = createAppStore(client);
  store.setState({ session, settings: defaultSettings, sources: [source] });
  return { client, store, opened };
}

describe('what is saved', () => {
  it('shows nothing before main has kept it, and what main tells of', async () => {
    const { store, client } = setUp({
      'saved.change': (change) => {
        if (change.change !== 'remove') throw new AppFailure({ code: 'conflict', message: 'Full' });
        return [selection];
      },
    });
    await store.getState().loadSaved();
    const { id: _id, ...unsaved } = bookmark;
    expect(await store.getState().changeSaved({ change: 'add', item: unsaved })).toMatchObject({
      code: 'conflict',
    });
    expect(store.getState().saved).toEqual([bookmark, selection]);
    expect(await store.getState().changeSaved({ change: 'remove', id: 'b-1' })).toBeNull();
    expect(store.getState().saved).toEqual([selection]);
    client.subscribe('saved.changed', store.getState().savedChanged);
    client.publish('saved.changed', []);
    expect(store.getState().saved).toEqual([]);
  });

  it('leads a bookmark to its folder, straight, and picks nothing there', async () => {
    const { store, opened } = setUp();
    await store.getState().openSaved(bookmark);
    expect(store.getState().selectedLocationId).toBe(locationId);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ locationId, prefix: 'day 12/', scope: 'folder' });
    expect(opened[0]).not.toHaveProperty('pick');
  });

  it('leads a selection to its place and view, where everything that matches is picked', async () => {
    const { store, opened } = setUp();
    await store.getState().openSaved(selection);
    expect(opened[0]).toMatchObject({ locationId, prefix: 'day 12/', scope: 'below' });
    expect(opened[0]?.view.filter).toMatchObject({ text: 'A001', videosOnly: true });
    expect(opened[0]?.pick).toEqual(opened[0]?.view.filter);
    expect(store.getState().browseView).toEqual(selection.view);
  });

  it('leads nowhere once its location is gone', async () => {
    const { store, opened } = setUp();
    store.setState({ sources: [] });
    expect(await store.getState().openSaved(selection)).toBeNull();
    expect(opened).toEqual([]);
    expect(store.getState().place).toBeNull();
  });
});

describe('the bookmark of the place in the browser', () => {
  it('is found by environment, team, location and folder', async () => {
    const others: readonly Partial<Bookmark>[] = [
      { environmentId: 'staging' },
      { teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000b' },
      { locationId: 'c3b1d2e4-3333-4f5a-b6c7-000000000002' },
      { prefix: 'day 13/' },
    ];
    const { store } = setUp();
    await store.getState().openPlace({ locationId, prefix: 'day 12/', scope: 'below' });
    store.setState({ saved: [selection, ...others.map((part) => ({ ...bookmark, ...part }))] });
    expect(bookmarkHere(store.getState())).toBeNull();
    store.setState({ saved: [selection, bookmark] });
    expect(bookmarkHere(store.getState())).toEqual(bookmark);
  });
});
