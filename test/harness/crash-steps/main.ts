import { mutants } from './mutants.ts';
import { runMutant, runSteps } from './run-steps.ts';

/** `npm run crash:steps`: death at every call to the disk of a run of imports and of the journal written anew after it. */
const started = performance.now();
const { calls, cases, wrongs } = await runSteps();
for (const wrong of wrongs.slice(0, 20)) console.error(wrong);
console.log(
  `${calls.length} calls to the disk, ${cases} deaths, ${wrongs.length} with an import lost, doubled or unexplained; ` +
    `${Math.round((performance.now() - started) / 100) / 10} s`,
);
let missed = 0;
for (const [name, plan] of Object.entries(mutants)) {
  const report = await runMutant(plan);
  console.log(`One that ${name}: caught in ${report.wrongs.length} of ${report.cases} deaths`);
  if (report.wrongs.length === 0) missed += 1;
}
process.exitCode = wrongs.length === 0 && missed === 0 ? 0 : 1;
