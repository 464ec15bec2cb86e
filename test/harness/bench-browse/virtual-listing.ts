import { ListRun } from '../../../src/main/s3/list-run.ts';
import type { FetchPage } from '../../../src/main/s3/page-fetcher.ts';
import type { Milliseconds } from '../../../src/shared/units.ts';
import { createVirtualClock } from '../../simulators/pixop/core/virtual-clock.ts';
import { openBucket } from '../../simulators/s3/bucket.ts';
import { noFaults, type Faults } from '../../simulators/s3/faults.ts';
import { listObjects } from '../../simulators/s3/list-objects.ts';
import type { Keyspace } from '../../simulators/s3/object-store.ts';
import { runUntil } from '../virtual-run/drive.ts';

/** What it took to list a bucket. */
export interface ListingCost {
  /** Keys in the order in which the ranges stand. */
  readonly keys: readonly string[];
  /** Every request, those of the scout included. */
  readonly requests: number;
  readonly ms: Milliseconds;
}

/** How a bucket is listed. */
export interface VirtualListingOptions {
  /** Until any answer is there. */
  readonly pageMs: Milliseconds;
  readonly lanes: number;
  /** Keys that the server puts on a page, whatever it is asked for. Default 1,000, S3's own limit. */
  readonly mostPerPage?: number;
  readonly faults?: Partial<Faults>;
}

/** A listing that takes longer than this, in virtual milliseconds, has got stuck. */
const MAX_RUN_MS = 100_000_000;

/**
 * Lists a bucket with the product's lanes from a server that takes the same time for every answer, in virtual time: how
 * many requests that takes, and how many round trips one after the other, is then the same on every machine.
 */
export async function listInVirtualTime(
  objects: Keyspace,
  options: VirtualListingOptions,
): Promise<ListingCost> {
  const clock = createVirtualClock();
  const bucket = openBucket({ name: 'media', objects, prebuiltPages: true }, 'eu-north-1');
  let requests = 0;
  const fetch: FetchPage = async ({ prefix, delimiter, startAfter, token, maxKeys }) => {
    requests += 1;
    await new Promise<void>((resolve) => void clock.after(options.pageMs, resolve));
    const query = new Map([
      ['list-type', '2'],
      ['prefix', prefix],
      ['delimiter', delimiter ?? ''],
      ['max-keys', String(Math.min(maxKeys, options.mostPerPage ?? maxKeys))],
      ...(startAfter === null ? [] : [['start-after', startAfter] as const]),
      ...(token === null ? [] : [['continuation-token', token] as const]),
    ]);
    const asked = { method: 'GET', rawPath: '/media', query, headers: {}, bucket: 'media', key: '' };
    const { body } = listObjects(bucket, asked, { ...noFaults(), ...options.faults });
    return Buffer.concat([...body]);
  };
  const ranges = new Map<number, string[]>([[0, []]]);
  const order = [0];
  const run = new ListRun(
    fetch,
    {
      rows: (range, page, from, to) => {
        for (let row = from; row < to; row += 1) ranges.get(range)?.push(page.keyText(row));
      },
      folders: (range, prefixes) => void ranges.get(range)?.push(...prefixes),
      split(left, right) {
        ranges.set(right, []);
        order.splice(order.indexOf(left) + 1, 0, right);
      },
      page: () => undefined,
    },
    { prefix: '', delimiter: null, lanes: options.lanes, clock },
  );
  let isOver = false;
  const listed = run.run(new AbortController().signal).finally(() => {
    isOver = true;
  });
  if (!(await runUntil(clock, MAX_RUN_MS, () => isOver))) throw new Error('The listing got stuck');
  await listed;
  return { keys: order.flatMap((id) => ranges.get(id) ?? []), requests, ms: clock.monotonic() };
}
