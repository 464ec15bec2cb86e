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
for (const violation of violations.slice(0, 20)) console.error(violation);

let caught = 0;
for (const { name, open, complaint } of mutants) {
  const report = await runTorn(written, { seed, every: 37, open });
  const complaints = report.violations.filter((violation) => complaint.test(violation)).length;
  console.log(`An opener that ${name}: caught in ${complaints} of ${report.cases} cases`);
  if (complaints > 0) caught += 1;
}
const ms = Math.round(performance.now() - started);
console.log(
  `${cases} damaged journals, ${violations.length} violations, ${caught} of ${mutants.length} mutants caught; seed ${seed}, ${ms} ms`,
);
process.exit(violations.length === 0 && caught === mutants.length ? 0 : 1);
