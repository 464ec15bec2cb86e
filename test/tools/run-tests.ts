import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { electronPath } from '../e2e/electron-path.ts';
import { keychainSession } from './keychain-session.ts';
import { chromium, provision, secretService } from './provision.ts';

/**
 * What `npm test` runs: the built app, then every vitest project, those that meet the system's keychain inside a session
 * bus with an unlocked keyring. Names of projects run just those; `--electron` runs the end-to-end specs on Electron.
 */
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

/** Runs a project where it has a secrets store. */
function runWithKeychain(name: string, more: NodeJS.ProcessEnv = {}): void {
  const { wrap, env } = keychainSession(scratch);
  run(name, [name], wrap, { ...env, ...more });
}

/** The end-to-end specs run on what users get: the built bundles. */
function build(): void {
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel=warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The app could not be built.');
}

try {
  const wanted = process.argv.slice(2);
  if (wanted.includes('--electron')) {
    if (electronPath() === null)
      throw new Error('Electron’s binary is not here: run `node node_modules/electron/install.js` first.');
    provision([secretService]);
    build();
    runWithKeychain('e2e');
  } else if (wanted.includes('e2e')) {
    provision([chromium, secretService]);
    build();
    runWithKeychain('e2e', { PIXOP_INGEST_HOST: 'chromium' });
  } else if (wanted.length > 0) {
    run('unit', wanted);
  } else {
    provision([chromium, secretService]);
    run('unit', ['architecture', 'unit', 'contract']);
    runWithKeychain('keychain');
    build();
    run('package', ['package']);
    runWithKeychain('e2e', { PIXOP_INGEST_HOST: 'chromium' });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  isBroken = true;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(isBroken || totals.failed > 0 ? 1 : 0);
