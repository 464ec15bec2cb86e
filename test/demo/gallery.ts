import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errors, type Page } from 'playwright-core';
import { launchApp } from '../e2e/launch-app.ts';
import { dropList } from '../e2e/support/drop-list.ts';
import { Operator } from '../e2e/support/operator.ts';
import { startDemoWorld, type DemoWorld } from '../simulators/demo-world.ts';
import { chromium, provision } from '../tools/provision.ts';

/** `npm run gallery`: the README's pictures, taken of the built app on the demo's simulators in both themes. */
const folder = join(resolve(import.meta.dirname, '../..'), 'build/images');
const size = { width: 1280, height: 800 } as const;
const episode = (name: string): string => `deliveries/2026-11/Nordlys Ep 0${name}/`;

/** One list as a production office sends it, with a line that leads nowhere. */
const list = [
  'bucket;key;name',
  ...['2', '3', '5'].map(
    (ep) => `nordlys-media;${episode(ep)}Nordlys_S01E0${ep}_MASTER_ProRes.mov;Nordlys, episode ${ep}`,
  ),
  'nordlys-media;deliveries/2026-11/Nordlys Ep 07/Nordlys_S01E07_MASTER_ProRes.mov;Nordlys, episode 7',
].join('\n');

async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What fades in is there by then.
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
  console.log(name);
}

/** The machine has a keyring: there is no banner to be dismissed. */
const noBanner = (thrown: unknown): void => {
  if (!(thrown instanceof errors.TimeoutError)) throw thrown;
};

async function withApp(
  world: DemoWorld,
  env: Readonly<Record<string, string>>,
  act: (operator: Operator) => Promise<void>,
): Promise<void> {
  const app = await launchApp({ userDataDir: world.userDataDir, env });
  try {
    await app.page.setViewportSize(size);
    // Where there is no keyring a banner says so; it is the same on every picture.
    await app.page.getByRole('button', { name: 'Dismiss' }).click({ timeout: 3_000 }).catch(noBanner);
    await act(new Operator(app.page));
  } finally {
    await app.close();
  }
}

async function firstRun(): Promise<void> {
  const world = await startDemoWorld();
  try {
    await withApp(world, world.env, async ({ page }) => {
      await page.getByText('Step 1 of 2').waitFor();
      await picture(page, 'first-run');
    });
  } finally {
    await world.close();
  }
}

async function browsing(operator: Operator): Promise<void> {
  const { page, sheet } = operator;
  await operator.openFolders('deliveries', '2026-11');
  await operator.showEverythingBelow();
  await page.getByRole('radio', { name: 'Pictures' }).click();
  await operator.files.locator('img').first().waitFor();
  await operator.files.getByText('MPEG-2', { exact: true }).first().waitFor();
  await picture(page, 'pictures');
  await operator.files.getByRole('gridcell').filter({ hasText: 'proxy' }).first().click();
  await page.keyboard.press('Space');
  await sheet.getByText('H.264', { exact: true }).first().waitFor();
  await picture(page, 'quick-look');
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'List' }).click();
  await operator.filter('Nordlys_S');
  await operator.row('Feature').waitFor({ state: 'detached' });
  await operator.files.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: /^Import \d+ videos/ }).waitFor();
  await picture(page, 'batch-sheet');
  await operator.start();
}

async function importing(operator: Operator, world: DemoWorld): Promise<void> {
  const { page, queue, sheet } = operator;
  await page
    .getByRole('region', { name: 'imports need attention' })
    .or(queue.getByText('needs attention'))
    .first()
    .waitFor();
  await queue.getByText('Copying').first().waitFor();
  await operator.filter('');
  await page.getByRole('radiogroup', { name: 'What is listed' }).getByText('This folder').click();
  await operator.row('Nordlys Ep 01').waitFor();
  await operator.row('imported').waitFor();
  await page.getByText('videos queued').waitFor({ state: 'detached' });
  await picture(page, 'queue');
  world.pixop.control.clearFaults();
  await dropList(page, 'delivery-week-47.csv', list);
  await sheet.getByText('1 missing').or(sheet.getByText('Missing')).first().waitFor();
  await picture(page, 'list');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await sheet.getByRole('table', { name: 'Imports' }).getByRole('row').nth(1).waitFor();
  await picture(page, 'history');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+,');
  await sheet.waitFor();
  await picture(page, 'settings');
}

provision([chromium]);
mkdirSync(folder, { recursive: true });
await firstRun();
const world = await startDemoWorld({ settings: { copyBytesPerSecond: 60_000, fullIngestionMs: 1_500 } });
try {
  await world.setUp();
  Object.assign(world.pixop.control.faults, { copyFailKeys: ['Ep 03'], copyFailCode: 'CHECKSUM_MISMATCH' });
  await withApp(world, world.connectedEnv, async (operator) => {
    await browsing(operator);
    await importing(operator, world);
  });
} finally {
  await world.close();
}
