import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { keychainSession } from '../../tools/keychain-session.ts';
import { chromium, provision, secretService } from '../../tools/provision.ts';
import { matrix } from './matrix.ts';

/**
 * `npm run faults`: runs every test that the matrix names and prints it with the results. Those of `e2e`, `keychain` and
 * `package` need the built app, Chromium and a keyring; they are run with `--all`.
 */
const root = resolve(import.meta.dirname, '../../..');
const isAll = process.argv.includes('--all');
const files = [...new Set(matrix.flatMap(({ tests }) => tests.map(([file]) => file)))];
const isUnit = (file: string): boolean => /^(main|renderer|shared|simulators)\//.test(file);
const chosen = files.filter((file) => isAll || isUnit(file));

const folder = mkdtempSync(join(tmpdir(), 'pixop-ingest-faults-'));
const report = join(folder, 'report.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const named = chosen.map((file) => `test/${file}`);
const args = [
  'run',
  '--config',
  'test/vitest.config.ts',
  '--reporter=json',
  `--outputFile=${report}`,
  ...named,
];
if (isAll) {
  provision([chromium, secretService]);
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  spawnSync(process.execPath, [vite, 'build', '--logLevel=warn'], { cwd: root, stdio: 'inherit' });
}
const { wrap, env } = isAll ? keychainSession(folder) : { wrap: [], env: {} };
const [program = process.execPath, ...rest] = [...wrap, process.execPath, vitest, ...args];
spawnSync(program, rest, {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, ...env, PIXOP_INGEST_HOST: 'chromium' },
});

/** What of the report of vitest is read. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}
const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
rmSync(folder, { recursive: true });

/** Where a sentence has a gap for a table's value, any value fits. */
const begins = (title: string, sentence: string): boolean => {
  const [before = '', after] = sentence.split(/%[si]/);
  return title.startsWith(before) && (after === undefined || title.includes(after));
};
const resultOf = (file: string, sentence: string): 'passed' | 'FAILED' | 'MISSING' | 'not run' => {
  if (!chosen.includes(file)) return 'not run';
  const found = testResults
    .filter(({ name }) => name.replaceAll('\\', '/').endsWith(`test/${file}`))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => begins(title, sentence));
  if (found.length === 0) return 'MISSING';
  return found.every(({ status }) => status === 'passed') ? 'passed' : 'FAILED';
};

let bad = 0;
for (const { number, fault, behaviour, tests, byHand } of matrix) {
  console.log(`${String(number).padStart(2)}  ${fault}: ${behaviour}`);
  for (const [file, sentence] of tests) {
    const result = resultOf(file, sentence);
    if (result === 'FAILED' || result === 'MISSING') bad += 1;
    console.log(`      ${result.padEnd(8)} ${file}: ${sentence}`);
  }
  if (byHand !== undefined) console.log(`      by hand  ${byHand}`);
}
console.log(`\n${matrix.length} faults, ${bad} tests failed or missing.`);
process.exit(bad === 0 ? 0 : 1);
