import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import { defaultChosenView } from '../../../src/renderer/store/chosen-view.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import type { BatchSettings } from '../../../src/shared/imports.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { browseState } from '../browser/browse-state.ts';
import { scriptedClient, type Script } from '../scripted-client.ts';
import { failure, teamA } from './store-rig.ts';

const settings: BatchSettings = {
  teamId: teamA.teamId,
  projectId: null,
  projectName: null,
  fullIngestion: true,
  nameTemplate: '{basename}',
  descriptionTemplate: '',
  importReference: true,
};
const listing = browseState({ listed: 3, matchingObjects: 3, selected: 2, selectedBytes: 20 });
const place = { locationId: listing.locationId, prefix: '', scope: 'folder' } as const;
const request = { draftId: 'd1', settings, keep: [] };

/** A store with a draft of what is selected, and what of the selection was asked for since. */
const withDraft = async (script: Script = {}, opened = listing, isPicked = false) => {
  const client = scriptedClient({
    'browse.open': () => opened,
    'browse.close': () => null,
    'browse.select': () => ({ ...opened, revision: 9, selected: 0, selectedBytes: 0 }),
    'drafts.fromSelection': () => ({ draftId: 'd1' }),
    'drafts.start': () => ({ batchId: 'b1', queued: 2 }),
    'settings.change': () => defaultSettings,
    ...script,
  });
  const store = createAppStore(client);
  if (isPicked) await store.getState().openPicked(place, defaultChosenView);
  else await store.getState().openPlace(place);
  await store.getState().openDraftFromSelection(opened.listingId);
  const selections = () =>
    client.asked.flatMap(({ name, input }) => (name === 'browse.select' ? [input] : []));
  return { store, selections };
};

describe('a selection of which a batch was made', () => {
  it('is cleared when the batch has started, so that nothing asks for it twice', async () => {
    const { store, selections } = await withDraft();
    await store.getState().startDraft(request);
    expect(selections()).toEqual([{ listingId: listing.listingId, change: { kind: 'none' } }]);
    expect(store.getState()).toMatchObject({ draftId: null, browse: { selected: 0 } });
  });

  it('stays while the sheet is only closed, or its start is refused', async () => {
    const refuses = () => {
      throw new AppFailure(failure);
    };
    const { store, selections } = await withDraft({ 'drafts.start': refuses, 'drafts.discard': () => null });
    await store.getState().startDraft(request);
    expect(store.getState().draftId).toBe('d1');
    await store.getState().discardDraft();
    expect(selections()).toEqual([]);
  });

  it('stays when it is another by now, or another folder’s', async () => {
    const changed = await withDraft();
    changed.store.getState().browseChanged({ ...listing, revision: 2, selected: 3, selectedBytes: 30 });
    await changed.store.getState().startDraft(request);
    expect(changed.selections()).toEqual([]);

    let opened = 0;
    const left = await withDraft({
      'browse.open': () => ({ ...listing, listingId: `listing-${(opened += 1)}` }),
    });
    await left.store.getState().openPlace({ ...place, prefix: 'elsewhere/' });
    await left.store.getState().startDraft(request);
    expect(left.selections()).toEqual([]);
  });

  it('stays while main still adds to it, and is cleared once the listing is whole', async () => {
    const partial = { ...listing, complete: false };
    const growing = await withDraft({}, partial, true);
    await growing.store.getState().startDraft(request);
    expect(growing.selections()).toEqual([]);

    const whole = await withDraft({}, listing, true);
    await whole.store.getState().startDraft(request);
    expect(whole.selections()).toHaveLength(1);
  });

  it('is not touched by the batch of a list', async () => {
    const { store, selections } = await withDraft();
    await store.getState().startDraft({ ...request, draftId: 'd2' });
    expect(selections()).toEqual([]);
  });
});

