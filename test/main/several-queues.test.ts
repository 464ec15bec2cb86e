import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultBrowseView } from '../../src/shared/browse.ts';
import { demoPerson, secondPerson } from '../simulators/pixop/demo.ts';
import type { PixopControl } from '../simulators/pixop/control.ts';
import { startServicesRig, type ServicesRig } from './services-rig.ts';

let rig: ServicesRig;
beforeEach(async () => {
  rig = await startServicesRig();
});
afterEach(() => rig.close());

const mine = 'deliveries/2026-11/Nordlys Ep 01/';
const theirs = 'deliveries/2026-11/Nordlys Ep 06/';

/** Videos that an account made, by object key. */
const madeBy = ({ world }: Pick<PixopControl, 'world'>): Readonly<Record<string, number>> =>
  Object.fromEntries(world.ledger.entries().map(({ objectKey, videoIds }) => [objectKey, videoIds.length]));
const allDone = (rows: readonly { state: string }[]): boolean => rows.every(({ state }) => state === 'done');
const onceEach = (rows: readonly { objectKey: string }[]) =>
  Object.fromEntries(rows.map(({ objectKey }) => [objectKey, 1]));
/** Resolves when the first account has all of its videos, whichever account is shown. */
const firstHas = (count: number) =>
  expect
    .poll(() => rig.pixop.ledger.totals(), { timeout: 15_000 })
    .toMatchObject({ accepted: count, videos: count, doubled: 0 });

describe('the queues of two accounts', () => {
  it('go on side by side, each under its own key', async () => {
    const first = rig.pixop.control;
    first.faults.requestDelayMs = 200;
    const ofMine = await rig.importBelow(mine);
    const second = await rig.connectSecond();
    const ofTheirs = await rig.importBelow(theirs, second);
    const rows = await rig.until((all) => all.length === ofTheirs && allDone(all));
    expect(madeBy(second.control)).toEqual(onceEach(rows));
    await firstHas(ofMine);
    expect(Object.keys(madeBy(first)).every((key) => key.startsWith(mine))).toBe(true);

    await rig.services.session.selectConnection('simulator');
    const own = await rig.until((all) => all.length === ofMine && allDone(all));
    expect(madeBy(first)).toEqual(onceEach(own));
  });

  it('get what was picked for them, even if another account is shown by the time it is queued', async () => {
    const second = await rig.connectSecond();
    const { browse, drafts, session, queues } = rig.services;
    const { listingId } = await browse.open({
      locationId: second.locationId,
      prefix: theirs,
      scope: 'below',
      view: defaultBrowseView,
    });
    await expect
      .poll(async () => (await browse.view({ listingId, view: defaultBrowseView })).complete)
      .toBe(true);
    await browse.select({ listingId, change: { kind: 'all-matching' } });
    const { draftId } = await drafts.fromSelection(listingId);
    await session.selectConnection('simulator');
    const { queued } = await drafts.start({ draftId, settings: second.settings, keep: [] });
    await expect.poll(() => second.control.world.ledger.totals().accepted, { timeout: 15_000 }).toBe(queued);
    expect((await queues.current()).snapshot({ from: 0, count: 10 }).total).toBe(0);
    expect(rig.pixop.ledger.totals().requests).toBe(0);
  });

  it('are both taken up after a restart, also the one that is not shown', async () => {
    const { faults } = rig.pixop.control;
    faults.isKeyRevoked = true;
    const ofMine = await rig.importBelow(mine);
    const second = await rig.connectSecond();
    await rig.restart();
    expect(rig.services.session.current().connectionId).toBe('simulator-2');
    faults.isKeyRevoked = false;
    await rig.services.goOn();
    await firstHas(ofMine);
    expect(second.control.world.ledger.totals().requests).toBe(0);
  });

  it('never find an import of one under the key of the other', async () => {
    const first = rig.pixop.control;
    first.faults.importNext.push('reset-after');
    const ofMine = await rig.importBelow(mine);
    await expect(rig.services.session.saveKey(demoPerson.apiKey)).resolves.toMatchObject({ key: 'valid' });
    const second = await rig.connectSecond();
    await firstHas(ofMine);
    await rig.services.session.selectConnection('simulator');
    await rig.until((all) => all.length === ofMine && allDone(all));
    expect(second.control.world.ledger.totals().requests).toBe(0);
    expect(rig.pixop.ledger.totals()).toMatchObject({ doubled: 0 });
  });
});

describe('an account that is removed', () => {
  it('closes its queue, which is as it was when the account comes back', async () => {
    const second = await rig.connectSecond();
    const queued = await rig.importBelow(theirs, second);
    await rig.until((all) => all.length === queued && allDone(all));
    const { session, queues, sources } = rig.services;
    await session.removeConnection('simulator-2');
    expect(session.current().connectionId).toBe('simulator');
    expect(queues.opened('simulator-2')).toBeUndefined();
    await expect(sources.accessTo('simulator-2', second.locationId, 'nordlys-media')).rejects.toMatchObject({
      error: { code: 'credentials-missing' },
    });

    await session.addConnection('simulator', secondPerson.apiKey);
    expect(session.current().connectionId).toBe('simulator-2');
    expect(await rig.rows()).toHaveLength(queued);
  });

  it('stays while it has something to send', async () => {
    const second = await rig.connectSecond();
    second.control.faults.isKeyRevoked = true;
    await rig.importBelow(theirs, second);
    await expect(rig.services.session.removeConnection('simulator-2')).rejects.toMatchObject({
      error: { detail: { serviceCode: 'CONNECTION_IN_USE' } },
    });
  });
});

