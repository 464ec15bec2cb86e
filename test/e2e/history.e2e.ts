import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp({ settings: { fullIngestionMs: 200 } });
});
afterEach(() => rig.close());

const folder = ['deliveries', '2026-11', 'Nordlys Ep 01'] as const;
const [first, second] = ['Nordlys_S01E01_MASTER_ProRes.mov', 'Nordlys_S01E01_XDCAM_1080i25.mxf'] as const;

it('keeps what is taken off the queue, across a restart, until the operator forgets it', async () => {
  await rig.operator.openFolders(...folder);
  await rig.operator.pick(first, second);
  await rig.operator.page.keyboard.press('Enter');
  await rig.operator.start();
  await rig.operator.untilDone(2);
  await rig.operator.jobAction('Nordlys_S01E01_MASTER', 'Remove from list');
  await expect.poll(() => rig.operator.imports()).toHaveLength(1);
  await rig.app.close();

  const operator = await rig.launch();
  const { page, sheet } = operator;
  await operator.queue.getByText('1 of 1 done').waitFor();
  await page.getByRole('button', { name: 'History', exact: true }).click();
  const rows = sheet.getByRole('table', { name: 'Imports' }).getByRole('row');
  await rows.filter({ hasText: first }).waitFor();
  await rows.filter({ hasText: second }).waitFor();
  await sheet
    .getByRole('option', { name: /^All batches/ })
    .getByText('2 imports')
    .waitFor();

  await sheet.getByRole('searchbox').fill('master prores');
  await sheet.getByText('1 import', { exact: true }).last().waitFor();
  expect(await rows.filter({ hasText: second }).count()).toBe(0);
  const [video] = rig.world.pixop.ledger.entries().filter(({ objectKey }) => objectKey.endsWith(first));
  await rows.getByRole('button', { name: /^Open .* in Pixop$/ }).click();
  // The link is asked for; only a real environment has a page behind it.
  await page.getByText('The simulator has no web pages.').waitFor();
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Dismiss' }).click();

  await sheet.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const path = (await page.getByText(/^Saved as /).textContent())?.replace('Saved as ', '') ?? '';
  // The message lies on none of the dialog's buttons.
  for (const name of ['Export', 'Forget old imports…', 'Close'])
    for (const button of await sheet.getByRole('button', { name, exact: true }).all())
      await button.click({ trial: true, timeout: 2_000 });
  const csv = await readFile(path, 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(2);
  expect(csv).toContain(video?.videoIds[0] ?? 'no video');

  await sheet.getByRole('button', { name: 'Forget old imports…' }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText('There is nothing to forget.').waitFor();
  await question.getByRole('button', { name: /Last changed/ }).click();
  await page.getByRole('option', { name: 'Any time' }).click();
  await question.getByRole('button', { name: 'Forget 1 import', exact: true }).click();
  await page.getByText('1 import forgotten').waitFor();
  await sheet.getByText('No import matches this search.').waitFor();
  await sheet.getByRole('button', { name: 'Show all' }).click();
  await rows.filter({ hasText: second }).waitFor();
  expect(await rows.filter({ hasText: first }).count()).toBe(0);
  expect(rig.world.pixop.ledger.totals().videos).toBe(2);
});
