import { afterEach, describe, expect, it, vi } from 'vitest';
import { folderKeyspace } from '../../simulators/s3/generated-keys.ts';
import { locationId, startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const start = async (count: number) => (rig = await startBrowseRig(folderKeyspace('reel/', count)));
const clip = (number: number): string => `reel/C${String(number).padStart(8, '0')}.MOV`;

describe('badges', () => {
  it('stand on the rows of a window', async () => {
    const { open, badges, service, until } = await start(10);
    badges.set(clip(2), 'imported');
    const { listingId } = await open('reel/', 'folder');
    await until(listingId, ({ complete }) => complete);
    const { rows } = await service.rows({ listingId, from: 0, count: 3 });
    expect(rows.map(({ badge }) => badge)).toEqual(['none', 'imported', 'none']);
  });

  it('can be filtered by, and so can their absence', async () => {
    const { open, badges, service, until, keys } = await start(3_000);
    badges.set(clip(7), 'imported').set(clip(2_500), 'failed');
    const { listingId } = await open('reel/', 'folder');
    await until(listingId, ({ complete }) => complete);
    const imported = await service.view({ listingId, view: viewOf({ badges: ['imported'] }) });
    expect(imported).toMatchObject({ matching: 1 });
    expect(await keys(listingId)).toEqual([clip(7)]);
    expect(await service.view({ listingId, view: viewOf({ badges: ['none'] }) })).toMatchObject({
      matching: 2_998,
    });
  });

  it('are known of rows that come after the filter', async () => {
    const { open, badges, until, keys, s3 } = await start(5_000);
    s3.server.control.faults.pageDelayMs = 30;
    badges.set(clip(4_999), 'imported').set(clip(3), 'imported');
    const { listingId } = await open('reel/', 'folder', viewOf({ badges: ['imported'] }));
    await until(listingId, ({ complete, matching }) => complete && matching === 2);
    expect(await keys(listingId)).toEqual([clip(3), clip(4_999)]);
  });

  it('change what a filter shows when the queue changes', async () => {
    const { open, badges, service, until, keys } = await start(100);
    badges.set(clip(1), 'queued');
    const { listingId } = await open('reel/', 'folder', viewOf({ badges: ['imported'] }));
    await until(listingId, ({ complete }) => complete);
    badges.set(clip(1), 'imported').set(clip(50), 'imported');
    service.badgesChanged();
    await until(listingId, ({ matching }) => matching === 2);
    expect(await keys(listingId)).toEqual([clip(1), clip(50)]);
    badges.delete(clip(1));
    service.badgesChanged();
    await until(listingId, ({ matching }) => matching === 1);
  });

  it('are learnt for a view that is given up once a newer one was asked for meanwhile', async () => {
    const { open, badges, service, until, hold } = await start(100);
    badges.set(clip(1), 'failed');
    const { listingId } = await open('reel/', 'folder');
    await until(listingId, ({ complete }) => complete);
    const release = hold('know');
    const older = service.view({ listingId, view: viewOf({ badges: ['failed'] }) });
    const newer = service.view({ listingId, view: viewOf({ text: 'C0000000' }) });
    expect(await newer).toMatchObject({ matching: 9 });
    release();
    expect(await older).toMatchObject({ matching: 9 });
    expect((await service.rows({ listingId, from: 0, count: 100 })).rows).toHaveLength(9);
  });

  it('are still told to the newest view when an older one that needs none is answered after it', async () => {
    const { open, badges, service, until, hold } = await start(100);
    badges.set(clip(1), 'failed');
    const { listingId } = await open('reel/', 'folder', viewOf({ badges: ['failed'] }));
    await until(listingId, ({ complete, matching }) => complete && matching === 1);
    const release = hold('view');
    const views = [viewOf({}), viewOf({ badges: ['failed'] })].map((view) =>
      service.view({ listingId, view }),
    );
    await service.locate({ listingId, ids: [] });
    release();
    await Promise.all(views);
    badges.set(clip(2), 'failed');
    service.badgesChanged();
    await until(listingId, ({ matching }) => matching === 2);
  });

  it('are asked for again by the next view when they could not be learnt', async () => {
    const { open, badges, service, until } = await start(100);
    badges.set(clip(1), 'failed');
    const { listingId } = await open('reel/', 'folder');
    await until(listingId, ({ complete }) => complete);
    const failed = { listingId, view: viewOf({ badges: ['failed' as const] }) };
    vi.spyOn(badges, 'get').mockImplementationOnce(() => {
      throw new Error('The queue cannot tell');
    });
    await expect(service.view(failed)).rejects.toThrow('The queue cannot tell');
    expect(await service.view(failed)).toMatchObject({ matching: 1 });
  });

  it('make windows stale once for many changes of the queue', async () => {
    const { open, service, until, announced } = await start(100);
    const { listingId } = await open('reel/', 'folder');
    const { revision } = await until(listingId, ({ complete }) => complete);
    const before = announced.length;
    for (let change = 0; change < 1_000; change += 1) service.badgesChanged();
    await until(listingId, (state) => state.revision > revision);
    expect(announced.length).toBe(before + 1);
  });
});

describe('badges of the team’s other workstations', () => {
  it('can be filtered by, although no key is known of them', async () => {
    const { open, teamBadges, service, until, keys } = await start(3_000);
    teamBadges.set(clip(17), 'imported').set(clip(2_999), 'copying');
    const { listingId } = await open('reel/', 'folder', viewOf({ badges: ['imported', 'copying'] }));
    await until(listingId, ({ complete, matching }) => complete && matching === 2);
    expect(await keys(listingId)).toEqual([clip(17), clip(2_999)]);
    teamBadges.clear();
    service.badgesChanged();
    await until(listingId, ({ matching }) => matching === 0);
  });

  it('are asked for by whoever opens a listing or looks at its rows', async () => {
    const { open, service, lookedAt } = await start(3);
    const { listingId } = await open('reel/', 'folder');
    await service.rows({ listingId, from: 0, count: 3 });
    expect(lookedAt).toEqual([locationId, locationId]);
  });
});
