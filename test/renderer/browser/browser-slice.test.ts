import { expect, it } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import type { BrowseRow, BrowseState, SelectionChange } from '../../../src/shared/browse.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import type { Source } from '../../../src/shared/session.ts';
import { scriptedClient } from '../scripted-client.ts';
import { browseState } from './browse-state.ts';

const listing = browseState({
  listed: 3,
  listedBytes: 30,
  matching: 3,
  matchingObjects: 3,
  matchingPickable: 3,
  matchingBytes: 30,
});

const aSource: Source = {
  locationId: listing.locationId,
  teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000a',
  name: 'Source',
  bucket: 'bucket',
  access: 'ready',
  error: null,
  credentials: null,
  endpoint: { endpoint: null, region: null, pathStyle: false },
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
  void store.getState().changeSelection({ kind: 'toggle', row: { index: 0, id: null } });
  const counted = store
    .getState()
    .selectionSettled()
    .then(() => store.getState().browse?.selected);
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.({ ...listing, revision: 2, selected: 3, selectedBytes: 30 });
  answers[1]?.({ ...listing, revision: 3, selected: 2, selectedBytes: 20 });
  expect(await counted).toBe(2);
});

it('sends one change of a drawn rectangle at a time and then only the newest, before anything that was done after it', async () => {
  const answers: (() => void)[] = [];
  const asked: SelectionChange[] = [];
  const client = scriptedClient({
    'browse.open': () => listing,
    'browse.select': ({ change }) => {
      asked.push(change);
      return new Promise<BrowseState>((answer) => void answers.push(() => answer(listing)));
    },
  });
  const store = createAppStore(client);
  await store.getState().openPlace({ locationId: listing.locationId, prefix: '', scope: 'folder' });
  const draw = (toLine: number) => {
    const block = { columns: 4, fromLine: 0, toLine, fromColumn: 0, toColumn: 4 };
    const change = { kind: 'marquee', drag: 1, additive: false, block } as const;
    void store.getState().drawSelection(change);
    return change;
  };

  const first = draw(1);
  draw(2);
  draw(3);
  const newest = draw(4);
  void store.getState().changeSelection({ kind: 'none' });
  const counted = store.getState().selectionSettled();
  expect(asked).toEqual([first]);
  answers[0]?.();
  await expect.poll(() => asked).toEqual([first, newest]);
  answers[1]?.();
  await expect.poll(() => asked).toEqual([first, newest, { kind: 'none' }]);
  answers[2]?.();
  await counted;
});

it('leaves a location that was removed, and no way leads back to it', async () => {
  const client = scriptedClient({
    'browse.open': ({ locationId, prefix }) => ({ ...listing, locationId, prefix }),
    'browse.close': () => null,
    'sources.remove': () => null,
  });
  const store = createAppStore(client);
  const other = 'c3b1d2e4-3333-4f5a-b6c7-000000000002';
  const { openPlace, removeSource } = store.getState();
  await openPlace({ locationId: other, prefix: '', scope: 'folder' });
  await openPlace({ locationId: listing.locationId, prefix: '', scope: 'folder' });
  await openPlace({ locationId: listing.locationId, prefix: 'a/', scope: 'folder' });
  expect(await removeSource(listing.locationId)).toBeNull();
  expect(store.getState()).toMatchObject({ place: null, browse: null, forward: [] });
  expect(store.getState().back).toEqual([{ locationId: other, prefix: '', scope: 'folder' }]);
});

it('stays where it is when the location is still needed', async () => {
  const client = scriptedClient({
    'browse.open': () => listing,
    'sources.remove': () => {
      throw new AppFailure({ code: 'conflict', message: 'needed' });
    },
  });
  const store = createAppStore(client);
  store.getState().sourcesChanged([aSource]);
  await store.getState().openPlace({ locationId: listing.locationId, prefix: '', scope: 'folder' });
  expect(await store.getState().removeSource(listing.locationId)).toMatchObject({ code: 'conflict' });
  expect(store.getState()).toMatchObject({ browse: listing, sources: [aSource] });
});

