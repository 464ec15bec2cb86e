import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, provision } from '../tools/provision.ts';
import { electronPath } from '../e2e/electron-path.ts';
import { launchApp } from '../e2e/launch-app.ts';
import { startDemoWorld } from '../simulators/demo-world.ts';
import { runScriptedOperator } from './scripted-operator.ts';

/**
 * The app with everything around it, on this machine only: a simulated Pixop, an S3 with real videos, already
 * connected. With `--headless`, or where there is no display, a scripted operator does the work and prints it.
 */
const root = resolve(import.meta.dirname, '../..');
const screenshots = join(root, 'test/results/demo');
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const headless = process.argv.includes('--headless') || !hasDisplay;
const isElectron = electronPath() !== null && process.env['PIXOP_INGEST_HOST'] !== 'chromium';

if (!isElectron) provision([chromium]);
if (!existsSync(join(root, 'out/main/index.js')) || !process.argv.includes('--no-build')) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
}
const host = isElectron ? 'Electron' : headless ? 'Chromium, without a window' : 'Chromium, in a window';
console.log(`Pixop Ingest on ${host}, with a simulated Pixop and an S3 of its own on this machine.`);

const world = await startDemoWorld({ settings: headless ? {} : { copyBytesPerSecond: 150_000 } });
let exitCode = 0;
try {
  await world.setUp();
  const app = await launchApp({ userDataDir: world.userDataDir, env: world.connectedEnv, headless });
  try {
    if (headless) {
      mkdirSync(screenshots, { recursive: true });
      exitCode = (await runScriptedOperator(app.page, world.pixop.ledger, screenshots)) ? 0 : 1;
    } else {
      console.log('Pick some videos and drag them onto the queue. Close the window to end.');
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => app.main.kill('SIGTERM'));
      await app.main.exited;
    }
  } finally {
    await app.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  exitCode = 1;
} finally {
  await world.close();
}
process.exit(exitCode);
