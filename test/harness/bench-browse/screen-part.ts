import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { MIB } from '../../../src/shared/units.ts';
import { chromium, provision } from '../../tools/provision.ts';
import { inputDelays, scroll, untilShown, type Scrolled } from './page-probes.ts';
import { heldBytes } from './process-memory.ts';
import { inMs, median, quantile, type PartOptions, type Report } from './report.ts';
import { startS3Process, type S3Process } from './s3-process.ts';
import { PICTURES, sourceOf, startScreenWorld } from './screen-world.ts';

const root = resolve(import.meta.dirname, '../../..');
/** Milliseconds between two frames at p95: 60 a second; and beside the short list. */
const MAX_FRAME_MS = 17;
const MAX_FRAME_RATIO = 1.05;
/** Milliseconds until a view is on screen, until all are shown as selected, and until a key has its frame. */
const MAX_MOUNT_MS = 100;
const MAX_SELECT_MS = 50;
const MAX_INPUT_MS = 50;
/** Bytes of all processes for a row, once garbage is collected. */
const MAX_ROW_BYTES = 150;
/** Rounds of each measurement. */
const ROUNDS = 5;
/** Pixels a frame: 225 rows a second, and two lines of pictures. */
const ROW_STEP_PX = 120;
const PICTURE_STEP_PX = 20;
const KEY_PRESSES = 40;
const SETTLE_MS = 300;
/** Until V8 has collected garbage of its own accord in a process with nothing to do: it waits for 8 seconds. */
const REST_MS = 20_000;
/** Longest that a listing may take, milliseconds. */
const PATIENCE_MS = 120_000;
/** A row that is selected only when all are. */
const SELECTED_ROW = '[aria-rowindex="5"][aria-selected=true]';
const SHOWN_ROW = '[role=row][aria-selected]';

/** What the built app shows of long listings, in Chromium: frames, blanks, delays and memory. */
export async function screenPart(report: Report, { isQuick }: PartOptions): Promise<void> {
  provision([chromium]);
  build();
  const many = isQuick ? 100_000 : 1_000_000;
  report.section(`Screen, ${many.toLocaleString('en')} rows beside 10,000; medians of ${ROUNDS} rounds`);
  const servers = [await startS3Process(10_000), await startS3Process(many)];
  const [short, long] = servers;
  if (short === undefined || long === undefined) throw new Error('There is no server');
  const world = await startScreenWorld(servers);
  const { page, main } = world.app;
  page.setDefaultTimeout(PATIENCE_MS);
  // The loader for TypeScript names functions with a helper of its own, which functions sent to the page miss there.
  await page.evaluate('globalThis.__name = (named) => named');
  try {
    const screen = new Screen(page);
    await screen.open(short);
    await screen.isComplete();
    const before = await heldAtRest(page, main.pid);
    await screen.open(long);
    const delays = await inputDelays(page, 'ArrowDown', KEY_PRESSES);
    await screen.isComplete();
    const listed = heldBytes(main.pid);
    const after = await heldAtRest(page, main.pid);
    report.row('a key pressed while it is listed: its frame, p95', inMs(quantile(delays, 0.95)), '', {
      value: quantile(delays, 0.95),
      atMost: MAX_INPUT_MS,
    });
    if (before !== null && listed !== null && after !== null) {
      const more = (bytes: number): [text: string, aRow: string] => [
        `${Math.round((bytes - before) / MIB)} MiB`,
        `${Math.round((bytes - before) / many)} bytes a row`,
      ];
      report.row('all processes hold more by, with the last row', ...more(listed));
      report.row(
        '    at rest, garbage collected',
        ...more(after),
        // What a process takes for being there would be counted as the rows' when they are few.
        isQuick ? undefined : { value: (after - before) / many, atMost: MAX_ROW_BYTES },
      );
    }
    await listOnScreen(report, screen, short, long);
    await picturesOnScreen(report, screen);
  } finally {
    await world.close();
    await Promise.all(servers.map((server) => server.close()));
  }
}

function build(): void {
  process.env['PIXOP_INGEST_HOST'] = 'chromium';
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel=warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The app could not be built');
}

