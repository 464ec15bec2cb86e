import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { provision, secretService } from './provision.ts';

/** What `npm test` runs: every vitest project, the keychain one inside a session bus with an unlocked keyring. */
const root = resolve(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'pixop-ingest-tests-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
let isBroken = false;

/** Runs vitest projects and adds their counts; `wrap` puts another program around the run. */
function run(
  name: string,
  projects: readonly string[],
  wrap: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): void {
  const report = join(scratch, `${name}.json`);
  const args = [
    vitest,
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const [program = process.execPath, ...rest] = [
    ...wrap,
    process.execPath,
    ...args,
    ...projects.map((project) => `--project=${project}`),
  ];
  const { status } = spawnSync(program, rest, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (status !== 0) isBroken = true;
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += counts.numPassedTests;
    totals.failed += counts.numFailedTests;
    totals.skipped += counts.numPendingTests + counts.numTodoTests;
  } catch {
    console.error(`${name} ended without a report.`);
    isBroken = true;
  }
}

try {
  const wanted = process.argv.slice(2);
  run('unit', wanted.length > 0 ? wanted : ['architecture', 'unit', 'contract']);
  if (wanted.length === 0) {
    provision([secretService]);
    const home = { HOME: scratch, XDG_DATA_HOME: scratch, XDG_RUNTIME_DIR: scratch };
    const unlocked =
      'printf "\\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
    run(
      'keychain',
      ['keychain'],
      process.platform === 'linux' ? ['dbus-run-session', '--', 'sh', '-c', unlocked, 'sh'] : [],
      home,
    );
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(isBroken || totals.failed > 0 ? 1 : 0);
