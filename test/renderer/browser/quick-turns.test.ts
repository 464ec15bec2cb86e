import { expect, it } from 'vitest';
import { folder, slowMain } from './slow-main.ts';

const toggle = (id: number) => ({ kind: 'toggle', row: { index: id, id } }) as const;

it('comes back to the listing that was just left, although the next one was not there yet', async () => {
  const { store, open, openings, selected, hold, answer } = slowMain();
  await store.getState().openPlace(folder('a/'));
  await store.getState().changeSelection(toggle(3));
  hold('browse.open');
  const there = store.getState().openPlace(folder('b/'));
  await store.getState().goBack();
  answer();
  await there;
  expect(store.getState().browse?.prefix).toBe('a/');
  expect(selected()).toEqual([3]);
  // What was opened of the other folder is closed, and nothing of the first one is kept twice.
  await expect.poll(open).toEqual(['a/']);
  expect(openings()).toBe(2);

  await store.getState().changeSelection({ kind: 'none' });
  await store.getState().openPlace(folder('b/'));
  await store.getState().openPlace(folder('a/'));
  expect(selected()).toEqual([]);
});

it('keeps what was left for elsewhere while it was being listed anew', async () => {
  const { store, selected, openings, hold, answer } = slowMain();
  await store.getState().openPlace(folder('a/'));
  await store.getState().changeSelection(toggle(3));
  hold('browse.open');
  const anew = store.getState().refreshPlace();
  await expect.poll(openings).toBe(2);
  const there = store.getState().openPlace(folder('b/'));
  answer();
  await Promise.all([anew, there]);
  await store.getState().goBack();
  expect(selected()).toEqual([3]);
  expect(openings()).toBe(3);
});

it('loses nothing of a folder that is only passed through, back and forward', async () => {
  const { store, selected, openings, hold, answer } = slowMain();
  await store.getState().openPlace(folder('a/'));
  await store.getState().openPlace(folder('b/'));
  await store.getState().changeSelection(toggle(3));
  store.getState().moveCursor({ active: { index: 5, id: 5 }, anchor: null });
  await store.getState().openPlace(folder('c/'));
  hold('browse.view');
  const turns = [store.getState().goBack(), store.getState().goBack(), store.getState().goForward()];
  answer();
  await Promise.all(turns);
  expect(store.getState()).toMatchObject({ browse: { prefix: 'b/' }, cursor: { active: { index: 5 } } });
  expect(selected()).toEqual([3]);

  hold('browse.view');
  const past = store.getState().goBack();
  const back = store.getState().goForward();
  answer();
  await Promise.all([past, back]);
  await store.getState().goBack();
  await store.getState().goForward();
  expect(selected()).toEqual([3]);
  expect(openings()).toBe(3);
});

it('lists a place anew with what was selected in it, however often that was refused before', async () => {
  const { store, open, selected, refuse } = slowMain();
  await store.getState().openPlace(folder('a/'));
  await store.getState().changeSelection(toggle(3));
  refuse(true);
  expect((await store.getState().refreshPlace())?.code).toBe('keychain-unavailable');
  expect((await store.getState().refreshPlace())?.code).toBe('keychain-unavailable');
  expect(store.getState()).toMatchObject({ browse: null, browseError: { code: 'keychain-unavailable' } });
  refuse(false);
  expect(await store.getState().refreshPlace()).toBeNull();
  expect(selected()).toEqual([3]);
  expect(open()).toEqual(['a/']);
});

it('comes back to what could not be listed anew, and closes it with its location', async () => {
  const { store, open, selected, openings, refuse } = slowMain();
  await store.getState().openPlace(folder('a/'));
  await store.getState().changeSelection(toggle(3));
  await store.getState().openPlace(folder('b/'));
  await store.getState().goBack();
  refuse(true);
  await store.getState().refreshPlace();
  await store.getState().goForward();
  await store.getState().goBack();
  expect(selected()).toEqual([3]);
  expect(openings()).toBe(2);
  await store.getState().refreshPlace();
  store.getState().forgetPlaces(null);
  expect(open()).toEqual([]);
});

it('lists anew with its selection what it was only about to come back to', async () => {
  const { store, open, selected, hold, answer } = slowMain();
  await store.getState().openPlace(folder('a/'));
  await store.getState().changeSelection(toggle(3));
  await store.getState().openPlace(folder('b/'));
  hold('browse.view');
  const back = store.getState().goBack();
  const anew = store.getState().refreshPlace();
  answer();
  await Promise.all([back, anew]);
  expect(selected()).toEqual([3]);
  expect(open()).toEqual(['b/', 'a/']);
});

it('begins with nothing selected where another depth of a folder is visited anew', async () => {
  const { store, open, selected } = slowMain();
  await store.getState().openPlace(folder('a/', 'below'));
  await store.getState().changeSelection(toggle(3));
  await store.getState().openPlace(folder('b/'));
  await store.getState().openPlace(folder('a/'));
  await store.getState().openPlace(folder('a/', 'below'));
  expect(selected()).toEqual([]);
  expect(open()).toEqual(['b/', 'a/']);
});
