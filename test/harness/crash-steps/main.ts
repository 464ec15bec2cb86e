import { parseArgs } from 'node:util';
import { mutants } from './mutants.ts';
import { crashCases, nameOf, runCrashes } from './run.ts';
import { story } from './story.ts';

/** `npm run crash:steps`: death at every call to the disk, with every loss; the next process has to set it right. */
const { values } = parseArgs({ options: { case: { type: 'string' } } });
const started = performance.now();
const all = await crashCases();
const cases = values.case === undefined ? all : all.filter((crash) => nameOf(crash) === values.case);
const { calls, parked, violations } = await runCrashes(cases);
for (const [chapter, { name }] of story.entries())
  console.log(`${String(all.filter((crash) => crash.chapter === chapter).length).padStart(6)}  ${name}`);
for (const violation of violations.slice(0, 20)) console.error(violation);

let caught = 0;
for (const { name, flaws, complaint } of values.case === undefined ? mutants : []) {
  const report = await runCrashes(
    all.filter((_, index) => index % 7 === 0),
    flaws,
  );
  const complaints = report.violations.filter((violation) => complaint.test(violation)).length;
  console.log(`${name}: ${complaints} complaints in ${report.cases} cases`);
  if (complaints > 0) caught += 1;
}
const missed = values.case === undefined ? mutants.length - caught : 0;
const ms = Math.round(performance.now() - started);
console.log(
  `${cases.length} deaths in ${calls} calls, ${violations.length} violations, ${parked} decisions asked for, ${caught} of ${mutants.length} mutants caught; ${ms} ms`,
);
process.exit(cases.length > 0 && violations.length === 0 && missed === 0 ? 0 : 1);
