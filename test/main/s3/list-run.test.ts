import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { archiveKeyspace, folderKeyspace, uuidKeyspace } from '../../simulators/s3/generated-keys.ts';
import { hostileKeys } from '../../simulators/s3/hostile-keys.ts';
import type { Keyspace } from '../../simulators/s3/object-store.ts';
import { fullUser, textObject } from '../../simulators/s3/sdk-client.ts';
import { collect } from './collect.ts';
import { startRig, type S3Rig } from './s3-rig.ts';

let rig: S3Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const keysOf = (space: Keyspace): string[] =>
  Array.from({ length: space.length }, (_, index) => space.keyAt(index));
const start = async (objects: Keyspace) => (rig = await startRig([{ name: 'media', objects }]));
const shapes: readonly (readonly [string, Keyspace])[] = [
  ['an archive of folders', archiveKeyspace(40_000)],
  ['flat random names', uuidKeyspace(30_000)],
  ['flat counted names', folderKeyspace('', 30_000)],
  ['one folder of counted names', folderKeyspace('reel/A/', 30_000)],
];

describe('a listing', () => {
  it.each(shapes)('is whole and in order with lanes, for %s', async (_, objects) => {
    const started = await start(objects);
    const { server } = started;
    // Slow enough for the scout's answers to be worth something.
    server.control.faults.pageDelayMs = 3;
    const listed = await collect(started, 'media', { pageMs: 50 });
    expect(listed.keys).toEqual(keysOf(objects));
    expect(listed.ranges).toBeGreaterThan(3);
    // How many more requests than pages depends on how busy the machine is; far more would be a search gone wild.
    const pages = objects.length / 1_000;
    expect(server.control.log.totals('ListObjectsV2').requests).toBeLessThan(pages * 10);
  });

  it('asks one page at a time when the server is fast', async () => {
    const started = await start(archiveKeyspace(20_000));
    const { server } = started;
    const listed = await collect(started, 'media', { pageMs: 0 });
    expect(listed.keys).toHaveLength(20_000);
    expect(server.control.log.totals('ListObjectsV2').requests).toBe(20);
    expect(server.control.log.peakInFlight()).toBe(1);
  });

  it('opens lanes inside one folder too', async () => {
    const objects = folderKeyspace('reel/', 20_000);
    const started = await start(objects);
    const listed = await collect(started, 'media', { prefix: 'reel/', delimiter: '/', pageMs: 50 });
    expect(listed.keys).toEqual(keysOf(objects));
    expect(listed.ranges).toBeGreaterThan(2);
  });

  it('is whole when the server ignores start-after', async () => {
    const objects = archiveKeyspace(12_000);
    const started = await start(objects);
    const { server } = started;
    server.control.faults.ignoreStartAfter = true;
    const listed = await collect(started, 'media', { pageMs: 50 });
    expect(listed.keys).toEqual(keysOf(objects));
    expect(listed.ranges).toBe(1);
  });

  it('is whole on a server that is told to slow us down, with fewer lanes', async () => {
    const objects = archiveKeyspace(40_000);
    const started = await start(objects);
    const { server, waits } = started;
    server.control.faults.slowDownRate = 0.2;
    const listed = await collect(started, 'media', { pageMs: 50 });
    expect(listed.keys).toEqual(keysOf(objects));
    expect(waits.length).toBeGreaterThan(0);
  });

  it('goes on page by page when the parent of its prefix may not be listed', async () => {
    const objects = archiveKeyspace(12_000);
    rig = await startRig(
      [{ name: 'media', objects }],
      [{ ...fullUser, grants: [{ actions: ['s3:ListBucket'], prefixes: ['archive/2015/'] }] }],
    );
    const listed = await collect(rig, 'media', { prefix: 'archive/2015/', pageMs: 50 });
    expect(listed.keys).toEqual(keysOf(objects).filter((key) => key.startsWith('archive/2015/')));
    await expect(collect(rig, 'media')).rejects.toMatchObject({
      error: { code: 'forbidden', detail: { missingAction: 's3:ListBucket' } },
    });
  });

  it('notices a server that sends the same page for ever', async () => {
    const started = await start(archiveKeyspace(5_000));
    const { server } = started;
    server.control.faults.repeatToken = true;
    await expect(collect(started, 'media')).rejects.toThrow(/circle/);
    server.control.faults.repeatToken = false;
    server.control.faults.omitToken = true;
    await expect(collect(started, 'media')).rejects.toThrow(/does not say where/);
  });

  it('takes a captive portal for what it is', async () => {
    const started = await start(archiveKeyspace(10));
    const { server } = started;
    server.control.faults.captivePortal = true;
    await expect(collect(started, 'media')).rejects.toMatchObject({
      error: { code: 'malformed-answer' },
    });
  });

  it('ends at once when it is cancelled', async () => {
    const started = await start(archiveKeyspace(5_000));
    const { server } = started;
    server.control.faults.hangNext = 1;
    const stop = new AbortController();
    const listing = collect(started, 'media', { signal: stop.signal });
    setImmediate(() => stop.abort());
    await expect(listing).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });

  it('gives every hostile key exactly, and folders once', async () => {
    const odd = await startRig([]);
    rig = odd;
    await fc.assert(
      fc.asyncProperty(hostileKeys, fc.boolean(), async (keys, folders) => {
        odd.server.control.setBucket({ name: 'odd', objects: keys.map((key) => textObject(key)) });
        const listed = await collect(odd, 'odd', { delimiter: folders ? '/' : null });
        const wanted = folders
          ? new Set(keys.map((key) => /^[^/]*\/?/su.exec(key)?.[0] ?? key))
          : new Set(keys);
        expect(new Set(listed.keys)).toEqual(wanted);
        expect(listed.keys).toHaveLength(wanted.size);
      }),
      { numRuns: 150 },
    );
  });
});
