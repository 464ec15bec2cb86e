import { afterEach, describe, expect, it } from 'vitest';
import type { BrowseState, BrowseView } from '../../../src/shared/browse.ts';
import { archiveKeyspace } from '../../simulators/s3/generated-keys.ts';
import { textObject } from '../../simulators/s3/sdk-client.ts';
import { locationId, startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const start = async (...given: Parameters<typeof startBrowseRig>) => (rig = await startBrowseRig(...given));

/** Opens the bucket so that it selects what a filter lets through; the view's filter is the same. */
const openPicked = ({ service }: BrowseRig, filter: Partial<BrowseView['filter']>): Promise<BrowseState> => {
  const view = viewOf(filter);
  return service.open({ locationId, prefix: '', scope: 'below', view, pick: view.filter });
};
const selectedKeys = async ({ service }: BrowseRig, listingId: string): Promise<string[]> =>
  (await service.selectedObjects(listingId)).objects.map(({ objectKey }) => objectKey);

describe('a listing that picks by a filter', () => {
  it('has selected all that matches when it is complete, and until then all that matches so far', async () => {
    const started = await start(archiveKeyspace(20_000));
    started.s3.server.control.faults.pageDelayMs = 20;
    const { listingId } = await openPicked(started, { text: 'CAM_A' });
    const done = await started.until(listingId, ({ complete }) => complete);
    expect(done.selected).toBe(done.matchingObjects);
    expect(done.selected).toBeGreaterThan(1_000);
    const ofIt = started.announced.filter((state) => state.listingId === listingId);
    expect(ofIt.some(({ complete, selected }) => !complete && selected > 0)).toBe(true);
    expect(ofIt.filter(({ selected, matchingObjects }) => selected !== matchingObjects)).toEqual([]);
  });

  it('goes on by its own filter while the operator looks for something else', async () => {
    const started = await start(archiveKeyspace(20_000));
    started.s3.server.control.faults.pageDelayMs = 20;
    const { listingId } = await openPicked(started, { text: 'CAM_A' });
    await started.service.view({ listingId, view: viewOf({ text: 'CAM_B' }) });
    const done = await started.until(listingId, ({ complete }) => complete);
    expect(done.selected).toBeGreaterThan(1_000);
    expect(done.selectedHidden).toBe(done.selected);
    const all = await started.service.view({ listingId, view: viewOf({ text: 'CAM_A' }) });
    expect(all.selected).toBe(all.matchingObjects);
  });

  it('leaves the selection to the operator from the first change on', async () => {
    const started = await start(archiveKeyspace(20_000));
    started.s3.server.control.faults.pageDelayMs = 20;
    const { listingId } = await openPicked(started, {});
    const changed = await started.service.select({ listingId, change: { kind: 'none' } });
    expect(changed).toMatchObject({ complete: false, selected: 0 });
    expect(await started.until(listingId, ({ complete }) => complete)).toMatchObject({ selected: 0 });
  });

  it('selects nothing that the queue knows when it picks what is not imported, and lets go what becomes known', async () => {
    const started = await start(['a.mov', 'b.mov', 'c.mov'].map((key) => textObject(key)));
    started.badges.set('a.mov', 'imported');
    const { listingId } = await openPicked(started, { badges: ['none'] });
    await started.until(listingId, ({ complete, selected }) => complete && selected === 2);
    expect(await selectedKeys(started, listingId)).toEqual(['b.mov', 'c.mov']);

    // The view may show everything: what is picked still depends on badges.
    await started.service.view({ listingId, view: viewOf({}) });
    started.badges.set('b.mov', 'queued');
    started.service.badgesChanged();
    await started.until(listingId, ({ selected }) => selected === 1);
    expect(await selectedKeys(started, listingId)).toEqual(['c.mov']);
  });

  it('is not taken for one that goes on when it came to its end while its badges were learnt', async () => {
    const started = await start(archiveKeyspace(3_000));
    started.s3.server.control.faults.pageDelayMs = 100;
    started.badges.set('any.mov', 'imported');
    const release = started.hold('know');
    const opening = openPicked(started, { badges: ['none'] });
    const { listingId } = await started.until('listing-1', ({ complete }) => complete);
    release();
    await opening;
    expect((await started.service.selectedObjects(listingId)).isPartial).toBe(false);
  });

  it('passes over what cannot be imported and over folders', async () => {
    const started = await start([textObject('a.mov'), textObject('empty.mov', ''), textObject('day/b.mov')]);
    const view = viewOf({});
    const { listingId } = await started.service.open({
      locationId,
      prefix: '',
      scope: 'folder',
      view,
      pick: view.filter,
    });
    await started.until(listingId, ({ complete }) => complete);
    expect(await selectedKeys(started, listingId)).toEqual(['a.mov']);
  });

  it('picks what has come since when the same place is opened again, and not what was selected before', async () => {
    const started = await start([textObject('a.mov'), textObject('b.mp4')]);
    const before = await started.service.open({
      locationId,
      prefix: '',
      scope: 'below',
      view: viewOf({}),
    });
    await started.service.select({ listingId: before.listingId, change: { kind: 'all-matching' } });
    const { listingId } = await openPicked(started, { text: '.mov' });
    await started.until(listingId, ({ complete }) => complete);
    expect(await selectedKeys(started, listingId)).toEqual(['a.mov']);
  });
});
