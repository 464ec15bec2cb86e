import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp({ settings: { fullIngestionMs: 200 } });
});
afterEach(() => rig.close());

const folder = 'deliveries/2026-11/Nordlys Ep 01/';
const [first, second] = ['Nordlys_S01E01_MASTER_ProRes.mov', 'Nordlys_S01E01_XDCAM_1080i25.mxf'] as const;

describe('a list', () => {
  it('is pasted as addresses, and imports what they name', async () => {
    const { operator, made } = rig;
    await operator.row('deliveries').waitFor();
    await operator.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, `s3://nordlys-media/${folder}${first}\ns3://nordlys-media/${folder}${second}\n`);
    await operator.sheet.getByText('Import from the clipboard').waitFor();
    await operator.sheet.getByRole('button', { name: 'Continue with 2 files' }).click();
    await operator.start();
    await operator.untilDone(2);
    expect(made()).toEqual({ [folder + first]: 1, [folder + second]: 1 });
  });

  it('is opened by the system’s dialog, in the encoding of a Danish spreadsheet, and can be closed again', async () => {
    if (rig.app.host !== 'chromium') return;
    const { operator, world } = rig;
    await operator.row('deliveries').waitFor();
    // Nobody points to a file: nothing opens.
    await operator.page.keyboard.press('ControlOrMeta+o');
    const open = join(world.userDataDir, 'open');
    await mkdir(open, { recursive: true });
    const table = `nøgle;navn\r\n${folder}${first};Rødgrød\r\n`;
    await writeFile(join(open, 'levering.csv'), Buffer.from(table, 'latin1'));
    await operator.page.getByRole('button', { name: 'Open a list of files…' }).first().click();
    await operator.sheet.getByText('Import from levering.csv').waitFor();
    await operator.sheet.getByRole('button', { name: 'Continue with 1 file' }).click();
    await operator.sheet.getByText('Rødgrød', { exact: true }).waitFor();
    await operator.page.keyboard.press('Escape');
    await operator.sheet.waitFor({ state: 'detached' });
    expect(rig.made()).toEqual({});
  });
});
