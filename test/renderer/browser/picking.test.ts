import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultChosenView } from '../../../src/renderer/store/chosen-view.ts';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import type { BrowseState, ChosenView } from '../../../src/shared/browse.ts';
import type { Input } from '../../../src/shared/contract.ts';
import { DAY } from '../../../src/shared/units.ts';
import { scriptedClient } from '../scripted-client.ts';
import { browseState } from './browse-state.ts';

const locationId = 'c3b1d2e4-3333-4f5a-b6c7-000000000001';
const place = { locationId, prefix: 'day 12/', scope: 'below' } as const;
const week: ChosenView = {
  ...defaultChosenView,
  filter: { ...defaultChosenView.filter, age: 'week', minSizeBytes: 1e9, badges: ['none'] },
};
const noon = Date.UTC(2026, 10, 24, 12);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: noon }));
afterEach(() => void vi.useRealTimers());

function setUp() {
  const opened: Input<'browse.open'>[] = [];
  const state = ({ locationId, prefix, scope }: Input<'browse.open'>): BrowseState =>
    browseState({
      listingId: `listing-${opened.length}`,
      locationId,
      prefix,
      scope,
      listed: 3,
      listedBytes: 30,
      matching: 3,
      matchingObjects: 3,
      matchingPickable: 3,
      matchingBytes: 30,
      complete: false,
      selected: 3,
      selectedBytes: 30,
    });
  const client = scriptedClient({
    'browse.open': (input) => {
      opened.push(input);
      return state(input);
    },
    'browse.close': () => null,
    'browse.view': () => ({ ...state(opened.at(-1) ?? { ...place, view: never() }), revision: 2 }),
    'browse.select': () => ({ ...state(opened.at(-1) ?? { ...place, view: never() }), revision: 3 }),
  });
  return { opened, store: createAppStore(client) };
}
const never = (): never => {
  throw new Error('Nothing was opened');
};

it('asks for everything that matches, with the dates that the age means now, also when it is listed again', async () => {
  const { opened, store } = setUp();
  await store.getState().openPicked(place, week);
  expect(opened[0]).toMatchObject({ ...place, view: { filter: { modifiedAfterMs: noon - 7 * DAY } } });
  expect(opened[0]?.pick).toEqual(opened[0]?.view.filter);

  // What the operator looks for meanwhile changes nothing of what is picked.
  await store.getState().changeView({ ...week, filter: { ...week.filter, text: 'A001' } });
  vi.setSystemTime(noon + DAY);
  await store.getState().refreshPlace();
  expect(opened[1]?.view.filter).toMatchObject({ text: 'A001', modifiedAfterMs: noon - 6 * DAY });
  expect(opened[1]?.pick).toMatchObject({ text: '', modifiedAfterMs: noon - 6 * DAY, badges: ['none'] });
});

it('leaves the selection to the operator once it was changed by hand', async () => {
  const { opened, store } = setUp();
  await store.getState().openPicked(place, week);
  expect(store.getState().picking).toEqual(week.filter);
  await store.getState().changeSelection({ kind: 'toggle', row: { index: 0, id: null } });
  expect(store.getState().picking).toBeNull();
  await store.getState().refreshPlace();
  expect(opened[1]).not.toHaveProperty('pick');
});

it('picks nothing in the places gone to afterwards', async () => {
  const { opened, store } = setUp();
  await store.getState().openPicked(place, week);
  await store.getState().openPlace({ ...place, prefix: 'day 13/' });
  await store.getState().goBack();
  expect(opened).toHaveLength(3);
  expect(opened.slice(1).filter((input) => 'pick' in input)).toEqual([]);
});
