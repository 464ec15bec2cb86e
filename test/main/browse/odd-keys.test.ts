import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveKeyspace } from '../../simulators/s3/generated-keys.ts';
import { hostileKeys } from '../../simulators/s3/hostile-keys.ts';
import { textObject } from '../../simulators/s3/sdk-client.ts';
import { startBrowseRig, viewOf } from './browse-rig.ts';

const byBytes = (left: string, right: string): number => Buffer.from(left).compare(Buffer.from(right));

describe('keys', () => {
  it('come back byte for byte, however odd, in windows and in the selection', async () => {
    await fc.assert(
      fc.asyncProperty(hostileKeys, async (given) => {
        const rig = await startBrowseRig(given.map((key) => textObject(key)));
        try {
          const { listingId } = await rig.open();
          await rig.until(listingId, ({ complete }) => complete);
          expect(await rig.keys(listingId)).toEqual(given.toSorted(byBytes));
          await rig.service.select({ listingId, change: { kind: 'all-matching' } });
          const { objects } = await rig.service.selectedObjects(listingId);
          const files = given.filter((key) => !key.endsWith('/'));
          expect(objects.map(({ objectKey }) => objectKey)).toEqual(files.toSorted(byBytes));
        } finally {
          await rig.close();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are in order when several lanes have filled in their ranges', async () => {
    const objects = archiveKeyspace(20_000);
    const rig = await startBrowseRig(objects);
    try {
      rig.s3.server.control.faults.pageDelayMs = 15;
      const { listingId } = await rig.open();
      await rig.until(listingId, ({ complete }) => complete);
      expect(rig.s3.server.control.log.peakInFlight()).toBeGreaterThan(1);
      await rig.service.view({ listingId, view: viewOf({}, { column: 'name', descending: true }) });
      await rig.service.select({ listingId, change: { kind: 'all-matching' } });
      const { objects: picked } = await rig.service.selectedObjects(listingId);
      const wanted = Array.from({ length: objects.length }, (_, index) => objects.keyAt(index));
      expect(picked.map(({ objectKey }) => objectKey)).toEqual(wanted.toReversed());
    } finally {
      await rig.close();
    }
  });
});
