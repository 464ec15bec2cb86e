import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { beforeKey } from '../../../src/main/manifests/before-key.ts';
import { findKeys } from '../../../src/main/manifests/find-keys.ts';
import { bucketClient } from '../../../src/main/s3/bucket-client.ts';
import { pageFetcher } from '../../../src/main/s3/page-fetcher.ts';
import { archiveKeyspace, folderKeyspace } from '../../simulators/s3/generated-keys.ts';
import { hostileKeys } from '../../simulators/s3/hostile-keys.ts';
import type { BucketOptions } from '../../simulators/s3/model.ts';
import type { S3User } from '../../simulators/s3/policy.ts';
import { fullUser, textObject } from '../../simulators/s3/sdk-client.ts';
import { startRig, type S3Rig } from '../s3/s3-rig.ts';

let rig: S3Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

async function start(objects: BucketOptions['objects'], users?: readonly S3User[]) {
  const started = await startRig([{ name: 'media', objects }], users);
  rig = started;
  const fetch = pageFetcher(bucketClient(started.access('media'), started.deps));
  let settled = 0;
  return {
    control: started.server.control,
    find: async (keys: readonly string[], signal = new AbortController().signal) => {
      settled = 0;
      const found = await findKeys(fetch, keys, { signal, onSettled: (count) => (settled += count) });
      return [...found.keys()];
    },
    settled: () => settled,
    requests: () => started.server.control.log.totals('ListObjectsV2').requests,
  };
}
const keysOf = (count: number, keyAt: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => keyAt(index));

describe('looking for keys', () => {
  it('finds ten thousand neighbours with little more than a request a thousand, and no HEAD', async () => {
    const space = folderKeyspace('reel/', 10_000);
    const { find, settled, requests, control } = await start(space);
    const wanted = keysOf(10_000, space.keyAt);
    expect(new Set(await find([...wanted, 'reel/missing.mov']))).toEqual(new Set(wanted));
    expect(settled()).toBe(10_001);
    expect(requests()).toBeLessThan(30);
    expect(control.log.totals('HeadObject').requests).toBe(0);
  });

  it('leaps over what nobody asked for: one request for each lonely key', async () => {
    const space = archiveKeyspace(400_000);
    const { find, requests } = await start(space);
    const wanted = [7, 99_999, 200_001, 399_999].map(space.keyAt);
    expect((await find([...wanted, 'zzz'])).toSorted()).toEqual(wanted.toSorted());
    expect(requests()).toBeLessThanOrEqual(5);
  });

  it('finds keys with anything in them, and their size, class and ETag as listed', async () => {
    const objects = (fc.sample(hostileKeys, { seed: 24, numRuns: 1 })[0] ?? []).map((key) =>
      textObject(key, 'x'),
    );
    const { find } = await start(objects);
    const wanted = objects.map(({ key }) => key);
    expect((await find(wanted)).toSorted()).toEqual(wanted.toSorted());
  });

  it('lists everything where the server cannot list from the middle', async () => {
    const space = archiveKeyspace(3_000);
    const { find, settled, control } = await start(space);
    control.faults.ignoreStartAfter = true;
    const wanted = [5, 1_500, 2_999].map(space.keyAt);
    expect((await find([...wanted, 'missing'])).toSorted()).toEqual(wanted.toSorted());
    expect(settled()).toBe(4);
  });

  it('looks below each folder where the bucket as a whole may not be listed', async () => {
    const guest: S3User = {
      ...fullUser,
      grants: [{ actions: ['s3:ListBucket'], prefixes: ['in/a/', 'in/b/'] }],
    };
    const objects = ['in/a/1.mov', 'in/b/2.mov', 'out/3.mov'].map((key) => textObject(key, 'x'));
    const { find } = await start(objects, [guest]);
    expect(await find(['in/a/1.mov', 'in/b/2.mov', 'in/b/4.mov'])).toEqual(['in/a/1.mov', 'in/b/2.mov']);
    await expect(find(['in/a/1.mov', 'out/3.mov'])).rejects.toThrow(/s3:ListBucket|denied/i);
  });

  it('ends when it is cancelled', async () => {
    const { find } = await start(folderKeyspace('reel/', 100));
    await expect(find(['reel/x'], AbortSignal.abort())).rejects.toThrow('Cancelled');
  });

  it('finds what a plain set would, whatever is there and whatever is asked', async () => {
    const alphabet = fc.constantFrom('a', 'b', '/', '0', '-', ' ', 'é', '\u{1f39e}', '\ue000', '~');
    const key = fc.array(alphabet, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const { find, control } = await start([]);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(key, { maxLength: 60 }),
        fc.uniqueArray(key, { minLength: 1, maxLength: 60 }),
        async (there, asked) => {
          control.setBucket({ name: 'media', objects: there.map((one) => textObject(one, 'x')) });
          const known = new Set(there);
          expect((await find(asked)).toSorted()).toEqual(asked.filter((one) => known.has(one)).toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the place before a key', () => {
  it('sorts before it, and behind every key that sorts before its last character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), (key) => {
        const before = Buffer.from(beforeKey(key) ?? '');
        expect(before.compare(Buffer.from(key))).toBeLessThan(0);
        expect(before.length).toBeLessThanOrEqual(1_024);
      }),
    );
    expect(beforeKey('a/b1')).toBe('a/b0\u{10fffd}');
    expect(beforeKey('x'.repeat(1_024))).toBe('x'.repeat(1_023));
  });
});
