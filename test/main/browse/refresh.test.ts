import { afterEach, describe, expect, it } from 'vitest';
import type { BrowseState, SelectionChange } from '../../../src/shared/browse.ts';
import { folderKeyspace } from '../../simulators/s3/generated-keys.ts';
import { bucketName, startBrowseRig, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const OBJECTS = 6_000;
const PAGE_MS = 80;

/** A folder that is listed whole, with everything in it selected, and a server that now takes its time. */
async function selectedAll(): Promise<BrowseRig & { readonly listingId: string }> {
  rig = await startBrowseRig(folderKeyspace('reel/', OBJECTS));
  const { listingId } = await rig.open('reel/');
  await rig.until(listingId, ({ complete }) => complete);
  const { selected } = await rig.service.select({ listingId, change: { kind: 'all-matching' } });
  expect(selected).toBe(OBJECTS);
  rig.s3.server.control.faults.pageDelayMs = PAGE_MS;
  return { ...rig, listingId };
}

/** Lists the folder anew and changes the selection while most of it is still to come; answers how it ended. */
async function changedMeanwhile(...changes: readonly SelectionChange[]): Promise<BrowseState> {
  const { open, until, service } = await selectedAll();
  const again = await open('reel/');
  expect(again).toMatchObject({ complete: false, selectedAwaited: OBJECTS - again.selected });
  const { listingId } = again;
  for (const change of changes) await service.select({ listingId, change });
  return until(listingId, ({ complete }) => complete);
}

const block = { columns: 1, fromLine: 0, toLine: 2, fromColumn: 0, toColumn: 1 };

describe('a selection, when its folder is listed anew', () => {
  it('comes back as the objects come, and nothing is awaited once all have come', async () => {
    expect(await changedMeanwhile()).toMatchObject({ selected: OBJECTS, selectedAwaited: 0 });
  });

  it('does not come back once the operator has selected nothing, or something else', async () => {
    expect(await changedMeanwhile({ kind: 'none' })).toMatchObject({ selected: 0 });
    await rig?.close();
    expect(await changedMeanwhile({ kind: 'only', row: { index: 0, id: null } })).toMatchObject({
      selected: 1,
    });
  });

  it('keeps what the operator lets go, and brings back the rest', async () => {
    const done = await changedMeanwhile({ kind: 'toggle', row: { index: 3, id: null } });
    expect(done.selected).toBe(OBJECTS - 1);
  });

  it('is replaced by a rectangle, and comes back when the rectangle is called off', async () => {
    const drawn = { kind: 'marquee', drag: 1, additive: false, block } as const;
    expect((await changedMeanwhile(drawn)).selected).toBe(2);
    await rig?.close();
    expect((await changedMeanwhile(drawn, { ...drawn, block: null })).selected).toBe(OBJECTS);
  });

  it('survives a second refresh in the middle of the first', async () => {
    const { open, until } = await selectedAll();
    expect((await open('reel/')).complete).toBe(false);
    const { listingId } = await open('reel/');
    expect(await until(listingId, ({ complete }) => complete)).toMatchObject({ selected: OBJECTS });
  });

  it('survives a listing that was stopped, and one that failed', async () => {
    const { open, until, service, s3 } = await selectedAll();
    await service.stop({ listingId: (await open('reel/')).listingId });
    s3.server.control.faults.captivePortal = true;
    expect(await open('reel/')).toMatchObject({ selected: 0, selectedAwaited: OBJECTS });
    s3.server.control.faults.captivePortal = false;
    const { listingId } = await open('reel/');
    expect(await until(listingId, ({ complete }) => complete)).toMatchObject({ selected: OBJECTS });
  });

  it('forgets what is no longer there', async () => {
    const { open, until, s3 } = await selectedAll();
    s3.server.control.setBucket({ name: bucketName, objects: folderKeyspace('reel/', OBJECTS - 1) });
    const again = await open('reel/');
    const done = await until(again.listingId, ({ complete }) => complete);
    expect(done).toMatchObject({ selected: OBJECTS - 1, selectedAwaited: 0 });
  });
});
