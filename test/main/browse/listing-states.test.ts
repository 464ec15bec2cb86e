import { afterEach, describe, expect, it } from 'vitest';
import { archiveKeyspace, folderKeyspace } from '../../simulators/s3/generated-keys.ts';
import { fullUser, textObject } from '../../simulators/s3/sdk-client.ts';
import { startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const start = async (...given: Parameters<typeof startBrowseRig>) => (rig = await startBrowseRig(...given));
const onlyBelow = (prefix: string) => [
  { ...fullUser, grants: [{ actions: ['s3:ListBucket' as const], prefixes: [prefix] }] },
];

describe('a listing under way', () => {
  it('shows rows before it is complete, grows, and is silent afterwards', async () => {
    const { open, until, announced, s3 } = await start(archiveKeyspace(20_000));
    s3.server.control.faults.pageDelayMs = 20;
    const first = await open();
    expect(first).toMatchObject({ complete: false, error: null });
    const { listingId } = first;
    await until(listingId, ({ complete }) => complete);
    const listed = announced.map((state) => state.listed);
    expect(listed.length).toBeGreaterThan(1);
    expect(listed).toEqual(listed.toSorted((left, right) => left - right));
    const revisions = announced.map(({ revision }) => revision);
    expect(new Set(revisions).size).toBe(revisions.length);
    expect(announced.slice(0, -1).every(({ complete }) => !complete)).toBe(true);
  });

  it('keeps its rows and calls itself partial when it is stopped', async () => {
    const { open, service, keys, s3 } = await start(archiveKeyspace(20_000));
    s3.server.control.faults.pageDelayMs = 50;
    const { listingId } = await open();
    const stopped = await service.stop({ listingId });
    expect(stopped).toMatchObject({ complete: false, error: { code: 'cancelled' } });
    expect(await keys(listingId, 5)).toHaveLength(5);
    expect(await service.view({ listingId, view: viewOf({ text: 'CAM_A' }) })).toMatchObject({
      complete: false,
    });
  });

  it('keeps its rows and says why when the server fails in the middle', async () => {
    const { open, until, keys, s3 } = await start(archiveKeyspace(20_000));
    s3.server.control.faults.pageDelayMs = 50;
    const { listingId } = await open();
    s3.server.control.faults.captivePortal = true;
    const failed = await until(listingId, ({ error }) => error !== null);
    expect(failed).toMatchObject({ complete: false, error: { code: 'malformed-answer' } });
    expect(failed.listed).toBeGreaterThan(0);
    expect(await keys(listingId, 5)).toHaveLength(5);
  });

  it('takes no page of a hotel network for an empty folder', async () => {
    const { open, s3 } = await start([textObject('a.mov')]);
    s3.server.control.faults.captivePortal = true;
    const state = await open();
    expect(state).toMatchObject({ complete: false, listed: 0, error: { code: 'malformed-answer' } });
  });

  it('names the missing permission of a folder, and opens the folder below it that is allowed', async () => {
    const { open, until } = await start([textObject('client/a.mov'), textObject('other/b.mov')], {
      users: onlyBelow('client/'),
    });
    const denied = await open('', 'folder');
    expect(denied).toMatchObject({
      complete: false,
      error: { code: 'forbidden', detail: { missingAction: 's3:ListBucket' } },
    });
    const { listingId } = await open('client/', 'folder');
    expect(await until(listingId, ({ complete }) => complete)).toMatchObject({ listed: 1, error: null });
  });

  it('tells which storage classes it has that can be filtered by, a store’s own included', async () => {
    const { open, until } = await start([
      { ...textObject('a.mov'), storageClass: 'COLD_TAPE' },
      { ...textObject('b.mov'), storageClass: 'X'.repeat(65) },
      textObject('c.mov'),
    ]);
    const { listingId } = await open();
    const { storageClasses } = await until(listingId, ({ complete }) => complete);
    expect(storageClasses).toEqual(['STANDARD', 'COLD_TAPE']);
  });

  it('answers no question about a listing that was closed', async () => {
    const { open, service } = await start([textObject('a.mov')]);
    const { listingId } = await open();
    await service.close({ listingId });
    await expect(service.rows({ listingId, from: 0, count: 1 })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    await expect(service.selectedObjects(listingId)).rejects.toMatchObject({ error: { code: 'not-found' } });
  });

  it('closes the oldest listing for a ninth', async () => {
    const { open, service } = await start([textObject('a.mov')]);
    const opened = [];
    for (let count = 0; count < 9; count += 1) opened.push((await open()).listingId);
    const [oldest = '', second = ''] = opened;
    await expect(service.rows({ listingId: oldest, from: 0, count: 1 })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    expect((await service.rows({ listingId: second, from: 0, count: 1 })).rows).toHaveLength(1);
  });

  it('keeps the selection when the same place is opened again', async () => {
    const { open, until, service } = await start(folderKeyspace('reel/', 3_000));
    const before = (await open('reel/')).listingId;
    await until(before, ({ complete }) => complete);
    await service.select({
      listingId: before,
      change: {
        kind: 'range',
        from: { index: 2_998, id: null },
        to: { index: 10, id: null },
        additive: false,
      },
    });
    const after = (await open('reel/')).listingId;
    const done = await until(after, ({ complete }) => complete);
    expect(done.selected).toBe(2_989);
    expect((await open('other/')).selected).toBe(0);
  });
});
