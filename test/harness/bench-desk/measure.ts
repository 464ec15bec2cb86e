import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { BRIDGE_NAME, type Bridge } from '../../../src/shared/bridge.ts';
import { SECOND, type Milliseconds } from '../../../src/shared/units.ts';
import { shareOfCore, type ProcessCost } from './process-cost.ts';
import type { Desk } from './desk.ts';
import { takeReadings, type Readings } from './probe.ts';

/** How long a measurement lasts; the short form is for looking whether all of it works. */
export interface Extent {
  readonly idleMs: Milliseconds;
  readonly scrollFrames: number;
  readonly keys: number;
}

/** Between two keys of somebody who is in a hurry. */
const KEY_MS: Milliseconds = 40;
/** Rows that the app asks for at once. */
const PAGE_ROWS = 5_000;
/** What a frame scrolls by: seven thousand pixels a second, a fast turn of the wheel. */
const SCROLL_PX = 120;

/** What the first load takes, milliseconds. */
export interface LoadTimes {
  /** From the start of the page to its first row, and to all rows. */
  readonly first: Milliseconds;
  readonly all: Milliseconds;
  /** The same rows asked for by the page without doing anything with them: what lies between the processes. */
  readonly bare: Milliseconds;
}

/** Loads the page anew and waits for its rows. */
export async function timeLoad({ page }: Desk['app'], rows: number): Promise<LoadTimes> {
  await page.reload({ waitUntil: 'commit' });
  const whenRows = async (atLeast: number): Promise<Milliseconds> => {
    const handle = await page.waitForFunction(
      (least) => {
        const size = document.querySelector('[role=option]')?.getAttribute('aria-setsize');
        return Number(size ?? 0) >= least ? performance.now() : 0;
      },
      atLeast,
      { polling: 'raf' },
    );
    return handle.jsonValue();
  };
  const [first, all] = [await whenRows(1), await whenRows(rows)];
  const bare = await page.evaluate(
    async ({ bridgeName, total, count }) => {
      const bridge = Reflect.get(window, bridgeName) as Bridge;
      const started = performance.now();
      for (let from = 0; from < total; from += count) await bridge.request('queue.snapshot', { from, count });
      return performance.now() - started;
    },
    { bridgeName: BRIDGE_NAME, total: rows, count: PAGE_ROWS },
  );
  return { first, all, bare };
}

/** What is used and rendered while nothing changes. */
export async function watchIdle({ app }: Desk, forMs: Milliseconds): Promise<ProcessCost & Readings> {
  // What the start has left to do.
  await delay(3 * SECOND);
  await takeReadings(app.page);
  const cost = await shareOfCore(app, forMs);
  return { ...cost, ...(await takeReadings(app.page)) };
}

/** Times between frames while the queue is scrolled by code, to and fro where it is short, milliseconds. */
export const scrollQueue = ({ operator }: Desk, frames: number): Promise<readonly Milliseconds[]> =>
  operator.queue.locator('[role=listbox], [role=treegrid]').evaluate(
    async (list, { count, byPx }) => {
      const times: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      let step = byPx;
      for (let frame = 0; frame < count; frame += 1) {
        const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
        if (isAtEnd || list.scrollTop === 0) step = isAtEnd ? -byPx : byPx;
        list.scrollTop += step;
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - last);
        last = now;
      }
      list.scrollTop = 0;
      return times;
    },
    { count: frames, byPx: SCROLL_PX },
  );

/** Presses keys one after the other; answers what each took until it was seen. */
export async function pressKeys(
  page: Page,
  target: Locator,
  keys: readonly string[],
): Promise<readonly Milliseconds[]> {
  await target.focus();
  await takeReadings(page);
  for (const key of keys) {
    await page.keyboard.press(key);
    await delay(KEY_MS);
  }
  await delay(SECOND / 2);
  return (await takeReadings(page)).delays;
}

/** Opens the batch sheet for every clip in the bucket; answers how long it took until the sheet could be started. */
export async function openSheet(
  { app: { page }, operator, bucket }: Desk,
  items: number,
): Promise<Milliseconds> {
  await page.getByRole('navigation', { name: 'Sources' }).getByText(bucket).first().click();
  await operator.filter('take');
  await operator.row('take_00000').waitFor();
  await operator.files.and(page.locator('[aria-busy=false]')).waitFor();
  await operator.files.focus();
  await page.keyboard.press('ControlOrMeta+a');
  const started = await page.evaluate(() => performance.now());
  await page.keyboard.press('Enter');
  const label = `Import ${items.toLocaleString('en')} videos`;
  const ready = await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('[role=dialog] button')].some((button) => button.textContent === text)
        ? performance.now()
        : 0,
    label,
    { polling: 'raf' },
  );
  return (await ready.jsonValue()) - started;
}
