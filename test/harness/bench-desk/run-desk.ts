import { setTimeout as delay } from 'node:timers/promises';
import { SECOND, type Milliseconds } from '../../../src/shared/units.ts';
import { LIVE, openDesk, type Desk } from './desk.ts';
import {
  openSheet,
  pressKeys,
  scrollQueue,
  timeLoad,
  watchIdle,
  type Extent,
  type LoadTimes,
} from './measure.ts';
import { takeReadings } from './probe.ts';
import { shareOfCore, type ProcessCost } from './process-cost.ts';

/** Everything that is measured of one desk. */
export interface DeskFigures {
  readonly load: LoadTimes;
  readonly idle: ProcessCost & { readonly commits: number; readonly mutations: number };
  readonly frames: readonly Milliseconds[];
  readonly changesPerSecond: number;
  readonly busy: ProcessCost;
  /** Key presses while the queue changes: in its list, in its search, and where each change puts rows elsewhere. */
  readonly keys: readonly Milliseconds[];
  readonly search: readonly Milliseconds[];
  readonly sorted: readonly Milliseconds[];
  readonly sheet: Milliseconds;
  readonly template: readonly Milliseconds[];
}

/** Measures a desk with a queue of so many rows and a batch of so many items. */
export async function runDesk(rows: number, items: number, extent: Extent): Promise<DeskFigures> {
  const desk = await openDesk(rows, items);
  try {
    return await measureAll(desk, rows, items, extent);
  } finally {
    await desk.close();
  }
}

async function measureAll(desk: Desk, rows: number, items: number, extent: Extent): Promise<DeskFigures> {
  const { app, operator } = desk;
  const { page } = app;
  const { queue } = operator;
  const load = await timeLoad(app, rows);
  const idle = await watchIdle(desk, extent.idleMs);
  const frames = await scrollQueue(desk, extent.scrollFrames);

  const search = queue.getByRole('searchbox');
  const list = queue.locator('[role=listbox], [role=treegrid]');
  await queue.getByRole('button', { name: 'Resume' }).click();
  await queue.getByRole('radio', { name: `In progress ${LIVE}` }).waitFor();
  await delay(2 * SECOND);
  await takeReadings(page);
  const busy = await shareOfCore(app, extent.idleMs / 2);
  const { changedRows } = await takeReadings(page);
  const changesPerSecond = changedRows / (extent.idleMs / 2 / SECOND);

  const down = Array.from({ length: extent.keys }, () => 'ArrowDown');
  const typed = [...'take_12'.split(''), ...Array.from({ length: 7 }, () => 'Backspace')];
  const typing = Array.from({ length: extent.keys }, (_, index) => typed[index % typed.length] ?? '');
  const keys = await pressKeys(page, list, down);
  const searched = await pressKeys(page, search, typing);
  await search.fill('');
  await queue.getByRole('button', { name: 'Group by batch' }).click();
  await queue.getByRole('button', { name: /^Sort:/ }).click();
  await page.getByRole('menuitemradio', { name: 'Last changed' }).click();
  const sorted = await pressKeys(page, list, down);

  const sheet = await openSheet(desk, items);
  const template = operator.sheet.getByRole('textbox', { name: 'Name' }).first();
  const words = [...' of {folder} {n}'.split(''), ...Array.from({ length: 16 }, () => 'Backspace')];
  const templates = Array.from({ length: extent.keys }, (_, index) => words[index % words.length] ?? '');
  return {
    load,
    idle,
    frames,
    changesPerSecond,
    busy,
    keys,
    search: searched,
    sorted,
    sheet,
    template: await pressKeys(page, template, templates),
  };
}
