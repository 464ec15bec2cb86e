import { afterEach, describe, expect, it } from 'vitest';
import { archiveKeyspace, folderKeyspace } from '../../simulators/s3/generated-keys.ts';
import type { Keyspace } from '../../simulators/s3/object-store.ts';
import { textObject } from '../../simulators/s3/sdk-client.ts';
import { startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const start = async (...given: Parameters<typeof startBrowseRig>) => (rig = await startBrowseRig(...given));
const keysOf = (space: Keyspace): string[] =>
  Array.from({ length: space.length }, (_, index) => space.keyAt(index));

describe('the browser', () => {
  it('lists everything below a prefix, in order, and says when it is complete', async () => {
    const objects = archiveKeyspace(20_000);
    const { open, until, keys, service } = await start(objects);
    const opened = await open();
    expect(opened.listed).toBeGreaterThan(0);
    const { listingId } = opened;
    const done = await until(listingId, ({ complete }) => complete);
    expect(done).toMatchObject({ listed: 20_000, matching: 20_000, matchingObjects: 20_000, error: null });
    expect(await keys(listingId)).toEqual(keysOf(objects).slice(0, 1_000));
    const last = await service.rows({ listingId, from: 19_999, count: 10 });
    expect(last.rows.map(({ key }) => key)).toEqual(keysOf(objects).slice(-1));
  });

  it('shows one folder with its folders first', async () => {
    const { open, until, service } = await start([
      textObject('a.mov'),
      textObject('b/one.mov'),
      textObject('c.mov'),
    ]);
    const { listingId } = await open('', 'folder');
    await until(listingId, ({ complete }) => complete);
    const { rows } = await service.rows({ listingId, from: 0, count: 10 });
    expect(rows.map(({ kind, key }) => [kind, key])).toEqual([
      ['folder', 'b/'],
      ['object', 'a.mov'],
      ['object', 'c.mov'],
    ]);
  });

  it('says that an empty folder is complete', async () => {
    const { open, until } = await start([textObject('a.mov')]);
    const { listingId } = await open('nothing/', 'folder');
    const done = await until(listingId, ({ complete }) => complete);
    expect(done).toMatchObject({ listed: 0, matching: 0, error: null });
  });

  it('finds a name by its first letters, in any case, and only from the given row on', async () => {
    const { open, until, service } = await start(folderKeyspace('reel/', 5_000));
    const { listingId } = await open('reel/', 'folder', viewOf({}));
    await until(listingId, ({ complete }) => complete);
    const find = async (text: string, after: number) =>
      (await service.find({ listingId, text, after })).index;
    expect(await find('c0000300', 0)).toBe(2_999);
    expect(await find('C0000300', 3_000)).toBe(3_000);
    expect(await find('c00000001', 1)).toBe(-1);
  });

  it('hands over the selection in the order of the view, in as many parts as it takes', async () => {
    const { open, until, service } = await start(archiveKeyspace(12_000));
    const { listingId } = await open();
    await until(listingId, ({ complete }) => complete);
    await service.select({ listingId, change: { kind: 'all-matching' } });
    await service.view({ listingId, view: viewOf({}, { column: 'size', descending: true }) });
    const { location, objects } = await service.selectedObjects(listingId);
    expect(location.bucket).toBe('media');
    expect(objects).toHaveLength(12_000);
    const sizes = objects.map(({ sizeBytes }) => sizeBytes);
    expect(sizes).toEqual(sizes.toSorted((left, right) => right - left));
  });

  it('hands over each selection whole and as it was when it was asked for, also two at a time', async () => {
    const { open, until, service } = await start(archiveKeyspace(12_000));
    const { listingId } = await open();
    await until(listingId, ({ complete }) => complete);
    await service.select({ listingId, change: { kind: 'all-matching' } });
    const [all, , others] = await Promise.all([
      service.selectedObjects(listingId),
      service.select({ listingId, change: { kind: 'toggle', row: { index: 0, id: null } } }),
      service.selectedObjects(listingId),
    ]);
    const keysIn = ({ objects }: typeof all) => objects.map(({ objectKey }) => objectKey);
    expect(new Set(keysIn(all)).size).toBe(12_000);
    expect(keysIn(others)).toEqual(keysIn(all).slice(1));
  });
});
