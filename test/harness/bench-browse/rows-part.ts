import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { defaultBrowseView, type BrowseView } from '../../../src/shared/browse.ts';
import { locationId, startBrowser, type Browser } from './browser.ts';
import { onePageOverHttp } from './floors.ts';
import { startLister } from './lister.ts';
import { naiveCosts, type NaiveCosts } from './naive-rows.ts';
import { inMs, median, type PartOptions, type Report } from './report.ts';
import { startS3Process, type S3Process } from './s3-process.ts';
import { sdkFor } from './sdk-paginator.ts';
import { stallDuring, type Stall } from './stall.ts';

/** Milliseconds beyond one round trip until there are rows. */
const MAX_FIRST_ROWS_MS = 50;
/** Milliseconds that the main process may stand still while a million rows come. */
const MAX_STALL_P99_MS = 8;
const MAX_STALL_MS = 16;
/** Bytes of a row in the model. */
const MAX_ROW_BYTES = 100;
/** Milliseconds to a result over a million rows, and what the main process may stand still for it. */
const MAX_FILTER_MS = 100;
const MAX_SORT_MS = 120;
const MAX_STALL_AT_WORK_MS = 5;
const MAX_SELECT_MS = 50;
/** The same against objects in an array, on the machine where the limits were set: 86, 771 and 2,125 ms (performance notes). */
const MAX_OF_NAIVE = { filter: 1.16, sort: 0.156, select: 0.0235 };
/** Share of what it would cost to hand all rows over as the SDK's objects. */
const MAX_CROSSING = 0.1;
/** What the first page takes on the network, for the first rows. */
const NETWORK_MS = 50;
/** How often each question is asked of one thread. */
const ASKED_TIMES = 5;
/** Rows that the window asks for at once. */
const WINDOW_ROWS = 200;

const viewBy = (
  filter: Partial<BrowseView['filter']>,
  column: BrowseView['sort']['column'] = 'name',
): BrowseView => ({
  filter: { ...defaultBrowseView.filter, videosOnly: false, ...filter },
  sort: { column, descending: column !== 'name' },
});
const everything = viewBy({});

/** What is asked of a long listing, each from everything by name. */
const questions = [
  { name: 'filter: substring', asked: viewBy({ text: 'cam_c' }), atMost: MAX_FILTER_MS },
  { name: 'filter: substring that nothing has', asked: viewBy({ text: 'zzz' }), atMost: MAX_FILTER_MS },
  { name: 'filter: glob', asked: viewBy({ text: '*take 7*.mov', mode: 'glob' }) },
  { name: 'filter: regular expression', asked: viewBy({ text: 'take [37]\\.mov$', mode: 'regex' }) },
  { name: 'sort: name, backwards', asked: { ...everything, sort: { column: 'name', descending: true } } },
  { name: 'sort: size', asked: viewBy({}, 'size') },
  { name: 'sort: modified', asked: viewBy({}, 'modified') },
] as const satisfies readonly { name: string; asked: BrowseView; atMost?: number }[];

/** What the rows of a listing cost: until the first is there, in the thread, across processes and in memory. */
export async function rowsPart(report: Report, { isQuick }: PartOptions): Promise<void> {
  await measureRows(report, isQuick ? 100_000 : 1_000_000, 3);
}

/** The same at any size. */
export async function measureRows(report: Report, keys: number, rounds: number): Promise<void> {
  report.section(`Rows, ${keys.toLocaleString('en')} of them; medians of ${rounds} rounds`);
  const server = await startS3Process(keys);
  try {
    await firstRows(report, server);
    await crossing(report, server, await atWork(report, server, rounds));
    const lister = await startLister(server);
    // Loads the SDK, which is no part of any row.
    await lister.list();
    const bytes = await lister.weigh();
    await lister.close();
    report.row('a row in the model', `${(bytes / keys).toFixed(1)} bytes`, '', {
      value: bytes / keys,
      atMost: MAX_ROW_BYTES,
    });
  } finally {
    await server.close();
  }
}

async function firstRows(report: Report, server: S3Process): Promise<void> {
  await server.delayPages(NETWORK_MS);
  const browser = await startBrowser(server);
  const trips: number[] = [];
  const opened: number[] = [];
  for (let round = 0; round <= 5; round += 1) {
    const trip = await timed(() => onePageOverHttp(server));
    const open = await timed(async () => {
      const { listingId } = await browser.service.open(opening);
      const { rows } = await browser.service.rows({ listingId, from: 0, count: WINDOW_ROWS });
      if (rows.length === 0 && round > 0) throw new Error('The listing was opened without rows');
      await browser.service.close({ listingId });
    });
    // The first round loads the SDK, which the app does once after it was started.
    if (round > 0) [trips, opened].forEach((times, at) => times.push([trip, open][at] ?? 0));
  }
  browser.close();
  await server.delayPages(0);
  const more = median(opened) - median(trips);
  report.row(`one page at ${NETWORK_MS} ms over node:http`, inMs(median(trips)));
  report.row('a listing opened, first rows in hand', inMs(median(opened)), `${inMs(more)} more`, {
    value: more,
    atMost: MAX_FIRST_ROWS_MS,
  });
}

const opening = { locationId, prefix: '', scope: 'below', view: everything } as const;

