import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from './launch-app.ts';

let userDataDir = '';
let app: LaunchedApp | null = null;

beforeEach(async () => {
  userDataDir = await mkdtemp(join(tmpdir(), 'pixop-ingest-host-'));
});
afterEach(async () => {
  await app?.close();
  app = null;
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Processes that name this test's own folder: the app's, and its browser's. */
function processesOfApp(): readonly string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(userDataDir));
}

it('shows the built page on its own origin, with nothing of Node in reach', async () => {
  app = await launchApp({ userDataDir });
  await expect.poll(() => app?.page.locator('#root > *').count(), { timeout: 15_000 }).toBeGreaterThan(0);
  const reach = await app.page.evaluate(() => [
    typeof Reflect.get(globalThis, 'require'),
    typeof Reflect.get(globalThis, 'process'),
  ]);
  expect(reach).toEqual(['undefined', 'undefined']);
});

it('keeps the content security policy in force: the page cannot connect anywhere', async () => {
  app = await launchApp({ userDataDir });
  const refused = await app.page.evaluate(async () => {
    const violated = new Promise<string>((told) =>
      document.addEventListener('securitypolicyviolation', (event) => told(event.effectiveDirective)),
    );
    await fetch('https://example.com/').catch(() => undefined);
    return violated;
  });
  expect(refused).toBe('connect-src');
});

it('ends in order when it is closed', async () => {
  app = await launchApp({ userDataDir });
  const { exited } = app.main;
  await app.close();
  expect(await exited).toBe(0);
  await expect.poll(processesOfApp, { timeout: 10_000 }).toEqual([]);
});

it('leaves no browser behind when the main process is killed', async () => {
  app = await launchApp({ userDataDir });
  expect(processesOfApp().length).toBeGreaterThan(1);
  app.main.kill('SIGKILL');
  await app.main.exited;
  await expect.poll(processesOfApp, { timeout: 10_000 }).toEqual([]);
});

it('ends a second start while the first runs', async () => {
  app = await launchApp({ userDataDir });
  await expect(launchApp({ userDataDir })).rejects.toThrow('ended with 0');
  expect(app.page.isClosed()).toBe(false);
});
