import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { checklist } from './checklist.ts';
import { justified, runElectronegativity } from './electronegativity.ts';
import { readSubject } from './subject.ts';

/** `npm run harden`: builds the app and holds sources and bundles against the checklist, line by line. */
const root = resolve(import.meta.dirname, '../../..');
const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel=warn'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);

const subject = readSubject(root);
let failed = 0;
for (const { number, title, checks } of checklist) {
  const results = await Promise.all(
    checks.map(async ({ what, run }) => ({ what, problems: await run(subject) })),
  );
  const isGood = results.every(({ problems }) => problems.length === 0);
  if (!isGood) failed += 1;
  console.log(`${isGood ? 'pass' : 'FAIL'} ${String(number).padStart(3)}  ${title}`);
  for (const { what, problems } of results) {
    console.log(`          ${problems.length === 0 ? '·' : '×'} ${what}`);
    for (const problem of problems.slice(0, 10)) console.log(`            ${problem}`);
  }
}
const found = runElectronegativity(root);
console.log(
  `${found.length === 0 ? 'pass' : 'FAIL'}      electronegativity finds nothing that is not justified`,
);
for (const problem of found) console.log(`            ${problem}`);
for (const [rule, reason] of Object.entries(justified)) console.log(`          · ${rule}: ${reason}`);
console.log(`\n${checklist.length - failed} of ${checklist.length} hold.`);
process.exit(failed + found.length === 0 ? 0 : 1);
