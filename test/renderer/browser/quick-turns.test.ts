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
