import { expect, it } from 'vitest';
import { defaultChosenView } from '../../../src/renderer/store/chosen-view.ts';
import { folder, slowMain, type SlowMain } from './slow-main.ts';

const toggle = (id: number) => ({ kind: 'toggle', row: { index: id, id } }) as const;

/** A main process whose folder has rows 3 and 4 selected and is being listed anew. */
async function beingListedAnew(): Promise<{ readonly main: SlowMain; readonly anew: Promise<unknown> }> {
  const main = slowMain();
  const { openPlace, changeSelection, refreshPlace } = main.store.getState();
  await openPlace(folder('a/'));
  await changeSelection(toggle(3));
  await changeSelection(toggle(4));
  main.hold('browse.open');
  const anew = refreshPlace();
  await expect.poll(main.openings).toBe(2);
  return { main, anew };
}

it('selects in the new listing what was picked while it was being opened, and not what was let go', async () => {
  const { main, anew } = await beingListedAnew();
  const { changeSelection } = main.store.getState();
  await changeSelection(toggle(5));
  await changeSelection(toggle(3));
  // It is shown on the rows that are on screen, like any other change.
  expect(main.store.getState().browse).toMatchObject({ listingId: 'listing-1', selected: 2 });
  main.answer();
  await anew;
  expect(main.store.getState().browse).toMatchObject({ listingId: 'listing-3', selected: 2 });
  expect(main.selected()).toEqual([4, 5]);
  expect(main.open()).toEqual(['a/']);
});

it('selects in it what a rectangle was drawn round meanwhile', async () => {
  const { main, anew } = await beingListedAnew();
  const block = { columns: 1, fromLine: 0, toLine: 8, fromColumn: 0, toColumn: 1 };
  void main.store.getState().drawSelection({ kind: 'marquee', drag: 1, additive: true, block });
  main.answer();
  await anew;
  expect(main.selected()).toEqual([3, 4, 8]);
});

it('is opened once when nothing was changed', async () => {
  const { main, anew } = await beingListedAnew();
  main.answer();
  await anew;
  expect(main.openings()).toBe(2);
  expect(main.selected()).toEqual([3, 4]);
});

it('does not go back to an older selection when it is asked for twice', async () => {
  const { main, anew } = await beingListedAnew();
  await main.store.getState().changeSelection(toggle(3));
  const again = main.store.getState().refreshPlace();
  main.answer();
  await Promise.all([anew, again]);
  expect(main.selected()).toEqual([4]);
  expect(main.open()).toEqual(['a/']);
});

it('keeps a pick for the next try when the opening is refused', async () => {
  const main = slowMain();
  const { openPlace, changeSelection, refreshPlace } = main.store.getState();
  await openPlace(folder('a/'));
  main.refuse(true);
  const refused = refreshPlace();
  await changeSelection(toggle(5));
  expect(await refused).not.toBeNull();
  main.refuse(false);
  await refreshPlace();
  expect(main.selected()).toEqual([5]);
});

it('no longer selects by itself what comes once the operator has picked meanwhile', async () => {
  const main = slowMain();
  const { openPicked, changeSelection, refreshPlace } = main.store.getState();
  await openPicked(folder('a/'), defaultChosenView);
  main.hold('browse.open');
  const anew = refreshPlace();
  await expect.poll(main.openings).toBe(2);
  await changeSelection(toggle(5));
  main.answer();
  await anew;
  expect(main.store.getState().picking).toBeNull();
  expect(main.selected()).toEqual([7, 5]);
});

it('goes on selecting by a saved selection that takes the place of what was clicked meanwhile', async () => {
  const main = slowMain();
  const { openPlace, openPicked, changeSelection } = main.store.getState();
  await openPlace(folder('a/'));
  main.hold('browse.open');
  const picked = openPicked(folder('a/'), defaultChosenView);
  await expect.poll(main.openings).toBe(2);
  await changeSelection(toggle(5));
  main.answer();
  await picked;
  expect(main.store.getState().picking).toEqual(defaultChosenView.filter);
  expect(main.selected()).toEqual([7]);
});

it('is filtered at once while it is listed anew, so that everything selected is everything on screen', async () => {
  const { main, anew } = await beingListedAnew();
  const { changeFilter, changeSort } = main.store.getState();
  await changeFilter({ text: 'master' });
  expect(main.viewed()).toEqual(['listing-1 master']);
  main.hold('browse.open', 'browse.view');
  const late = changeSort({ column: 'size', descending: true });
  main.answer();
  await Promise.all([anew, late]);
  expect(main.viewed()).toEqual(['listing-1 master', 'listing-1 master', 'listing-2 master']);
  expect(main.store.getState().browseView).toMatchObject({
    filter: { text: 'master' },
    sort: { column: 'size' },
  });
});

it('leaves the keyboard where it has gone meanwhile', async () => {
  const { main, anew } = await beingListedAnew();
  main.store.getState().moveCursor({ active: { index: 6, id: 6 }, anchor: null });
  main.answer();
  await anew;
  expect(main.store.getState().cursor.active).toEqual({ index: 6, id: null });
});
