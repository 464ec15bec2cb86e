import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listInVirtualTime } from '../../harness/bench-browse/virtual-listing.ts';
import { bucketShapes } from '../../harness/bench-browse/bucket-shapes.ts';
import { archiveKeyspace, uuidKeyspace } from '../../simulators/s3/generated-keys.ts';
import { hostileKeys } from '../../simulators/s3/hostile-keys.ts';
import { listKeyspace, type Keyspace } from '../../simulators/s3/object-store.ts';
import { textObject } from '../../simulators/s3/sdk-client.ts';

const keysOf = (space: Keyspace): string[] =>
  Array.from({ length: space.length }, (_, index) => space.keyAt(index));

/** All times are virtual: how fast this machine is changes none of them. */
describe('the lanes of a listing', () => {
  it.each(bucketShapes)(
    'ask for little more than its pages, and are never slower, with $name',
    async ({ make }) => {
      for (const count of [3_000, 30_000, 100_000]) {
        const pages = count / 1_000;
        const objects = make(count);
        const { keys, requests, ms } = await listInVirtualTime(objects, { pageMs: 50, lanes: 8 });
        expect(keys).toEqual(keysOf(objects));
        expect(requests - pages).toBeLessThanOrEqual(10 + 0.05 * pages);
        expect(ms).toBeLessThanOrEqual(pages * 50);
      }
    },
  );

  it('make a large listing several times as fast', async () => {
    for (const objects of [archiveKeyspace(100_000), uuidKeyspace(100_000)]) {
      const { ms } = await listInVirtualTime(objects, { pageMs: 50, lanes: 8 });
      expect(ms).toBeLessThan(0.25 * 100 * 50);
    }
  });

  it('stay closed on a listing of two pages, and on a server that is fast', async () => {
    const short = await listInVirtualTime(archiveKeyspace(2_000), { pageMs: 50, lanes: 8 });
    expect(short.requests).toBe(2);
    const fast = await listInVirtualTime(archiveKeyspace(50_000), { pageMs: 4, lanes: 8 });
    expect(fast.requests).toBe(50);
  });

  it('give every key once and in order, however odd keys are and few on a page', async () => {
    await fc.assert(
      fc.asyncProperty(hostileKeys, fc.integer({ min: 1, max: 4 }), async (given, mostPerPage) => {
        const objects = listKeyspace(given.map((key) => textObject(key)));
        const { keys } = await listInVirtualTime(objects, { pageMs: 50, lanes: 8, mostPerPage });
        expect(keys).toEqual(keysOf(objects));
      }),
      { numRuns: 300 },
    );
  });

  it('leave a server alone that cannot list from the middle', async () => {
    const objects = archiveKeyspace(20_000);
    const faults = { ignoreStartAfter: true };
    const { keys, requests } = await listInVirtualTime(objects, { pageMs: 50, lanes: 8, faults });
    expect(keys).toEqual(keysOf(objects));
    expect(requests).toBeLessThanOrEqual(25);
  });
});
