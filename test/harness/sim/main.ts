import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { mutants } from './mutants.ts';
import { runRange, type RangeReport } from './run-range.ts';

/**
 * `npm run sim -- --n 100000`: random schedules of crashes, lost answers, late videos, shifting lists, full disks and
 * operators, each judged by what Pixop has in the end. `--seed` begins elsewhere; `--mutants` breaks the engine first.
 */
const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    mutants: { type: 'boolean', default: false },
  },
});
const reportSchema = z.object({
  schedules: z.number(),
  crashes: z.number(),
  videos: z.number(),
  parked: z.number(),
  failed: z.number(),
  failures: z.array(z.string()),
});
/** Schedules of each mutant. */
const SCHEDULES_PER_MUTANT = 1_500;

const seed = Number(values.seed);
if (process.send !== undefined) {
  process.send(runRange(seed, Number(values.n)));
  process.disconnect();
} else process.exitCode = (values.mutants ? runMutants() : await runAll(Number(values.n))) ? 0 : 1;

async function runAll(schedules: number): Promise<boolean> {
  const started = performance.now();
  const processes = Math.max(1, Math.min(8, availableParallelism()));
  const each = Math.ceil(schedules / processes);
  const reports = await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      runElsewhere(seed + index * each, Math.min(each, schedules - index * each)),
    ),
  );
  const total = (name: 'crashes' | 'videos' | 'parked' | 'failed' | 'schedules'): number =>
    reports.reduce((sum, report) => sum + report[name], 0);
  for (const { failures } of reports) for (const failure of failures) console.error(failure);
  console.log(
    `${total('schedules')} schedules from seed ${seed}: ${total('crashes')} crashes, ${total('videos')} videos, ` +
      `${total('parked')} imports asked about, ${total('failed')} schedules with an import lost, doubled or unexplained; ` +
      `${Math.round((performance.now() - started) / 100) / 10} s`,
  );
  return total('failed') === 0;
}

/** Plays a part in a process of its own. */
function runElsewhere(from: number, schedules: number): Promise<RangeReport> {
  const child = fork(import.meta.filename, ['--seed', String(from), '--n', String(schedules)]);
  return new Promise((resolve, reject) => {
    child.on('message', (message) => resolve(reportSchema.parse(message)));
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`A part of the simulation ended with ${code}`)));
  });
}

function runMutants(): boolean {
  let missed = 0;
  for (const [name, flaws] of Object.entries(mutants)) {
    const { failed, schedules } = runRange(seed, SCHEDULES_PER_MUTANT, flaws);
    console.log(`An engine that ${name}: caught in ${failed} of ${schedules} schedules`);
    if (failed === 0) missed += 1;
  }
  console.log(`${missed} of ${Object.keys(mutants).length} mutants missed`);
  return missed === 0;
}
