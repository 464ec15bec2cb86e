import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildProgram } from '../build-program.ts';
import { mutants } from './orders.ts';
import { runKills, type KillReport } from './run-kills.ts';

/** `npm run kill9`: real processes that import over HTTP are killed at any moment, 500 times; Pixop's ledger judges. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    imports: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '3' },
    mutants: { type: 'boolean', default: false },
  },
});
/** Kills and imports of each mutant. */
const MUTANT_KILLS = 12;
const MUTANT_IMPORTS = 100;

const started = performance.now();
const seed = Number(values.seed);
const { program, folder } = await buildProgram(new URL('./child.ts', import.meta.url));
try {
  process.exitCode = (await (values.mutants ? runMutants() : runAll())) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}

async function runAll(): Promise<boolean> {
  const lanes = Number(values.lanes);
  const plan = { program, imports: Number(values.imports), mutant: null };
  const kills = Math.ceil(Number(values.kills) / lanes);
  const reports = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => runKills({ ...plan, kills, seed: seed + lane })),
  );
  const total = (name: keyof KillReport): number => reports.reduce((sum, report) => sum + report[name], 0);
  console.log(
    `${total('kills')} kills in ${total('runs')} runs of ${plan.imports}: ${total('lost')} lost, ${total('doubled')} doubled, ` +
      `${total('parked')} parked (${(total('parked') / total('kills')).toFixed(2)} per kill), of which ${total('wronglyParked')} have a video; ` +
      `seed ${seed}, ${Math.round((performance.now() - started) / 100) / 10} s`,
  );
  const wrong = total('lost') + total('doubled') + total('wronglyParked');
  return wrong === 0 && total('parked') <= 4 * total('kills');
}

async function runMutants(): Promise<boolean> {
  const caught = await Promise.all(
    mutants.map(async (mutant) => {
      const plan = { program, imports: MUTANT_IMPORTS, kills: MUTANT_KILLS, seed, mutant };
      const { doubled, kills } = await runKills(plan);
      console.log(`One that ${mutant}: ${doubled} doubled in ${kills} kills`);
      return doubled > 0;
    }),
  );
  return !caught.includes(false);
}
