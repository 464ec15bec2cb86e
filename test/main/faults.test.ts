import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServicesRig, type ServicesRig } from './services-rig.ts';

let rig: ServicesRig;
beforeEach(async () => {
  rig = await startServicesRig();
});
afterEach(() => rig.close());

const prefix = 'deliveries/2026-11/Nordlys Ep 06/';
const videosMade = (): number =>
  rig.pixop.ledger.entries().reduce((sum, { videoIds }) => sum + videoIds.length, 0);

describe('a run that Pixop stops', () => {
  it.each([
    ['balance', 'isBalanceExhausted'],
    ['account', 'isAccountLocked'],
  ] as const)('pauses for the %s, fails nothing, and goes on when it is settled', async (reason, fault) => {
    rig.pixop.control.faults[fault] = true;
    const queued = await rig.importBelow(prefix);
    const queue = await rig.services.queues.current();
    await rig.until(() => queue.summary().paused?.reason === reason);
    expect(queue.summary().paused?.error?.detail?.serviceCode).toMatch(/^[A-Z_]+$/);
    expect(videosMade()).toBe(0);
    rig.pixop.control.faults[fault] = false;
    await queue.resume();
    const rows = await rig.until(
      (all) => all.length === queued && all.every(({ state }) => state === 'done'),
    );
    expect(videosMade()).toBe(rows.length);
  });

  it('makes no video and says why when its input location was deleted', async () => {
    const client = rig.services.session.clientFor('simulator');
    rig.pixop.control.settings.limitPerMinute = 100_000;
    await client.deleteInputLocation(rig.locationId, new AbortController().signal);
    const queued = await rig.importBelow(prefix);
    const queue = await rig.services.queues.current();
    const rows = await rig.until(
      (all) =>
        queue.summary().paused !== null ||
        (all.length === queued && all.every(({ state }) => state === 'rejected')),
    );
    const said = rows.find(({ error }) => error !== null)?.error ?? queue.summary().paused?.error;
    expect(said?.code).toBeTypeOf('string');
    expect(videosMade()).toBe(0);
  });
});