describe('the history of several accounts', () => {
  const everything = { search: '', kind: 'all', batchId: null, from: 0, count: 1_000 } as const;
  const countsOf = async (connectionId: string | null = null) => {
    const { rows, total } = await rig.services.histories.imports({ ...everything, connectionId });
    expect(rows).toHaveLength(total);
    return Object.fromEntries(
      [...new Set(rows.map((row) => row.connectionId))].map((id) => [
        id,
        rows.filter((row) => row.connectionId === id).length,
      ]),
    );
  };
  const bothDone = async () => {
    const ofMine = await rig.importBelow(mine);
    await firstHas(ofMine);
    const second = await rig.connectSecond();
    const ofTheirs = await rig.importBelow(theirs, second);
    await rig.until((all) => all.length === ofTheirs && allDone(all));
    return { ofMine, ofTheirs };
  };
  /** Forgets at once what may be forgotten of an account; null is every one. */
  const forget = (connectionId: string | null) =>
    rig.services.histories.forget({ changedBeforeMs: Date.now() + 1_000, connectionId });

  it('is one, whichever is shown, and is narrowed to one of them', async () => {
    const { ofMine, ofTheirs } = await bothDone();
    const { session, histories } = rig.services;
    const both = { simulator: ofMine, 'simulator-2': ofTheirs };
    expect(await countsOf()).toEqual(both);
    expect(await countsOf('simulator')).toEqual({ simulator: ofMine });
    await session.selectConnection('simulator');
    expect(await countsOf()).toEqual(both);
    const { accounts, batches } = await histories.batches();
    expect(accounts.map(({ connectionId, account }) => [connectionId, account?.email])).toEqual([
      ['simulator', demoPerson.email],
      ['simulator-2', secondPerson.email],
    ]);
    expect(batches.map(({ connectionId }) => connectionId)).toEqual(['simulator-2', 'simulator']);
    const { search, kind, batchId } = everything;
    const exported = await histories.exported({ search, kind, batchId, connectionId: null });
    expect(exported.map(({ account }) => account).filter((one) => one === secondPerson.email)).toHaveLength(
      ofTheirs,
    );
    expect(exported).toHaveLength(ofMine + ofTheirs);
  });

  it('is forgotten account by account, and nothing that is on a list or open', async () => {
    const { ofMine, ofTheirs } = await bothDone();
    expect(await forget(null)).toEqual({ affected: 0 });
    const { queues, histories } = rig.services;
    const isDone = { states: ['done' as const], batchId: null, errorCode: null };
    await (await queues.of('simulator')).remove(isDone);
    await (await queues.of('simulator-2')).remove(isDone);
    rig.pixop.control.faults.isKeyRevoked = true;
    await rig.services.session.selectConnection('simulator');
    const waiting = await rig.importBelow('deliveries/2026-11/Nordlys Ep 02/');
    const request = { changedBeforeMs: Date.now() + 1_000, connectionId: 'simulator' };
    expect(await histories.forgettable(request)).toEqual({ affected: ofMine });
    expect(await histories.forget(request)).toEqual({ affected: ofMine });
    expect(await countsOf()).toEqual({ simulator: waiting, 'simulator-2': ofTheirs });
    expect(await forget(null)).toEqual({ affected: ofTheirs });
    expect(await countsOf()).toEqual({ simulator: waiting });
  });

  it('keeps what a removed account has imported, without opening its queue', async () => {
    const { ofMine, ofTheirs } = await bothDone();
    const { session, queues, histories } = rig.services;
    await (await queues.of('simulator-2')).remove({ jobIds: [(await rig.rows())[0]?.jobId ?? ''] });
    await session.removeConnection('simulator-2');
    expect(await countsOf()).toEqual({ simulator: ofMine, 'simulator-2': ofTheirs });
    const { accounts } = await histories.batches();
    expect(accounts.map(({ connectionId, isRemoved }) => [connectionId, isRemoved])).toEqual([
      ['simulator', false],
      ['simulator-2', true],
    ]);
    expect(queues.opened('simulator-2')).toBeUndefined();
    expect(await forget('simulator-2')).toEqual({ affected: 1 });
    expect(await countsOf('simulator-2')).toEqual({ 'simulator-2': ofTheirs - 1 });

    // It may come back in the middle of being read.
    const reading = countsOf();
    await session.addConnection('simulator', secondPerson.apiKey);
    await reading;
    expect(await rig.rows()).toHaveLength(ofTheirs - 1);
    expect(await countsOf()).toEqual({ simulator: ofMine, 'simulator-2': ofTheirs - 1 });
    expect((await histories.batches()).accounts.map(({ isRemoved }) => isRemoved)).toEqual([false, false]);
  });
});

describe('an input location that imports wait for', () => {
  it('is not removed, whichever account of the environment they wait in', async () => {
    rig.pixop.control.faults.isKeyRevoked = true;
    await rig.importBelow(mine);
    const { sources, session } = rig.services;
    const inUse = { error: { detail: { serviceCode: 'LOCATION_IN_USE' } } };
    await expect(sources.remove(rig.locationId)).rejects.toMatchObject(inUse);
    const second = await rig.connectSecond();
    // Nothing waits for this one.
    await sources.remove(second.locationId);
    expect(second.control.world.directory.locations).toEqual([]);
    await session.selectConnection('simulator');
    await expect(sources.remove(rig.locationId)).rejects.toMatchObject(inUse);
    expect(rig.pixop.control.world.directory.locations).toHaveLength(1);
  });
});
