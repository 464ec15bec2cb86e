import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { demoPerson } from '../simulators/pixop/demo.ts';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startApp, type AppRig } from './support/app-rig.ts';
import { dropList } from './support/drop-list.ts';
import { startScreenCheck } from './support/screen-check.ts';
import { forgetStoredKey } from './support/stored-key.ts';

let rig: AppRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const folder = ['deliveries', '2026-11', 'Nordlys Ep 04'] as const;
const [master, broadcast, proxy] = [
  'Nordlys_S01E04_MASTER_ProRes.mov',
  'Nordlys_S01E04_XDCAM_1080i25.mxf',
  'Nordlys_S01E04_proxy.mp4',
] as const;

describe('every screen of the built app, in light and in dark', () => {
  it('breaks no rule of axe at the first start', async () => {
    await forgetStoredKey();
    onTestFinished(forgetStoredKey);
    rig = await startApp({ isFresh: true });
    const { page } = rig.operator;
    const { check, problems } = await startScreenCheck(page);
    await page.getByText('Step 1 of 2').waitFor();
    await check('first-run-key');
    const key = page.getByRole('textbox', { name: 'API key' });
    await key.fill('a-wrong-key-0000000000000000000');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('Pixop did not accept this key').waitFor();
    await check('first-run-key-refused');
    await key.fill(demoPerson.apiKey);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Step 2 of 2').waitFor();
    await page.getByText('Access keys', { exact: true }).click();
    await page.getByRole('button', { name: 'S3-compatible storage' }).click();
    await check('first-run-source');
    expect(problems).toEqual([]);
  });

  it('breaks none in the browser, Quick Look and the batch sheet', async () => {
    rig = await startApp();
    const { operator } = rig;
    const { page, sheet } = operator;
    const { check, problems } = await startScreenCheck(page);
    await operator.openFolders(...folder);
    await operator.pick(master, proxy);
    await operator.footer.getByText('2 of').waitFor();
    await check('browser-list');
    await page.getByRole('button', { name: 'More filters' }).click();
    await page.getByLabel('At least (MB)').fill('0.001');
    await check('browser-filters');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Remove filter: At least 1 kB' }).waitFor();
    await check('browser-chips');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('radio', { name: 'Pictures' }).click();
    await operator.files.getByText('MPEG-2', { exact: true }).waitFor();
    await check('browser-grid');
    await operator.files.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await sheet.getByText('ProRes 422 LT', { exact: true }).first().waitFor();
    await check('quick-look');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: /^Import \d+ videos/ }).waitFor();
    await check('batch-sheet');
    expect(problems).toEqual([]);
  });

  it('breaks none in the queue with its failures and questions, its clinic, the audit and the history', async () => {
    rig = await startApp({
      env: { PIXOP_INGEST_SIMULATOR_LOOKS_MS: '0,200,400' },
      settings: { fullIngestionMs: 200 },
    });
    const { operator, world } = rig;
    const { page, queue, sheet } = operator;
    const { check, problems } = await startScreenCheck(page);
    const { control, ledger } = world.pixop;
    Object.assign(control.faults, { importNext: ['error-before'], copyFailKeys: [broadcast] });
    await operator.openFolders(...folder);
    for (const name of [master, broadcast, proxy]) {
      await operator.pick(name);
      await operator.dragToQueue(name);
      // One after the other, so that the first of them meets the fault.
      const { requests } = ledger.totals();
      await operator.start();
      await expect.poll(() => ledger.totals().requests).toBe(requests + 1);
    }
    await queue.getByText('1 import could not be confirmed').waitFor();
    await operator.job('Nordlys_S01E04_proxy').getByText('Done').waitFor();
    await page.getByRole('region', { name: '1 import needs attention' }).waitFor();
    await check('queue');
    await operator.job('Nordlys_S01E04_proxy').click({ button: 'right' });
    await page.getByRole('menu').waitFor();
    await check('queue-menu');
    await page.keyboard.press('Escape');
    await operator.jobAction('Nordlys_S01E04_MASTER', 'Decide…');
    await sheet.waitFor();
    await check('decide');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await sheet.getByRole('table', { name: 'Imports' }).getByRole('row').first().waitFor();
    await check('history');
    expect(problems).toEqual([]);
  });

  it('breaks none in settings, lists, palette, shortcuts and the dialogs of input locations', async () => {
    rig = await startApp();
    const { operator } = rig;
    const { page, sheet } = operator;
    const { check, problems } = await startScreenCheck(page);
    const away = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    };
    await operator.row('deliveries').waitFor();
    await page.keyboard.press('ControlOrMeta+,');
    await sheet.waitFor();
    await check('settings');
    await away();
    await page.keyboard.press('ControlOrMeta+k');
    await sheet.waitFor();
    await check('palette');
    await away();
    await operator.files.focus();
    await page.keyboard.press('?');
    await sheet.waitFor();
    await check('shortcuts');
    await away();
    await page
      .getByRole('navigation', { name: 'Sources' })
      .getByText('Nordlys media')
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Replace credentials' }).click();
    await sheet.waitFor();
    await check('credentials');
    await away();
    await page.getByRole('button', { name: 'Add input location' }).click();
    await sheet.getByRole('button', { name: 'Create' }).click();
    await check('add-location');
    await away();
    const line = `nordlys-media,${folder.join('/')}/${master}\nnordlys-media,lost.mov\nelsewhere,reel.mov\n`;
    await dropList(page, 'delivery.csv', `bucket,key\n${line}`);
    await sheet.getByRole('button', { name: 'Continue with 1 video' }).waitFor();
    await check('manifest');
    expect(problems).toEqual([]);
  });

  it('breaks none where something went wrong', async () => {
    rig = await startApp();
    const { operator, world } = rig;
    const { page } = operator;
    const { check, problems } = await startScreenCheck(page);
    await operator.row('deliveries').waitFor();
    world.s3.control.setUser({ ...demoUsers.operator, grants: [] });
    await page.keyboard.press('ControlOrMeta+r');
    await page.getByText('AccessDenied').first().waitFor();
    await check('listing-denied');
    world.s3.control.setUser(demoUsers.operator);
    await operator.goTo('s3://a-bucket-of-others/');
    await page.getByText('No source of this team has the bucket').waitFor();
    await check('address-refused');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+r');
    await operator.row('deliveries').waitFor();
    await operator.filter('no object is called so');
    await page.getByText('Nothing matches').waitFor();
    await check('nothing-matches');
    world.pixop.control.faults.isKeyRevoked = true;
    await operator.filter('');
    await operator.openFolders(...folder);
    await operator.pick(master);
    await page.keyboard.press('Enter');
    await operator.start();
    await page.getByRole('button', { name: 'Enter a key' }).waitFor();
    await check('key-refused');
    expect(problems).toEqual([]);
  });

  it('breaks none in Danish, nor when dark was chosen while the system is light', async () => {
    rig = await startApp({ chosen: { language: 'da', appearance: 'dark' } });
    const { page, sheet } = rig.operator;
    const { check, problems } = await startScreenCheck(page);
    const files = page.getByRole('grid', { name: /^Filer i/ });
    await files.getByRole('row').nth(1).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await check('da-browser');
    await files.focus();
    for (const [name, key] of [
      ['da-settings', 'ControlOrMeta+,'],
      ['da-palette', 'ControlOrMeta+k'],
      ['da-shortcuts', '?'],
      ['da-history', 'ControlOrMeta+Shift+h'],
    ] as const) {
      await page.keyboard.press(key);
      await sheet.waitFor();
      await check(name);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
    }
    await page.keyboard.press('ControlOrMeta+l');
    await page.keyboard.insertText(`s3://nordlys-media/${folder.join('/')}/`);
    await page.keyboard.press('Enter');
    await files.getByText(master).waitFor();
    await files.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Enter');
    await sheet.waitFor();
    await check('da-batch-sheet');
    expect(problems).toEqual([]);
  });
});