/** The browser's view, driven as a person does. */
class Screen {
  readonly page: Page;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('grid', { name: /^Files in/ });
  }

  /** Opens a source and everything below it; what was listed before is listed anew. */
  async open(server: S3Process): Promise<void> {
    const { page } = this;
    const source = page.getByRole('navigation', { name: 'Sources' });
    await source.getByText(sourceOf(server), { exact: true }).first().click();
    await this.choose('Scope', 'Everything below');
    await this.list.focus();
  }

  async isComplete(): Promise<void> {
    await this.list.and(this.page.locator('[aria-busy=false]')).waitFor();
  }

  async choose(group: string, name: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: group })
      .getByRole('radio', { name, exact: true })
      .click();
  }

  async scrolled(stepPx: number): Promise<Scrolled> {
    await this.list.focus();
    await this.page.keyboard.press('Home');
    // The list is to stand at its beginning before it is moved.
    await this.page.waitForTimeout(SETTLE_MS);
    return scroll(this.list, stepPx);
  }
}

async function listOnScreen(
  report: Report,
  screen: Screen,
  short: S3Process,
  long: S3Process,
): Promise<void> {
  const { page, list } = screen;
  const figures = { short: new Array<number>(), long: new Array<number>(), blank: 0 };
  const mounts: number[] = [];
  const selections: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, server] of [
      ['short', short],
      ['long', long],
    ] as const) {
      await screen.open(server);
      await screen.isComplete();
      const { frames, blank } = await screen.scrolled(ROW_STEP_PX);
      figures[name].push(quantile(frames, 0.95));
      figures.blank += blank;
    }
    await screen.choose('View', 'Pictures');
    const back = (): Promise<void> => screen.choose('View', 'List');
    mounts.push(await untilShown(page, 'pointerdown', back, SHOWN_ROW));
    await list.locator('[aria-rowindex="2"]').click();
    const all = (): Promise<void> => page.keyboard.press('ControlOrMeta+a');
    selections.push(await untilShown(page, 'keydown', all, SELECTED_ROW));
  }
  frameRow(report, 'frames while 10,000 rows scroll, p95', median(figures.short));
  frameRow(report, `frames while ${long.keys.toLocaleString('en')} rows scroll, p95`, median(figures.long));
  report.beside(
    '    beside the short list',
    median(figures.long),
    { name: 'of it', ms: median(figures.short) },
    MAX_FRAME_RATIO,
  );
  report.row('    frames without a row in the middle', String(figures.blank), '', {
    value: figures.blank,
    atMost: 0,
  });
  await list.focus();
  await page.keyboard.press('End');
  const last = list.locator(`[aria-rowindex="${long.keys + 1}"][aria-selected]`);
  await last.waitFor();
  const isInView = await last.evaluate((row) => row.getBoundingClientRect().bottom <= innerHeight);
  report.row('the last row is reached by the End key', isInView ? 'yes' : 'no', '', {
    value: isInView ? 0 : 1,
    atMost: 0,
  });
  report.row('the list on screen after the pictures', inMs(median(mounts)), '', {
    value: median(mounts),
    atMost: MAX_MOUNT_MS,
  });
  report.row('all shown as selected', inMs(median(selections)), '', {
    value: median(selections),
    atMost: MAX_SELECT_MS,
  });
}

async function picturesOnScreen(report: Report, screen: Screen): Promise<void> {
  const { page, list } = screen;
  await page
    .getByRole('navigation', { name: 'Sources' })
    .getByText(PICTURES, { exact: true })
    .first()
    .click();
  await screen.choose('Scope', 'Everything below');
  await screen.choose('View', 'Pictures');
  await list.locator('img').first().waitFor();
  const frames: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    frames.push(quantile((await screen.scrolled(PICTURE_STEP_PX)).frames, 0.95));
  frameRow(report, 'frames while pictures scroll, p95', median(frames));
}

/** What the processes hold once they have collected what they no longer need, which they do when nothing happens. */
async function heldAtRest(page: Page, pid: number): Promise<number | null> {
  await page.waitForTimeout(REST_MS);
  return heldBytes(pid);
}

const frameRow = (report: Report, what: string, ms: number): void =>
  report.row(what, inMs(ms), '', { value: Math.round(ms * 10) / 10, atMost: MAX_FRAME_MS });
