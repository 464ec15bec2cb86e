import { parseArgs } from 'node:util';
import { mutants } from './mutants.ts';
import { histories, runTorn } from './run.ts';

/** `npm run torn`: journals of the product, damaged in every way, may lose their end but never say what was not written. */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, imports: { type: 'string', default: '14' } },
});
const seed = Number(values.seed);
const started = performance.now();
const written = await histories(seed, Number(values.imports));
const { cases, byKind, violations } = await runTorn(written, { seed, every: 1 });
for (const [how, count] of byKind) console.log(`${String(count).padStart(6)}  ${how}`);
console.log(`${cases} damaged journals, ${violations.length} violations`);
for (const violation of violations.slice(0, 20)) console.error(violation);

let missed = 0;
for (const [name, open] of Object.entries(mutants)) {
  const report = await runTorn(written, { seed, every: 37, open });
  console.log(`An opener that ${name}: caught in ${report.violations.length} of ${report.cases} cases`);
  if (report.violations.length === 0) missed += 1;
}
console.log(`${missed} mutants missed; seed ${seed}, ${Math.round(performance.now() - started)} ms`);
process.exit(violations.length === 0 && missed === 0 ? 0 : 1);
