import { afterEach, describe, expect, it } from 'vitest';
import { createManifestService } from '../../../src/main/manifests/manifest-service.ts';
import { bucketClient } from '../../../src/main/s3/bucket-client.ts';
import { pageFetcher } from '../../../src/main/s3/page-fetcher.ts';
import type { ManifestState } from '../../../src/shared/manifests.ts';
import { folderKeyspace } from '../../simulators/s3/generated-keys.ts';
import type { BucketOptions } from '../../simulators/s3/model.ts';
import { textObject } from '../../simulators/s3/sdk-client.ts';
import { startRig, type S3Rig } from '../s3/s3-rig.ts';

let rig: S3Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

async function start(objects: BucketOptions['objects']) {
  const started = await startRig([{ name: 'media', objects }]);
  rig = started;
  const states: ManifestState[] = [];
  const { access, deps } = started;
  let ids = 0;
  let nowMs = 0;
  const service = createManifestService({
    accessFor: async () => access('media'),
    locationOf: async (locationId) => ({
      connectionId: 'production',
      locationId,
      locationName: 'Rushes',
      bucket: 'media',
    }),
    pagesOf: (given) => pageFetcher(bucketClient(given, deps)),
    // Every look at the clock is a second later, so that no announcement is held back.
    clock: { monotonic: () => (nowMs += 1_000) },
    newId: () => `m${(ids += 1)}`,
    onChange: (state) => states.push(state),
  });
  return {
    service,
    states,
    control: started.server.control,
    match: async (text: string, fileName = 'list.txt') => {
      const { manifestId } = service.read({ fileName, text });
      await service.match({ manifestId, locationId: 'aaaaaaaa' });
      await expect.poll(() => states.at(-1)?.phase).toMatch(/matched|failed/);
      return states.at(-1);
    },
  };
}
const location = {
  connectionId: 'production',
  locationId: 'aaaaaaaa',
  locationName: 'Rushes',
  bucket: 'media',
};
const objects = ['in/Ép 1.mov', 'in/two.mov', 'three.mov'].map((key) => textObject(key, 'xyz'));

describe('a manifest', () => {
  it('is sorted into matched, missing, duplicate, of another bucket, and unreadable', async () => {
    const { service, match } = await start(objects);
    const state = await match(
      'key,name,project\nthree.mov,Three,Nordlys\ns3://media/in/two.mov,,Nordlys\nthree.mov,Again\ngone.mov,\ns3://other/x.mov,\n,empty\n',
      'delivery.csv',
    );
    expect(state).toMatchObject({
      phase: 'matched',
      rows: 5,
      matchedBytes: 6,
      keys: 3,
      settled: 3,
      buckets: [
        { bucket: 'media', rows: 1 },
        { bucket: 'other', rows: 1 },
      ],
      projects: ['Nordlys'],
      lists: { matched: 2, missing: 1, duplicate: 1, 'other-bucket': 1, unreadable: 1 },
    });
    const { manifestId } = state ?? { manifestId: '' };
    const lines = (list: 'missing' | 'duplicate' | 'other-bucket' | 'unreadable') =>
      service
        .lines({ manifestId, list, from: 0, count: 10 })
        .map(({ line, text, firstLine }) => [line, text, firstLine]);
    expect(lines('missing')).toEqual([[5, 'gone.mov', null]]);
    expect(lines('duplicate')).toEqual([[4, 'three.mov', 2]]);
    expect(lines('other-bucket')).toEqual([[6, 's3://other/x.mov', null]]);
    expect(lines('unreadable')).toEqual([[7, '', null]]);
    expect(service.text({ manifestId, list: 'missing' })).toEqual({ text: 'gone.mov' });
    const matched = service.matchedRows(manifestId);
    expect(matched.location).toEqual(location);
    expect(matched.rows.map(({ row, object }) => [object.objectKey, row.name])).toEqual([
      ['three.mov', 'Three'],
      ['in/two.mov', null],
    ]);
  });

  it('finds keys under the spellings that inventories, addresses and other systems give them', async () => {
    const { service, match } = await start(objects);
    const state = await match(
      `in/%C3%89p+1.mov\n/in/two.mov\n three.mov \n${'in/Ép 1.mov'.normalize('NFD')}\n100%.mov`,
    );
    expect(state).toMatchObject({
      respelled: 3,
      lists: { matched: 3, missing: 1, duplicate: 1 },
    });
    const { rows } = service.matchedRows(state?.manifestId ?? '');
    expect(rows.map(({ object }) => object.objectKey)).toEqual(objects.map(({ key }) => key));
  });

  it('tells how far it is, and stops where it is told to', async () => {
    const space = folderKeyspace('reel/', 6_000);
    const { service, states, control } = await start(space);
    control.faults.pageDelayMs = 5;
    const text = Array.from({ length: 6_000 }, (_, index) => space.keyAt(index)).join('\n');
    const { manifestId } = service.read({ fileName: 'x.txt', text });
    await service.match({ manifestId, locationId: 'aaaaaaaa' });
    await expect.poll(() => states.length).toBeGreaterThan(0);
    service.stop({ manifestId });
    await expect.poll(() => states.at(-1)?.phase).toBe('stopped');
    expect(states[0]?.settled).toBeGreaterThan(0);
    expect(states[0]?.settled).toBeLessThan(6_000);
    expect(() => service.matchedRows(manifestId)).toThrow('not been matched');
  });

  it('says why it could not be looked for, and is looked for again', async () => {
    const { service, states, match, control } = await start(objects);
    control.removeBucket('media');
    const state = await match('three.mov');
    expect(state).toMatchObject({ phase: 'failed', error: { code: 'not-found' } });
    control.setBucket({ name: 'media', objects });
    await service.match({ manifestId: state?.manifestId ?? '', locationId: 'aaaaaaaa' });
    await expect.poll(() => states.at(-1)?.phase).toBe('matched');
  });

  it('makes way for the next one', async () => {
    const { service, match } = await start(objects);
    const first = await match('three.mov');
    service.read({ fileName: 'next.txt', text: 'x' });
    expect(() => service.matchedRows(first?.manifestId ?? '')).toThrow('no longer open');
  });
});