describe('a draft on its way', () => {
  /** A store whose drafts are answered when the test says so. */
  const slowly = () => {
    const answers: (() => void)[] = [];
    const discarded: string[] = [];
    const client = scriptedClient({
      'drafts.fromSelection': ({ listingId }) =>
        new Promise<{ draftId: string }>((answer) => {
          const draftId = `${listingId}/${answers.length}`;
          answers.push(() => answer({ draftId }));
        }),
      'drafts.discard'({ draftId }) {
        discarded.push(draftId);
        return null;
      },
    });
    return { store: createAppStore(client), answers, discarded };
  };

  it('is asked for once, however often Import is pressed before the sheet is there and after', async () => {
    const { store, answers, discarded } = slowly();
    const { openDraftFromSelection } = store.getState();
    const both = Promise.all([openDraftFromSelection('a'), openDraftFromSelection('a')]);
    for (const answer of answers) answer();
    await both;
    await openDraftFromSelection('a');
    expect(answers).toHaveLength(1);
    expect(store.getState().draftId).toBe('a/0');
    await store.getState().discardDraft();
    expect(discarded).toEqual(['a/0']);
    void openDraftFromSelection('a');
    expect(answers).toHaveLength(2);
  });

  it('is asked for again after it was refused, which is told once', async () => {
    let refuses = true;
    const client = scriptedClient({
      async 'drafts.fromSelection'() {
        await Promise.resolve();
        if (refuses) throw new AppFailure(failure);
        return { draftId: 'd1' };
      },
    });
    const store = createAppStore(client);
    const { openDraftFromSelection } = store.getState();
    const answers = await Promise.all([openDraftFromSelection('a'), openDraftFromSelection('a')]);
    expect(answers.map((error) => error?.code)).toEqual([failure.code, undefined]);
    refuses = false;
    expect(await openDraftFromSelection('a')).toBeNull();
    expect(store.getState().draftId).toBe('d1');
  });

  it('is that of the listing that was asked last; the other is discarded, whichever is answered first', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { store, answers, discarded } = slowly();
      const { openDraftFromSelection } = store.getState();
      const both = Promise.all([openDraftFromSelection('a'), openDraftFromSelection('b')]);
      for (const at of order) answers[at]?.();
      await both;
      expect(store.getState().draftId).toBe('b/1');
      expect(discarded).toEqual(['a/0']);
    }
  });

  it('is discarded when another takes its place', async () => {
    const { store, discarded } = slowly();
    store.getState().showDraft({ draftId: 'd1', draftProjectName: null });
    store.getState().showDraft({ draftId: 'd2', draftProjectName: 'Dailies' });
    expect(store.getState()).toMatchObject({ draftId: 'd2', draftProjectName: 'Dailies' });
    expect(discarded).toEqual(['d1']);
  });
});

describe('an import of what is selected on screen', () => {
  const drafted = (client: ReturnType<typeof scriptedClient>) =>
    client.asked.flatMap(({ name, input }) => (name === 'drafts.fromSelection' ? [input] : []));
  const opened = async (listings: readonly (typeof listing)[]) => {
    const left = [...listings];
    const client = scriptedClient({
      'browse.open': () => left.shift() ?? listing,
      'browse.close': () => null,
      'drafts.fromSelection': () => ({ draftId: 'd1' }),
    });
    const store = createAppStore(client);
    await store.getState().openPlace(place);
    return { store, client };
  };
  const anew = { ...listing, listingId: 'listing-anew' };

  it('takes the listing that took over the selection while the last of it was on its way', async () => {
    const { store, client } = await opened([listing, anew]);
    let settle = (): void => undefined;
    store.setState({ selectionSettled: () => new Promise((resolve) => (settle = resolve)) });
    const asked = store.getState().importSelection();
    await store.getState().refreshPlace();
    settle();
    await asked;
    expect(drafted(client)).toEqual([{ listingId: anew.listingId }]);
  });

  it('is given up in a place that was left meanwhile, and where nothing is selected', async () => {
    const { store, client } = await opened([listing, { ...anew, prefix: 'elsewhere/' }]);
    const asked = store.getState().importSelection();
    const gone = store.getState().openPlace({ ...place, prefix: 'elsewhere/' });
    await Promise.all([asked, gone]);
    store.getState().browseChanged({ ...anew, prefix: 'elsewhere/', revision: 9, selected: 0 });
    await store.getState().importSelection();
    expect(drafted(client)).toEqual([]);
  });
});
