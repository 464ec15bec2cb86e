import { afterEach, describe, expect, it } from 'vitest';
import type { SelectionChange } from '../../../src/shared/browse.ts';
import { archiveKeyspace } from '../../simulators/s3/generated-keys.ts';
import { textObject } from '../../simulators/s3/sdk-client.ts';
import { locationId, startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const at = (index: number) => ({ index, id: null });

/** A listing that goes on for as long as a test looks at it. */
async function underWay(objects: Parameters<typeof startBrowseRig>[0] = archiveKeyspace(20_000)) {
  rig = await startBrowseRig(objects);
  const { service, s3, open, until } = rig;
  s3.server.control.faults.pageDelayMs = 60;
  const { listingId } = await open();
  await until(listingId, ({ matchingObjects }) => matchingObjects >= 1_000);
  return {
    ...rig,
    listingId,
    select: (change: SelectionChange) => service.select({ listingId, change }),
    isPartial: async (of = listingId) => (await service.selectedObjects(of)).isPartial,
  };
}

describe('everything selected in a listing under way', () => {
  it('is told to be what had been listed by then, also once the rest has come', async () => {
    const { listingId, select, isPartial, until, s3 } = await underWay();
    const state = await select({ kind: 'all-matching' });
    expect(state.complete).toBe(false);
    expect(await isPartial()).toBe(true);
    await select({ kind: 'toggle', row: at(3) });
    expect(await isPartial()).toBe(true);
    s3.server.control.faults.pageDelayMs = 0;
    await until(listingId, ({ complete }) => complete);
    expect(await isPartial()).toBe(true);
    await select({ kind: 'all-matching' });
    expect(await isPartial()).toBe(false);
  });

  it('is told of a range over all of it, although an empty file among it cannot be selected', async () => {
    const clip = (number: number): string => `clip-${String(number).padStart(5, '0')}.mov`;
    const { listingId, select, isPartial, until, s3 } = await underWay([
      textObject('a-is-empty.mov', ''),
      ...Array.from({ length: 8_000 }, (_, number) => textObject(clip(number))),
    ]);
    const state = await select({ kind: 'range', from: at(0), to: at(99_999), additive: false });
    expect(state).toMatchObject({ complete: false, matchingPickable: state.matchingObjects - 1 });
    expect(await isPartial()).toBe(true);
    s3.server.control.faults.pageDelayMs = 0;
    await until(listingId, ({ complete }) => complete);
    expect(await isPartial()).toBe(true);
  });

  it('is told the same when the listing was stopped, and after a refresh that kept the selection', async () => {
    const { listingId, select, isPartial, service, open, until, s3 } = await underWay();
    await service.stop({ listingId });
    await select({ kind: 'none' });
    await select({ kind: 'invert-matching' });
    expect(await isPartial()).toBe(true);
    s3.server.control.faults.pageDelayMs = 0;
    const again = (await open()).listingId;
    await until(again, ({ complete }) => complete);
    expect(await isPartial(again)).toBe(true);
  });

  it('is all there is when nothing that matches came after it', async () => {
    const { listingId, select, isPartial, service, until, s3 } = await underWay();
    await service.view({ listingId, view: viewOf({ text: '000000000_CAM' }) });
    const state = await select({ kind: 'all-matching' });
    expect([state.complete, state.selected]).toEqual([false, 1]);
    expect(await isPartial()).toBe(true);
    s3.server.control.faults.pageDelayMs = 0;
    await until(listingId, ({ complete }) => complete);
    expect(await isPartial()).toBe(false);
  });
});

describe('a selection that a refresh has not brought back whole', () => {
  it('is partial until it has, however it was made', async () => {
    const { listingId, select, isPartial, open, until, s3 } = await underWay();
    s3.server.control.faults.pageDelayMs = 0;
    await until(listingId, ({ complete }) => complete);
    await select({ kind: 'range', from: at(0), to: at(15_000), additive: false });
    s3.server.control.faults.pageDelayMs = 60;
    const again = (await open()).listingId;
    expect(await isPartial(again)).toBe(true);
    s3.server.control.faults.pageDelayMs = 0;
    await until(again, ({ complete }) => complete);
    expect(await isPartial(again)).toBe(false);
  });
});

describe('a selection that was never meant as everything', () => {
  it('is told nothing of when a few are picked by hand', async () => {
    const { select, isPartial } = await underWay();
    await select({ kind: 'all-matching' });
    await select({ kind: 'range', from: at(0), to: at(4), additive: false });
    expect(await isPartial()).toBe(false);
    await select({ kind: 'toggle', row: at(9) });
    expect(await isPartial()).toBe(false);
  });
});

describe('a picking listing', () => {
  it('is partial until its end, whatever it has picked', async () => {
    const { service, isPartial, until, s3 } = await underWay();
    const { filter } = viewOf({});
    const { listingId } = await service.open({
      locationId,
      prefix: '',
      scope: 'below',
      view: viewOf({}),
      pick: filter,
    });
    expect(await isPartial(listingId)).toBe(true);
    s3.server.control.faults.pageDelayMs = 0;
    await until(listingId, ({ complete }) => complete);
    expect(await isPartial(listingId)).toBe(false);
  });
});
