import { describe, expect, it } from 'vitest';
import type { Output } from '../../../src/shared/contract.ts';
import { jobStates, type QueueSummary } from '../../../src/shared/imports.ts';
import type { Session } from '../../../src/shared/session.ts';
import { browseState } from '../browser/browse-state.ts';
import { jobRow } from '../queue/job-row.ts';
import { session, settled, source, start, teamA, teamB } from './store-rig.ts';

describe('another account that is chosen', () => {
  const summary: QueueSummary = {
    revision: 1,
    counts: Object.fromEntries(jobStates.map((state) => [state, 0])) as QueueSummary['counts'],
    totalBytes: 0,
    doneBytes: 0,
    copiedBytes: 0,
    paused: null,
    offline: false,
    rate: null,
    bytesPerSecond: null,
    etaMs: null,
    unsent: 0,
    safeToQuit: true,
  };
  const queueOf = (name: string): Output<'queue.snapshot'> => ({
    rows: [jobRow({ jobId: name })],
    batches: [],
    total: 1,
    summary,
  });
  const second = (): Session =>
    session({
      connectionId: 'production-2',
      account: { accountId: 'bo', email: 'bo@example.com', name: 'Bo', defaultTeam: teamB },
    });

  it('has its own queue on screen, and nothing is left of the place where the other one was', async () => {
    let shown = 'first';
    const { client, store } = await start({
      'queue.snapshot': () => queueOf(shown),
      'browse.open': ({ locationId, prefix, scope }) =>
        browseState({ listingId: 'listing', locationId, prefix, scope }),
      'browse.close': () => null,
    });
    await store
      .getState()
      .openPlace({ locationId: source(2, 'ready').locationId, prefix: '', scope: 'folder' });
    expect([...store.getState().jobs.byId.keys()]).toEqual(['first']);

    store.getState().showInQueue({ search: 'take 1' });

    shown = 'second';
    client.publish('session.changed', second());
    expect(store.getState()).toMatchObject({
      sources: null,
      selectedLocationId: null,
      place: null,
      browse: null,
      back: [],
      queueSummary: null,
    });
    expect([...store.getState().jobs.byId.keys()]).toEqual([]);
    await settled();
    expect([...store.getState().jobs.byId.keys()]).toEqual(['second']);
    expect(store.getState().jobGroups).toEqual([{ batchId: null, jobIds: ['second'] }]);
    expect(client.asked.map(({ name }) => name)).toContain('browse.close');
  });

  it('does not get what the other one’s queue answered late', async () => {
    const answers: ((page: Output<'queue.snapshot'>) => void)[] = [];
    const { client, store } = await start({
      'queue.snapshot': () => new Promise<Output<'queue.snapshot'>>((answer) => void answers.push(answer)),
    });
    client.publish('session.changed', second());
    answers[1]?.(queueOf('second'));
    answers[0]?.(queueOf('first'));
    await settled();
    expect([...store.getState().jobs.byId.keys()]).toEqual(['second']);
  });

  it('does not get the teams that the other one was asked for', async () => {
    const answers: ((teams: (typeof teamA)[]) => void)[] = [];
    const { client, store } = await start({
      'teams.list': () => new Promise<(typeof teamA)[]>((answer) => void answers.push(answer)),
    });
    client.publish('session.changed', second());
    answers[1]?.([teamB]);
    await settled();
    answers[0]?.([teamA]);
    await settled();
    expect(store.getState().teams).toEqual([teamB]);
  });
});
