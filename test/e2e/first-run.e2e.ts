import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoPerson } from '../simulators/pixop/demo.ts';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startApp, type AppRig } from './support/app-rig.ts';
import { forgetStoredKey } from './support/stored-key.ts';

let rig: AppRig | undefined;
beforeEach(forgetStoredKey);
afterEach(async () => {
  await rig?.close();
  await forgetStoredKey();
});

it('refuses a wrong key in words and keeps nothing of it, takes the right one, and opens the bucket', async () => {
  rig = await startApp({ isFresh: true });
  const { page } = rig.operator;
  const key = page.getByRole('textbox', { name: 'API key' });
  await key.fill('wrong-key-000000000000000000000');
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText('Pixop did not accept this key').waitFor();
  expect(await page.getByText('Step 1 of 2').isVisible()).toBe(true);

  await key.fill(demoPerson.apiKey);
  await page.getByRole('button', { name: 'Connect' }).click();
  await page.getByText('Connected as Ingrid Nordlys').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();

  const { accessKeyId, secretAccessKey } = demoUsers.operator;
  await page.getByText('Access keys', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Access key ID' }).fill(accessKeyId);
  await page.getByRole('textbox', { name: 'Secret access key' }).fill(secretAccessKey);
  await page.getByRole('button', { name: 'S3-compatible storage' }).click();
  await page.getByRole('textbox', { name: 'Endpoint' }).fill(rig.world.s3.url);
  await page.getByText('Path-style addresses').click();
  await page.getByRole('button', { name: 'Test and save' }).click();
  await page.getByText('The bucket nordlys-media can be browsed').waitFor();
  await page.getByRole('button', { name: 'Open the bucket' }).click();
  await rig.operator.row('deliveries').waitFor();

  // A secret that was typed is nowhere in what the page can read.
  expect(await page.content()).not.toContain(demoPerson.apiKey);
});