/** Lists, filters, sorts and selects; answers how often a state was announced while a listing went on. */
async function atWork(report: Report, server: S3Process, rounds: number): Promise<number> {
  const listing: Stall[] = [];
  const totals: number[] = [];
  const announced: number[] = [];
  const answers = new Map<string, { first: number[]; ms: number[]; stall: number[] }>();
  const note = (name: string, isFirst: boolean, ms: number, stall: Stall): void => {
    const figures = answers.get(name) ?? { first: [], ms: [], stall: [] };
    answers.set(name, figures);
    figures[isFirst ? 'first' : 'ms'].push(ms);
    figures.stall.push(stall.p99Ms);
  };
  for (let round = 0; round < rounds; round += 1) {
    const browser = await startBrowser(server);
    // Loads what the app's thread has loaded when a second folder is opened.
    const { listingId: first } = await browser.service.open({ ...opening, prefix: 'nothing/' });
    await browser.complete(first);
    const warm = browser.announced();
    let listingId = '';
    listing.push(
      await stallDuring(async () => {
        totals.push(await timed(async () => void (listingId = await listAll(browser))));
      }),
    );
    announced.push(browser.announced() - warm);
    // The first time is what a thread takes that has never done it; letters that are typed on are the others.
    const ask = async (
      name: string,
      question: () => Promise<unknown>,
      undo: () => Promise<unknown>,
    ): Promise<void> => {
      for (let count = 0; count < ASKED_TIMES; count += 1) {
        let ms = 0;
        const stall = await stallDuring(async () => void (ms = await timed(question)));
        note(name, count === 0, ms, stall);
        await undo();
      }
    };
    const view = (asked: BrowseView) => () => browser.service.view({ listingId, view: asked });
    const select = (kind: 'all-matching' | 'none') => () =>
      browser.service.select({ listingId, change: { kind } });
    for (const { name, asked } of questions) await ask(name, view(asked), view(everything));
    await ask('select all', select('all-matching'), select('none'));
    browser.close();
  }
  report.row('all listed, as the window hears of it', inMs(median(totals)));
  stallRow(
    report,
    'main process stands still while it is listed, p99',
    median(listing.map(({ p99Ms }) => p99Ms)),
    MAX_STALL_P99_MS,
  );
  stallRow(report, '    longest', median(listing.map(({ maxMs }) => maxMs)), MAX_STALL_MS);
  const limits = new Map<string, number>([
    ...questions.map(({ name }) => [name, name.startsWith('sort') ? MAX_SORT_MS : MAX_FILTER_MS] as const),
    ['select all', MAX_SELECT_MS],
  ]);
  const naive = naiveCosts(server.keys);
  for (const [name, { first, ms }] of answers) {
    report.row(name, inMs(median(ms)), `${inMs(median(first))} the first time`, {
      value: median(ms),
      atMost: limits.get(name) ?? MAX_FILTER_MS,
    });
    const kind = kindOf(name);
    report.beside(
      `    objects in an array: ${inMs(naive[kind])}`,
      median(ms),
      { name: 'of it', ms: naive[kind] },
      MAX_OF_NAIVE[kind],
    );
  }
  const worst = Math.max(...[...answers.values()].map(({ stall }) => median(stall)));
  stallRow(report, 'main process stands still meanwhile, p99', worst, MAX_STALL_AT_WORK_MS);
  return median(announced);
}

const kindOf = (name: string): keyof NaiveCosts =>
  name.startsWith('filter') ? 'filter' : name.startsWith('sort') ? 'sort' : 'select';

const stallRow = (report: Report, what: string, ms: number, atMost: number): void =>
  report.row(what, inMs(ms), '', { value: ms, atMost });

/** Lists to the end as the window has it: at each state, the rows on screen are asked for again. */
async function listAll({ service, complete }: Browser): Promise<string> {
  const { listingId } = await service.open(opening);
  await complete(listingId, () => service.rows({ listingId, from: 0, count: WINDOW_ROWS }));
  return listingId;
}

/** What it costs to hand over what the window shows, beside all rows as the SDK's objects. */
async function crossing(report: Report, server: S3Process, announced: number): Promise<void> {
  const client = sdkFor(server);
  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: server.bucket }));
  client.destroy();
  const browser = await startBrowser(server);
  const listingId = await listAll(browser);
  const state = await browser.complete(listingId);
  const rows = await browser.service.rows({ listingId, from: 0, count: WINDOW_ROWS });
  browser.close();
  const bySdk = cloned(Contents) * (server.keys / 1_000);
  const own = (cloned(state) + cloned(rows)) * announced;
  report.row(`rows handed over: all, as the SDK's objects`, inMs(bySdk));
  report.beside(`    what is shown, ${announced} times`, own, { name: 'of it', ms: bySdk }, MAX_CROSSING);
}

const CLONES = 200;

/** Milliseconds to write and read a message, as any two processes or threads do. */
function cloned(message: unknown): number {
  const times: number[] = [];
  for (let round = 0; round < CLONES; round += 1) {
    const begunMs = performance.now();
    structuredClone(message);
    times.push(performance.now() - begunMs);
  }
  return median(times);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begunMs = performance.now();
  await work();
  return performance.now() - begunMs;
}
