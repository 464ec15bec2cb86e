import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServicesRig, type ServicesRig } from './services-rig.ts';

let rig: ServicesRig;
beforeEach(async () => {
  rig = await startServicesRig();
});
afterEach(() => rig.close());

const prefix = 'deliveries/2026-11/Nordlys Ep 06/';

/** What Pixop itself says it made: videos by object key. */
const made = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    rig.pixop.ledger.entries().map(({ objectKey, videoIds }) => [objectKey, videoIds.length]),
  );
const allDone = (rows: readonly { state: string }[]): boolean => rows.every(({ state }) => state === 'done');

describe('the main process as a whole', () => {
  it('imports what was picked, each object once, and shows it done', async () => {
    const queued = await rig.importBelow(prefix);
    expect(queued).toBeGreaterThan(1);
    const rows = await rig.until((all) => all.length === queued && allDone(all));
    expect(made()).toEqual(Object.fromEntries(rows.map(({ objectKey }) => [objectKey, 1])));
  });

  it('goes on after a restart in mid-run, and sends nothing twice', async () => {
    rig.pixop.control.settings.limitPerMinute = 100_000;
    const queued = await rig.importBelow('deliveries/2026-11/Nordlys');
    await rig.until((all) => all.some(({ state }) => state === 'accepted' || state === 'copying'));
    await rig.restart();
    const rows = await rig.until((all) => all.length === queued && allDone(all));
    expect(made()).toEqual(Object.fromEntries(rows.map(({ objectKey }) => [objectKey, 1])));
  });

  it('pauses when the key is revoked, loses nothing, and goes on with a new one', async () => {
    rig.pixop.control.faults.isKeyRevoked = true;
    const queued = await rig.importBelow(prefix);
    const queue = await rig.services.queues.current();
    await rig.until(() => queue.summary().paused?.reason === 'key-rejected');
    expect(await rig.services.session.get()).toMatchObject({ key: 'rejected' });
    rig.pixop.control.faults.isKeyRevoked = false;
    await rig.services.session.check();
    const rows = await rig.until((all) => all.length === queued && allDone(all));
    expect(made()).toEqual(Object.fromEntries(rows.map(({ objectKey }) => [objectKey, 1])));
  });

  it('finds an import whose answer was lost, instead of sending it again', async () => {
    rig.pixop.control.faults.importNext.push('reset-after');
    const queued = await rig.importBelow(prefix);
    const rows = await rig.until((all) => all.length === queued && allDone(all));
    expect(made()).toEqual(Object.fromEntries(rows.map(({ objectKey }) => [objectKey, 1])));
  });

  it('shows a failed copy with its code, and finishes it when it is restarted', async () => {
    rig.pixop.control.faults.copyFailNext = 1;
    const queued = await rig.importBelow(prefix);
    const rows = await rig.until((all) => all.filter(({ state }) => state === 'done').length === queued - 1);
    const failed = rows.find(({ state }) => state === 'failed');
    expect(failed?.error?.code).toBe('CHECKSUM_MISMATCH');
    const queue = await rig.services.queues.current();
    const target = { jobIds: [failed?.jobId ?? ''] };
    expect(await queue.restart({ target, skipChecksumValidation: false })).toEqual({ affected: 1 });
    await rig.until(allDone);
    expect(Object.values(made())).toEqual(rows.map(() => 1));
  });

  it('tells the screens in few words, and nothing while nothing changes', async () => {
    const queued = await rig.importBelow(prefix);
    await rig.until((all) => all.length === queued && allDone(all));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const before = rig.events.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(rig.events.slice(before)).toEqual([]);
  });
});