it('shows rows as they were again when a change of the selection has failed', async () => {
  const row: BrowseRow = {
    id: 0,
    kind: 'object',
    key: 'a.mov',
    sizeBytes: 1,
    modifiedMs: 0,
    storageClass: 'STANDARD',
    etag: '',
    notPickable: null,
    selected: false,
    badge: 'none',
    imported: null,
  };
  const client = scriptedClient({
    'browse.open': () => listing,
    'browse.rows': () => ({ revision: 1, rows: [row] }),
    'browse.select': () => {
      throw new AppFailure({ code: 'not-found', message: 'This listing is no longer open.' });
    },
  });
  const store = createAppStore(client);
  await store.getState().openPlace({ locationId: listing.locationId, prefix: '', scope: 'folder' });
  const { rowWindows, changeSelection } = store.getState();
  rowWindows?.show(0, 1, 1);
  await expect.poll(() => rowWindows?.row(0)?.selected).toBe(false);

  const failed = changeSelection({ kind: 'only', row: { index: 0, id: null } });
  expect(rowWindows?.row(0)?.selected).toBe(true);
  expect((await failed)?.code).toBe('not-found');
  await expect.poll(() => rowWindows?.row(0)?.selected).toBe(false);
});

it('takes a filter that is typed while a place is being opened, or answered too late for it, to where it goes', async () => {
  const opened: string[] = [];
  const viewed: string[] = [];
  let answerView = (): void => undefined;
  const client = scriptedClient({
    'browse.open': async ({ scope, view }) => {
      opened.push(view.filter.text);
      await Promise.resolve();
      return { ...listing, scope, listingId: `listing-${opened.length}` };
    },
    'browse.close': () => null,
    'browse.view': ({ listingId, view }) => {
      viewed.push(`${listingId} ${view.filter.text}`);
      return new Promise<BrowseState>((answer) => {
        answerView = () => answer({ ...listing, listingId, revision: 2 });
      });
    },
  });
  const store = createAppStore(client);
  const { openPlace, changeFilter } = store.getState();
  const place = { locationId: listing.locationId, prefix: '' } as const;
  const typed = (text: string) => changeFilter({ text });

  const opening = openPlace({ ...place, scope: 'folder' });
  await typed('master');
  await expect.poll(() => viewed).toEqual(['listing-1 master']);
  answerView();
  await opening;

  void typed('proxy');
  const later = openPlace({ ...place, scope: 'below' });
  await later;
  expect(opened).toEqual(['', 'proxy']);
  expect(store.getState().browseView.filter.text).toBe('proxy');
});

it('keeps a part of the filter that is changed before the part before is answered', async () => {
  const views: unknown[] = [];
  const client = scriptedClient({
    'browse.open': () => listing,
    'browse.view': ({ view: { filter } }) => {
      views.push([filter.text, filter.videosOnly]);
      return { ...listing, revision: 1 + views.length };
    },
  });
  const store = createAppStore(client);
  const { openPlace, changeFilter } = store.getState();
  await openPlace({ locationId: listing.locationId, prefix: '', scope: 'folder' });
  await Promise.all([changeFilter({ text: 'master' }), changeFilter({ videosOnly: false })]);
  expect(views).toEqual([
    ['master', true],
    ['master', false],
  ]);
  expect(store.getState().browseView.filter).toMatchObject({ text: 'master', videosOnly: false });
});

it('sorts by what was asked for last: a filter that is not answered yet is not dropped', async () => {
  const answers: (() => void)[] = [];
  const client = scriptedClient({
    'browse.open': () => listing,
    'browse.view': () =>
      new Promise<BrowseState>((answer) => {
        const revision = 2 + answers.length;
        answers.push(() => answer({ ...listing, revision }));
      }),
  });
  const store = createAppStore(client);
  const { openPlace, changeFilter, changeSort } = store.getState();
  await openPlace({ locationId: listing.locationId, prefix: '', scope: 'folder' });
  const sort = { column: 'size', descending: true } as const;
  const both = Promise.all([changeFilter({ text: 'master' }), changeSort(sort)]);
  await expect.poll(() => answers.length).toBe(2);
  for (const answer of answers) answer();
  await both;
  expect(client.asked.at(-1)?.input).toMatchObject({ view: { filter: { text: 'master' }, sort } });
  expect(store.getState().browseView).toMatchObject({ filter: { text: 'master' }, sort });
});
