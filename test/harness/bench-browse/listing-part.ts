import type { Milliseconds } from '../../../src/shared/units.ts';
import { bucketShapes } from './bucket-shapes.ts';
import { listOverHttp, listOverSocket } from './floors.ts';
import { startLister } from './lister.ts';
import { median, type PartOptions, type Report } from './report.ts';
import { startS3Process, type ListedServer } from './s3-process.ts';
import { listBySdk } from './sdk-paginator.ts';
import { installedTools } from './tools.ts';
import { listInVirtualTime } from './virtual-listing.ts';

/** One size of bucket on one network. */
export interface ListingCase {
  readonly keys: number;
  /** What the network adds to every page. */
  readonly pageMs: Milliseconds;
  readonly rounds: number;
  /** Programs that take part: above their patience, they are left out. */
  readonly tools: readonly string[];
  /** Largest ratio to each of the others, by name. */
  readonly targets: Readonly<Record<string, number>>;
}

const NETWORK_MS = 50;
const HTTP = 'node:http, nothing parsed';
const SOCKET = 'bare socket';
const SDK = 'SDK paginator';

const quickCases: readonly ListingCase[] = [
  { keys: 10_000, pageMs: 0, rounds: 5, tools: ['rclone', 'aws', 's3cmd'], targets: {} },
  { keys: 10_000, pageMs: NETWORK_MS, rounds: 5, tools: ['rclone'], targets: { [HTTP]: 1 } },
  {
    keys: 100_000,
    pageMs: 0,
    // A fifth of a second each: fewer would say more of what the machine was busy with just then.
    rounds: 15,
    tools: ['rclone', 'aws', 's3cmd'],
    targets: { [HTTP]: 2, [SDK]: 0.2, rclone: 0.2, aws: 0.1, s3cmd: 0.1 },
  },
  { keys: 100_000, pageMs: NETWORK_MS, rounds: 5, tools: ['rclone'], targets: { [HTTP]: 0.32, rclone: 0.2 } },
];
const longCases: readonly ListingCase[] = [
  { keys: 1_000_000, pageMs: 0, rounds: 5, tools: [], targets: { [SDK]: 0.1 } },
];

/** Programs whose one round takes as long as all of the others', and so have fewer. */
const MOST_ROUNDS: Readonly<Record<string, number>> = { rclone: 5, aws: 3, s3cmd: 3 };

/** Requests beyond one a page that lanes may cost, as a share, at the sizes where there are enough pages to judge by. */
const MAX_EXTRA_SHARE = 0.15;

/** How fast buckets are listed beside the SDK, the floors and the tools of this machine; and what lanes ask for. */
export async function listingPart(report: Report, { isQuick, keys }: PartOptions): Promise<void> {
  report.section('Listing, embedded S3 in a process of its own; medians of interleaved rounds');
  for (const one of isQuick ? quickCases : [...quickCases, ...longCases])
    if (keys === null || keys === one.keys) await listCase(report, one);
  await requestsOfShapes(
    report,
    [100_000, 1_000_000].filter((size) => (keys === null ? !isQuick || size === 100_000 : size === keys)),
  );
}

/** Lists one bucket in every way, in turns. */
export async function listCase(
  report: Report,
  { keys, pageMs, rounds, tools, targets }: ListingCase,
  open: (keys: number) => Promise<ListedServer> = startS3Process,
): Promise<void> {
  const server = await open(keys);
  await server.delayPages(pageMs);
  const lister = await startLister(server);
  const timed = (list: (server: ListedServer) => Promise<void>) => async (): Promise<number> => {
    const begunMs = performance.now();
    await list(server);
    return performance.now() - begunMs;
  };
  const ways: Record<string, () => Promise<number>> = {
    product: () => lister.list(),
    [SOCKET]: timed(listOverSocket),
    [HTTP]: timed(listOverHttp),
    [SDK]: timed(listBySdk),
  };
  for (const tool of await installedTools())
    if (tools.includes(tool.name)) ways[tool.name] = timed(tool.list);
  const times = new Map(Object.keys(ways).map((name) => [name, new Array<number>()]));
  let requests: number | null = null;
  let firstMs = 0;
  try {
    // Once to warm up what the app has warm, too, once a folder was opened.
    firstMs = await lister.list();
    await ways[HTTP]?.();
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, list] of Object.entries(ways)) {
        if (round >= (MOST_ROUNDS[name] ?? rounds)) continue;
        await server.requests();
        times.get(name)?.push(await list());
        if (name === 'product') requests = (await server.requests()) ?? requests;
      }
    }
  } finally {
    await lister.close();
    await server.close();
  }
  const own = median(times.get('product') ?? []);
  const pages = keys / 1_000;
  report.row(
    `${keys.toLocaleString('en')} keys, ${pageMs} ms a page: the product`,
    `${Math.round(own).toLocaleString('en')} ms`,
    `${Math.round(firstMs).toLocaleString('en')} ms the first time${requests === null ? '' : `, ${requests} requests of ${pages}`}`,
  );
  for (const [name, taken] of times)
    if (name !== 'product')
      report.beside(
        `    ${name}: ${Math.round(median(taken)).toLocaleString('en')} ms`,
        own,
        { name: 'of it', ms: median(taken) },
        targets[name],
      );
}

async function requestsOfShapes(report: Report, sizes: readonly number[]): Promise<void> {
  report.section('Requests of the lanes against pages, 50 ms an answer, in virtual time');
  for (const keys of sizes) {
    for (const { name, make } of bucketShapes) {
      const pages = keys / 1_000;
      const { requests, ms } = await listInVirtualTime(make(keys), { pageMs: NETWORK_MS, lanes: 8 });
      const what = `${keys.toLocaleString('en')} keys, ${name}`;
      const extra = requests / pages - 1;
      report.row(what, `${requests} of ${pages}`, `${(100 * extra).toFixed(1)} % more`, {
        value: extra,
        atMost: MAX_EXTRA_SHARE,
      });
      report.beside('    time', ms, { name: 'page by page', ms: pages * NETWORK_MS }, 1);
    }
  }
}
