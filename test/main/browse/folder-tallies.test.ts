import { afterEach, describe, expect, it } from 'vitest';
import type { BrowseRow } from '../../../src/shared/browse.ts';
import { bufferContent, sparseContent } from '../../simulators/s3/content.ts';
import type { StoredObject } from '../../simulators/s3/model.ts';
import { startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const object = (key: string, text = key): StoredObject => ({
  key,
  content: bufferContent(Buffer.from(text)),
  modifiedMs: Date.UTC(2026, 0, 1),
});
const folder = (name: string, clips: number): readonly StoredObject[] =>
  Array.from({ length: clips }, (_, at) => object(`${name}/clip_${String(at).padStart(4, '0')}.mov`));

const whole = (done: number, total: number) => ({ done, total, more: false });

/** What the folders on screen say, once all that were asked for have been counted. */
async function shownBy(
  { open, service }: BrowseRig,
  wanted: Readonly<Record<string, BrowseRow['imported']>>,
) {
  const { listingId } = await open('', 'folder', viewOf({}));
  const read = async () => {
    const { rows } = await service.rows({ listingId, from: 0, count: 100 });
    return Object.fromEntries(
      rows.filter(({ kind }) => kind === 'folder').map(({ key, imported }) => [key, imported]),
    );
  };
  await expect.poll(read, { timeout: 10_000 }).toEqual(wanted);
  return { listingId, read };
}

describe('folders', () => {
  it('say how many of their videos are imported, at any depth, and nothing of what is no video', async () => {
    rig = await startBrowseRig([
      ...folder('day-1', 3),
      ...folder('day-1/cam-b', 2),
      object('day-1/notes.xml'),
      object('day-1/._clip_0000.mov'),
      object('day-1/empty.mov', ''),
      { ...object('day-1/cold.mov'), storageClass: 'DEEP_ARCHIVE' },
      ...folder('day-2', 2),
      object('paper/a.pdf'),
    ]);
    rig.badges.set('day-1/clip_0001.mov', 'imported').set('day-1/cam-b/clip_0000.mov', 'imported');
    rig.badges.set('day-1/clip_0002.mov', 'copying').set('day-2/clip_0000.mov', 'changed');
    await shownBy(rig, {
      'day-1/': whole(2, 5),
      'day-2/': whole(0, 2),
      'paper/': whole(0, 0),
    });
  });

  it('follow what becomes of the imports without being read again', async () => {
    rig = await startBrowseRig(folder('day-1', 4));
    rig.badges.set('day-1/clip_0000.mov', 'imported');
    const { listingId, read } = await shownBy(rig, { 'day-1/': whole(1, 4) });
    const { revision } = await rig.until(listingId, ({ complete }) => complete);
    const before = rig.s3.server.control.log.entries().length;
    rig.badges.set('day-1/clip_0001.mov', 'imported');
    rig.service.badgesChanged();
    await rig.until(listingId, (state) => state.revision > revision);
    await expect.poll(read).toEqual({ 'day-1/': whole(2, 4) });
    expect(rig.s3.server.control.log.entries().length).toBe(before);
  });

  it('are read once, however often they are asked for meanwhile', async () => {
    rig = await startBrowseRig([...folder('day-1', 2), ...folder('day-2', 2)]);
    rig.badges.set('day-1/clip_0000.mov', 'imported');
    rig.s3.server.control.faults.pageDelayMs = 200;
    await shownBy(rig, { 'day-1/': whole(1, 2), 'day-2/': whole(0, 2) });
    expect(rig.s3.server.control.log.entries()).toHaveLength(3);
  });

  it('are not read where nothing was ever imported from the bucket', async () => {
    rig = await startBrowseRig([...folder('day-1', 4), ...folder('day-2', 4)]);
    await shownBy(rig, { 'day-1/': null, 'day-2/': null });
    expect(rig.s3.server.control.log.entries()).toHaveLength(1);
  });

  it('say how much of their first 5,000 keys is imported when there are more, and the others still have their count', async () => {
    const clip = (at: number): StoredObject => ({
      key: `archive/${String(at).padStart(6, '0')}.${at < 10 ? 'xml' : 'mov'}`,
      content: sparseContent(1_000, 'e'.repeat(32)),
      modifiedMs: 0,
    });
    rig = await startBrowseRig([
      ...Array.from({ length: 5_001 }, (_, at) => clip(at)),
      ...folder('day-1', 2),
    ]);
    for (const at of ['000010', '004999', '005000']) rig.badges.set(`archive/${at}.mov`, 'imported');
    const { read } = await shownBy(rig, {
      'archive/': { done: 2, total: 4_990, more: true },
      'day-1/': whole(0, 2),
    });
    rig.badges.set('day-1/clip_0000.mov', 'imported');
    rig.service.badgesChanged();
    await expect.poll(read).toEqual({
      'archive/': { done: 2, total: 4_990, more: true },
      'day-1/': whole(1, 2),
    });
  });

  it('have no count when they cannot be read, and the listing goes on', async () => {
    rig = await startBrowseRig([...folder('day-1', 2), ...folder('secret', 2)]);
    rig.badges.set('day-1/clip_0000.mov', 'imported');
    rig.s3.server.control.faults.deniedPrefixes = ['secret/'];
    await shownBy(rig, { 'day-1/': whole(1, 2), 'secret/': null });
  });
});
