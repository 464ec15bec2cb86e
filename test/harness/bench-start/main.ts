import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { KB, MB } from '../../../src/shared/units.ts';
import { writeEmptyApp } from './empty-app.ts';
import { prepareModuleCosts } from './module-cost.ts';
import { measureSizes } from './sizes.ts';
import { timeStart } from './time-start.ts';

/**
 * `npm run bench:start`: what stands between a double click and a window that can be used, beside an app that does
 * nothing, in one run and in turns; and what there is to install. Ends with 1 when a budget is exceeded.
 */
const root = resolve(import.meta.dirname, '../../..');
/** Turns of each app; the median counts. */
const ROUNDS = 7;
/** Budgets: start over that of the empty app; milliseconds of modules before the first window; megabytes of archive. */
const MAX_RATIO = 1.5;
const MAX_MODULES_MS = 30;
const MAX_ASAR_MB = 12;

process.env['PIXOP_INGEST_HOST'] = 'chromium';
const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel=warn'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);

let missed = 0;
const row = (what: string, figure: string, isMet = true, budget = ''): void => {
  if (!isMet) missed += 1;
  console.log(`${what.padEnd(58)}${figure.padStart(12)}  ${budget}${isMet ? '' : '  MISSED'}`);
};
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const ms = (value: number): string => `${Math.round(value)} ms`;

const empty = await writeEmptyApp();
const costs = await prepareModuleCosts(join(root, 'out/main'));
const starts: { readonly app: number; readonly empty: number }[] = [];
const before: number[] = [];
const beside: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const figures = {
    empty: await timeStart((page) => page.getByText('Ready').waitFor(), empty),
    app: await timeStart((page) => page.getByRole('textbox', { name: 'API key' }).waitFor()),
  };
  // The first round fills the disk's cache.
  if (round === 0) continue;
  starts.push(figures);
  before.push(await costs.beforeWindow());
  beside.push(await costs.besideWindow());
}
await costs.close();
await rm(dirname(empty), { recursive: true });

const ratio = median(starts.map((one) => one.app / one.empty));
row('an empty app, from process to page', ms(median(starts.map((one) => one.empty))));
row('this app, from process to a first field that takes keys', ms(median(starts.map((one) => one.app))));
row('ratio', `${ratio.toFixed(2)} ×`, ratio <= MAX_RATIO, `≤ ${MAX_RATIO} ×`);
row(
  'modules before the first window',
  ms(median(before)),
  median(before) <= MAX_MODULES_MS,
  `≤ ${MAX_MODULES_MS} ms`,
);
row('modules loaded while the window is made', ms(median(beside)));
const sizes = await measureSizes(root);
for (const part of ['main', 'preload', 'renderer'] as const)
  row(`${part} bundle`, `${Math.ceil(sizes[part] / KB).toLocaleString('en')} kB`);
row(
  'archive of all that is installed beside Electron',
  `${(sizes.asar / MB).toFixed(2)} MB`,
  sizes.asar <= MAX_ASAR_MB * MB,
  `≤ ${MAX_ASAR_MB} MB`,
);
console.log(missed === 0 ? 'within every budget' : `${missed} budgets exceeded`);
process.exit(missed === 0 ? 0 : 1);
