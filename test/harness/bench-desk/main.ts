import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SECOND } from '../../../src/shared/units.ts';
import { CHANGES_PER_SECOND, LIVE } from './desk.ts';
import { isMet, lineOf, percentile, type Figure } from './figures.ts';
import { runDesk, type DeskFigures } from './run-desk.ts';

/**
 * `npm run bench:desk`: the built app before a queue of 30,000 imports, 50 of which change each second, and beside it in
 * the same run the same app before 100. `--quick` looks at everything for a shorter time. `--rows` and `--items` choose
 * other numbers. Ends with 1 when a target is missed.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rows: { type: 'string', default: '30000' },
    items: { type: 'string', default: '20000' },
  },
});
const root = resolve(import.meta.dirname, '../../..');
const extent = values.quick
  ? { idleMs: 4 * SECOND, scrollFrames: 60, keys: 28 }
  : { idleMs: 12 * SECOND, scrollFrames: 300, keys: 140 };
const [rows, items] = [Number(values.rows), Number(values.items)];

process.env['PIXOP_INGEST_HOST'] = 'chromium';
const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel=warn'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);

const small = await runDesk(LIVE, LIVE, extent);
const large = await runDesk(rows, items, extent);

/** A figure of the large desk beside that of the small one. */
const figure = (
  what: string,
  unit: string,
  of: (desk: DeskFigures) => number,
  target: number | null,
  isMost = true,
): Figure => ({ what, unit, value: of(large), baseline: of(small), target, isMost });
const p95 = (values_: readonly number[]): number => percentile(values_, 0.95);
const max = (values_: readonly number[]): number => Math.max(...values_);

const figures: readonly Figure[] = [
  figure(
    'changed rows a second that reach the window',
    '',
    (desk) => desk.changesPerSecond,
    CHANGES_PER_SECOND * 0.9,
    false,
  ),
  figure('key in the list to the frame that shows it, p95', 'ms', (desk) => p95(desk.keys), 50),
  figure('  the longest', 'ms', (desk) => max(desk.keys), null),
  figure('the same, grouped and sorted by last changed, p95', 'ms', (desk) => p95(desk.sorted), 50),
  figure('  the longest', 'ms', (desk) => max(desk.sorted), null),
  figure('letter in the queue’s search to its frame, p95', 'ms', (desk) => p95(desk.search), 50),
  figure('  the longest', 'ms', (desk) => max(desk.search), null),
  figure('time between frames while the queue is scrolled, p95', 'ms', (desk) => p95(desk.frames), 17),
  figure('  the longest', 'ms', (desk) => max(desk.frames), null),
  figure('window under these changes, of a core', '%', (desk) => desk.busy.renderer, null),
  figure('main process under these changes, of a core', '%', (desk) => desk.busy.main, null),
  figure('window when nothing changes, of a core', '%', (desk) => desk.idle.renderer, 5),
  figure('main process when nothing changes, of a core', '%', (desk) => desk.idle.main, 5),
  figure('times rendered when nothing changes', '', (desk) => desk.idle.commits, 0),
  figure('changes of the document when nothing changes', '', (desk) => desk.idle.mutations, 0),
  figure('from the page’s start to the first row', 'ms', (desk) => desk.load.first, null),
  figure('from the page’s start to all rows', 'ms', (desk) => desk.load.all, null),
  {
    what: 'the rows’ share of that, beside the bare calls for them',
    unit: '×',
    value: (large.load.all - small.load.all) / large.load.bare,
    target: 1.5,
  },
  figure('batch sheet of all items, from Enter until it can be started', 'ms', (desk) => desk.sheet, 1_000),
  figure('letter in its name template to its frame, p95', 'ms', (desk) => p95(desk.template), 50),
  figure('  the longest', 'ms', (desk) => max(desk.template), null),
];

console.log(
  `${rows.toLocaleString('en')} rows and ${items.toLocaleString('en')} items beside ${LIVE} and ${LIVE}`,
);
for (const one of figures) console.log(lineOf(one));
const missed = figures.filter((one) => !isMet(one)).length;
console.log(missed === 0 ? 'every target met' : `${missed} targets missed`);
process.exit(missed === 0 ? 0 : 1);
