import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import { findTyped } from '../../../src/renderer/views/browser/find-typed.ts';
import { scriptedClient } from '../scripted-client.ts';
import { browseState } from './browse-state.ts';

const { locationId } = browseState();

/** A store in one folder, whose answers about rows are given by the test. */
async function inFolder() {
  const answers: ((index: number) => void)[] = [];
  const store = createAppStore(
    scriptedClient({
      'browse.open': ({ prefix }) => browseState({ listingId: `listing-${prefix || 'top'}`, prefix }),
      'browse.close': () => null,
      'browse.find': () =>
        new Promise<{ index: number }>((answer) => void answers.push((index) => answer({ index }))),
    }),
  );
  const open = (prefix: string) => store.getState().openPlace({ locationId, prefix, scope: 'folder' });
  await open('');
  return {
    answers,
    open,
    find: (isStillTyped = true) => findTyped(store.getState, 'a', 4, () => isStillTyped),
  };
}

describe('typing a name', () => {
  it('goes on from the row it is on, then from the top', async () => {
    const { answers, find } = await inFolder();
    const found = find();
    answers[0]?.(-1);
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.(2);
    expect(await found).toEqual({ kind: 'row', index: 2 });
  });

  it('does nothing in another folder with what was found in the one that was left', async () => {
    const { answers, find, open } = await inFolder();
    const found = find();
    await open('day 12/');
    answers[0]?.(2);
    expect(await found).toEqual({ kind: 'nothing' });
  });

  it('does nothing when more was typed meanwhile', async () => {
    const { answers, find } = await inFolder();
    const found = find(false);
    answers[0]?.(2);
    expect(await found).toEqual({ kind: 'nothing' });
  });
});
