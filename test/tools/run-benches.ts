import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** `npm run bench`: every benchmark, one after the other, so that none disturbs another; ends with 1 when one missed a target. */
const root = resolve(import.meta.dirname, '../..');
const benches = ['browse', 'queue', 'desk', 'start'] as const;
const missed = benches.filter((name) => {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `test/harness/bench-${name}/main.ts`], {
    cwd: root,
    stdio: 'inherit',
  });
  return status !== 0;
});
console.log(missed.length === 0 ? 'Every benchmark met its targets.' : `Missed: ${missed.join(', ')}.`);
process.exitCode = missed.length === 0 ? 0 : 1;
