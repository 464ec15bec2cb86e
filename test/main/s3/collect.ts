import { bucketClient } from '../../../src/main/s3/bucket-client.ts';
import { ListRun } from '../../../src/main/s3/list-run.ts';
import { pageFetcher } from '../../../src/main/s3/page-fetcher.ts';
import type { S3Rig } from './s3-rig.ts';

/** How a listing of a test is made. */
export interface CollectOptions {
  readonly prefix?: string;
  readonly delimiter?: '/' | null;
  readonly lanes?: number;
  /** Milliseconds that every page seems to take; above 5 the lanes open. */
  readonly pageMs?: number;
  readonly signal?: AbortSignal;
}

/** Lists a bucket and puts its ranges together in order, as the model of the browser does. */
export async function collect(
  rig: Pick<S3Rig, 'access' | 'deps'>,
  bucket: string,
  options: CollectOptions = {},
) {
  const ranges = new Map<number, string[]>([[0, []]]);
  let order = [0];
  let time = 0;
  const run = new ListRun(
    pageFetcher(bucketClient(rig.access(bucket), rig.deps)),
    {
      rows: (range, page, from, to) => {
        for (let row = from; row < to; row += 1) ranges.get(range)?.push(page.keyText(row));
      },
      folders: (range, prefixes) => void ranges.get(range)?.push(...prefixes),
      split(left, right) {
        ranges.set(right, []);
        order = order.flatMap((id) => (id === left ? [left, right] : [id]));
      },
      page: () => undefined,
    },
    {
      prefix: options.prefix ?? '',
      delimiter: options.delimiter ?? null,
      lanes: options.lanes ?? 8,
      clock: { monotonic: () => (time += options.pageMs ?? 0) },
    },
  );
  await run.run(options.signal ?? new AbortController().signal);
  return { keys: order.flatMap((id) => ranges.get(id) ?? []), ranges: order.length };
}
