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
