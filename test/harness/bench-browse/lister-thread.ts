import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { NameOrder } from '../../../src/main/browse/name-order.ts';
import { RowStore } from '../../../src/main/browse/row-store.ts';
import { systemClock } from '../../../src/main/platform/clock.ts';
import { bucketClient } from '../../../src/main/s3/bucket-client.ts';
import { openConnections } from '../../../src/main/s3/exchange.ts';
import { ListRun } from '../../../src/main/s3/list-run.ts';
import { pageFetcher } from '../../../src/main/s3/page-fetcher.ts';
import { loadSdk } from '../../../src/main/s3/sdk.ts';
import { liveBytes } from '../soak/live-bytes.ts';

/** The thread in which the product's lister is timed: signed requests, scanned pages, rows kept, no screen. */
const { url, region, bucket, accessKeyId, secretAccessKey } = z
  .object({
    url: z.string(),
    region: z.string(),
    bucket: z.string(),
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
  })
  .parse(workerData);
const connections = openConnections();
const deps = {
  loadSdk,
  connections,
  clock: systemClock,
  random: Math.random,
  allowLoopback: true,
  allowedHosts: null,
};

parentPort?.on('message', (asked: { readonly lanes: number; readonly weighs: boolean }) => void list(asked));

/** Lists; collecting garbage for the weight makes V8 forget what it has compiled, so nothing that is timed is weighed. */
async function list({ lanes, weighs }: { readonly lanes: number; readonly weighs: boolean }): Promise<void> {
  const client = bucketClient(
    {
      locationId: '00000000-0000-4000-8000-000000000001',
      bucket,
      endpoint: { endpoint: url, region, pathStyle: true },
      credentials: { kind: 'keys', accessKeyId, secretAccessKey },
    },
    deps,
  );
  const before = weighs ? (await liveBytes()).heap : 0;
  const store = new RowStore();
  const names = new NameOrder(store);
  const begunMs = performance.now();
  const run = new ListRun(
    pageFetcher(client),
    {
      rows: (range, page, from, to, inOrder) =>
        names.append(range, store.append(page, from, to), to - from, inOrder),
      folders: (range, prefixes) => names.append(range, store.appendFolders(prefixes), prefixes.length),
      split: (left, right) => names.split(left, right),
      page: () => undefined,
    },
    { prefix: '', delimiter: null, lanes, clock: systemClock },
  );
  await run.run(new AbortController().signal);
  const ms = performance.now() - begunMs;
  const bytes = weighs ? (await liveBytes()).heap - before + columnBytes(store) : 0;
  parentPort?.postMessage({ keys: store.count, ms, bytes });
}

/** Bytes of the rows' columns: they are shared memory, which V8 leaves out of what it holds. */
const columnBytes = ({ blocks }: RowStore): number =>
  blocks
    .flatMap((block) => Object.values(block).filter((column) => ArrayBuffer.isView(column)))
    .reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
