import { afterEach, describe, expect, it } from 'vitest';
import type { RowRef } from '../../../src/shared/browse.ts';
import { archiveKeyspace } from '../../simulators/s3/generated-keys.ts';
import { textObject } from '../../simulators/s3/sdk-client.ts';
import { locationId, startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const largestFirst = viewOf({}, { column: 'size', descending: true });

/** A listing by size, with a row as it was on screen after the first page; more pages have moved it since. */
async function moved(): Promise<{
  readonly rig: BrowseRig;
  readonly listingId: string;
  readonly key: string;
  readonly row: RowRef & { readonly id: number };
}> {
  const started = (rig = await startBrowseRig(archiveKeyspace(5_000)));
  started.s3.server.control.faults.pageDelayMs = 40;
  const { listingId } = await started.open('', 'below', largestFirst);
  // An opening that was slow answers before its first page.
  await started.until(listingId, ({ listed }) => listed > 0);
  const index = 7;
  const [shown] = (await started.service.rows({ listingId, from: index, count: 1 })).rows;
  if (shown === undefined) throw new Error('The first page has come without rows');
  await started.until(listingId, ({ complete }) => complete);
  const [now] = (await started.service.rows({ listingId, from: index, count: 1 })).rows;
  expect(now?.key).not.toBe(shown.key);
  return { rig: started, listingId, key: shown.key, row: { index, id: shown.id } };
}

const selectedKeys = async (listingId: string): Promise<string[] | undefined> =>
  (await rig?.service.selectedObjects(listingId))?.objects.map(({ objectKey }) => objectKey);

describe('a row that has moved since it was on screen', () => {
  it('is the one that a click selects, and lets go again', async () => {
    const {
      rig: { service },
      listingId,
      key,
      row,
    } = await moved();
    await service.select({ listingId, change: { kind: 'only', row } });
    expect(await selectedKeys(listingId)).toEqual([key]);
    await service.select({ listingId, change: { kind: 'toggle', row } });
    expect(await selectedKeys(listingId)).toEqual([]);
  });

  it('is an end of the range that begins there, wherever it stands now', async () => {
    const {
      rig: { service },
      listingId,
      key,
      row,
    } = await moved();
    const last = { index: 4_999, id: null };
    const { selected } = await service.select({
      listingId,
      change: { kind: 'range', from: row, to: last, additive: false },
    });
    const { indexes } = await service.locate({ listingId, ids: [row.id] });
    expect(selected).toBe(5_000 - (indexes[0] ?? 0));
    expect((await selectedKeys(listingId))?.[0]).toBe(key);
  });

  it('is the one that is looked into, whether it is shown or not', async () => {
    const {
      rig: { service },
      listingId,
      key,
      row,
    } = await moved();
    expect(await service.objectOf(listingId, row.id)).toMatchObject({ object: { objectKey: key } });
    await service.view({ listingId, view: viewOf({ text: 'nothing has this' }) });
    expect(await service.objectOf(listingId, row.id)).toMatchObject({ object: { objectKey: key } });
  });

  it('is found where it is now, and nowhere once a filter hides it', async () => {
    const {
      rig: { service },
      listingId,
      key,
      row,
    } = await moved();
    const [index = -1] = (await service.locate({ listingId, ids: [row.id] })).indexes;
    expect((await service.rows({ listingId, from: index, count: 1 })).rows[0]?.key).toBe(key);
    await service.view({ listingId, view: viewOf({ text: 'nothing has this' }) });
    expect(await service.locate({ listingId, ids: [row.id] })).toEqual({ indexes: [-1] });
  });
});

describe('a row to look into', () => {
  it('is an object that was listed, and neither a folder nor a row that there is not', async () => {
    rig = await startBrowseRig(['a/1.mov', 'b.mov'].map((key) => textObject(key)));
    const { service } = rig;
    const { listingId } = await rig.open('', 'folder');
    const { rows } = await service.rows({ listingId, from: 0, count: 2 });
    const found = await Promise.all([...rows, { id: 2 }].map(({ id }) => service.objectOf(listingId, id)));
    expect(found.map((one) => one?.object.objectKey ?? null)).toEqual([null, 'b.mov', null]);
    expect(found[1]?.location.locationId).toBe(locationId);
  });
});

describe('a step from a row', () => {
  it('goes to the next file, past folders, and nowhere at the end', async () => {
    rig = await startBrowseRig(['a/1.mov', 'b.mov', 'c.mov'].map((key) => textObject(key)));
    const { service } = rig;
    const { listingId } = await rig.open('', 'folder');
    const step = (index: number, by: 1 | -1) =>
      service.step({ listingId, from: { index, id: null }, by, isSelected: false });
    expect(await step(0, 1)).toMatchObject({ row: { index: 1 } });
    expect(await step(1, -1)).toEqual({ row: null });
    expect(await step(2, 1)).toEqual({ row: null });
  });

  it('goes from selected file to selected file however far apart they are', async () => {
    rig = await startBrowseRig(archiveKeyspace(3_000));
    const { service } = rig;
    const { listingId } = await rig.open();
    await rig.until(listingId, ({ complete }) => complete);
    for (const index of [4, 2_900])
      await service.select({ listingId, change: { kind: 'toggle', row: { index, id: null } } });
    const { row } = await service.step({ listingId, from: { index: 4, id: null }, by: 1, isSelected: true });
    expect(row?.index).toBe(2_900);
    expect(row && (await service.step({ listingId, from: row, by: 1, isSelected: true }))).toEqual({
      row: null,
    });
    expect(await service.ordinal({ listingId, rowId: row?.id ?? -1, isSelected: true })).toEqual({
      place: 2,
      count: 2,
    });
  });

  it('knows how far along it is: folders are not counted, and what is not among them has no place', async () => {
    rig = await startBrowseRig(['a/1.mov', 'b.mov', 'c.mov'].map((key) => textObject(key)));
    const { service } = rig;
    const { listingId } = await rig.open('', 'folder');
    const { rows } = await service.rows({ listingId, from: 0, count: 3 });
    const ordinals = (isSelected: boolean) =>
      Promise.all(rows.map(({ id }) => service.ordinal({ listingId, rowId: id, isSelected })));
    expect((await ordinals(false)).map(({ place, count }) => [place, count])).toEqual([
      [null, 2],
      [1, 2],
      [2, 2],
    ]);
    await service.select({ listingId, change: { kind: 'only', row: { index: 2, id: null } } });
    expect((await ordinals(true)).map(({ place, count }) => [place, count])).toEqual([
      [null, 1],
      [null, 1],
      [1, 1],
    ]);
  });
});
