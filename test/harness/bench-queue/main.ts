import { parseArgs } from 'node:util';
import { SECOND } from '../../../src/shared/units.ts';
import { measureBareSyncs } from './bare-disk.ts';
import { measureJournal } from './journal-bench.ts';
import { runNaive, runProduct, type PacingFigures } from './pacing-run.ts';
import { measureStatusCost } from './status-cost.ts';
import { boundMs, workload } from './workload.ts';

/**
 * `npm run bench:queue`: how near the queue comes to what the limit allows, beside the way one would write first, both
 * in virtual time and in one run; then what journal and changes cost on this machine. `--part pacing|journal|cpu`.
 */
const { values } = parseArgs({
  options: { part: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);
/** Targets: makespan over its bound, requests an import, seconds that a shown status may be old at p95. */
const MAX_MAKESPAN = 1.01;
const MAX_REQUESTS = 1.4;
const MAX_LATE_WHILE_S = 20;
const MAX_LATE_AFTER_S = 3;
/** Milliseconds to load 30,000 imports. */
const MAX_LOAD_MS = 500;

let missed = 0;
if (values.part === undefined || values.part === 'pacing') await pacing();
if (values.part === undefined || values.part === 'journal') await journal();
if (values.part === undefined || values.part === 'cpu') await cpu();
console.log(missed === 0 ? 'every target met' : `${missed} targets missed`);

async function pacing(): Promise<void> {
  console.log('imports  limit  way      makespan/bound  requests/import   429  p95 s sending  p95 s after');
  for (const imports of [1_000, 10_000]) {
    for (const limit of [60, 120, 600]) {
      const work = workload(imports, limit, 0, seed);
      const product = await runProduct(work);
      row('product', imports, limit, product, boundMs(work));
      row('naive', imports, limit, await runNaive(work), boundMs(work));
      if (product.makespanMs > MAX_MAKESPAN * boundMs(work)) missed += 1;
      if (product.requests > MAX_REQUESTS * imports) missed += 1;
      if (product.refused > 0) missed += 1;
      if ((product.lateWhileMs ?? 0) > MAX_LATE_WHILE_S * SECOND) missed += 1;
      if ((product.lateAfterMs ?? 0) > MAX_LATE_AFTER_S * SECOND) missed += 1;
    }
  }
  console.log(
    `targets  -      -               ≤ ${MAX_MAKESPAN}            ≤ ${MAX_REQUESTS}     0           ≤ ${MAX_LATE_WHILE_S}         ≤ ${MAX_LATE_AFTER_S}`,
  );
}

function row(way: string, imports: number, limit: number, figures: PacingFigures, bound: number): void {
  const seconds = (ms: number | null): string => (ms === null ? '-' : (ms / SECOND).toFixed(1));
  const cells = [
    String(imports).padStart(7),
    String(limit).padStart(5),
    way.padEnd(7),
    (figures.makespanMs / bound).toFixed(3).padStart(15),
    (figures.requests / imports).toFixed(2).padStart(15),
    String(figures.refused).padStart(5),
    seconds(figures.lateWhileMs).padStart(13),
    seconds(figures.lateAfterMs).padStart(11),
  ];
  console.log(cells.join('  '));
}

async function journal(): Promise<void> {
  const bare = await measureBareSyncs();
  const { jobs, bytes, loadMs, commitsPerSecond } = await measureJournal(30_000);
  console.log(
    `journal of ${jobs} imports: ${(bytes / 1_048_576).toFixed(1)} MiB, loaded in ${Math.round(loadMs)} ms (target ≤ ${MAX_LOAD_MS})`,
  );
  console.log(
    `${Math.round(commitsPerSecond)} durable commits a second by four writers, ${(commitsPerSecond / bare).toFixed(2)} × the bare syncs of this disk (${Math.round(bare)})`,
  );
  if (loadMs > MAX_LOAD_MS) missed += 1;
}

async function cpu(): Promise<void> {
  const { changes, cpuMsPer1000 } = await measureStatusCost(5_000);
  console.log(
    `${changes} changes of rows in a queue of 5,000: ${cpuMsPer1000.toFixed(0)} ms of processor time for each thousand, the simulated Pixop's included`,
  );
}
