import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let directory = '';
let rig: AppRig | undefined;
beforeEach(async () => {
  rig = undefined;
  directory = await mkdtemp(join(tmpdir(), 'policy-'));
});
afterEach(async () => {
  await rig?.close();
  await rm(directory, { recursive: true });
});

async function startUnder(policy: object): Promise<AppRig> {
  const path = join(directory, 'policy.json');
  await writeFile(path, JSON.stringify(policy));
  rig = await startApp({ settings: { fullIngestionMs: 200 }, env: { PIXOP_INGEST_POLICY: path } });
  return rig;
}

it('does not start under a policy that it does not understand, and says whom to ask', async () => {
  await expect(startUnder({ version: 1, everything: 'forbidden' })).rejects.toThrow(
    /is not understood[\s\S]*Ask your IT department to correct it/,
  );
});

it('reaches no bucket that the organisation does not allow, and says so in words', async () => {
  const { operator } = await startUnder({ version: 1, allowedEndpoints: ['*.amazonaws.com'] });
  await operator.page.getByText('Your organisation does not allow this address').first().waitFor();
  await operator.page.getByRole('button', { name: 'Settings', exact: true }).click();
  await operator.sheet.getByText('reach only *.amazonaws.com').waitFor();
});

it('marks every import, whatever the operator had chosen, where the organisation has decided so', async () => {
  const { operator, world } = await startUnder({ version: 1, importReference: true });
  const { page, sheet } = operator;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  expect(await sheet.getByRole('switch', { name: /import reference/i }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');

  await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
  await operator.pick('Nordlys_S01E01_MASTER_ProRes.mov');
  await page.keyboard.press('Enter');
  expect(await sheet.getByRole('switch', { name: /reference/i }).isDisabled()).toBe(true);
  await operator.start();
  await operator.untilDone(1);
  const [made] = world.pixop.ledger.entries();
  const { description } = world.pixop.control.world.video(made?.videoIds[0] ?? '');
  expect(description).toContain('[import ref px1-');
});
