import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'electron-builder';
import { packageConfig } from './package-config.ts';

/**
 * `npm run package`: builds the app and packages it for the system that it runs on. `--test-build` keeps the inspector
 * for end-to-end tests, `PIXOP_INGEST_UPDATE_URL` names where installed apps look for updates.
 */
const root = resolve(import.meta.dirname, '..');
const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
const { status } = spawnSync(process.execPath, [vite, 'build'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(1);

const updateUrl = process.env['PIXOP_INGEST_UPDATE_URL'];
const files = await build({
  projectDir: root,
  publish: 'never',
  config: packageConfig({
    isTestBuild: process.argv.includes('--test-build'),
    ...(updateUrl === undefined ? {} : { updateUrl }),
  }),
});
process.stdout.write(`${files.join('\n')}\n`);
