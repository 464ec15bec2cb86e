import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp({ settings: { fullIngestionMs: 200 } });
});
afterEach(() => rig.close());

const folder = ['deliveries', '2026-11', 'Nordlys Ep 01'] as const;
const [first, second] = ['Nordlys_S01E01_MASTER_ProRes.mov', 'Nordlys_S01E01_XDCAM_1080i25.mxf'] as const;

/** Queues two videos; a key may be pressed before, when the window is there. */
async function queueTwo(key?: string): Promise<void> {
  await rig.operator.openFolders(...folder);
  if (key !== undefined) {
    await rig.operator.page.keyboard.press(key);
    await rig.operator.queue.getByText('You paused it.').waitFor();
  }
  await rig.operator.pick(first, second);
  await rig.operator.page.keyboard.press('Enter');
  await rig.operator.start();
}

describe.skipIf(process.env['PIXOP_INGEST_HOST'] !== 'chromium')(
  'What the system shows around the window',
  () => {
    it('asks before quitting while imports wait, keeps running when told so, and quits when told that', async () => {
      await queueTwo('ControlOrMeta+Shift+P');
      await rig.operator.queue.getByText('0 of 2 done').waitFor();

      rig.app.answerNext(0);
      rig.app.main.kill('SIGTERM');
      await expect.poll(() => rig.app.asked.length).toBe(1);
      expect(rig.app.asked[0]?.message).toBe('2 imports are not sent yet');
      expect(rig.app.asked[0]?.detail).toContain('Sending is paused. The queue is kept');
      await rig.operator.page.keyboard.press('ControlOrMeta+Shift+R');
      await rig.operator.untilDone(2);

      rig.app.main.kill('SIGTERM');
      expect(await rig.app.main.exited).toBe(0);
      expect(rig.app.asked).toHaveLength(1);
      expect(rig.world.pixop.ledger.totals().videos).toBe(2);
    });

    it('keeps what was not sent when it is quit nevertheless, and sends it once at the next start', async () => {
      await queueTwo('ControlOrMeta+Shift+P');
      await rig.operator.queue.getByText('0 of 2 done').waitFor();
      rig.app.answerNext(1);
      rig.app.main.kill('SIGTERM');
      expect(await rig.app.main.exited).toBe(0);
      expect(rig.world.pixop.ledger.totals().videos).toBe(0);

      const operator = await rig.launch();
      await operator.queue.getByRole('button', { name: 'Resume' }).click();
      await operator.untilDone(2);
      expect(rig.world.pixop.ledger.totals().videos).toBe(2);
    });

    it('tells once how a batch ended, and opens it when that is clicked', async () => {
      await queueTwo();
      await rig.operator.untilDone(2);
      await expect.poll(() => rig.app.notified).toHaveLength(1);
      expect(rig.app.notified[0]?.title).toMatch(/^2 videos from .+ are in Pixop$/);
      expect(rig.app.notified[0]?.body).toBe('Every import in the batch is done.');

      rig.app.clickNotification();
      const { sheet } = rig.operator;
      await sheet.getByRole('option', { selected: true }).getByText('2 of 2 done').waitFor();
      await sheet
        .getByRole('table', { name: 'Imports' })
        .getByRole('row')
        .filter({ hasText: first })
        .waitFor();
    });

    it('stays silent when notifications are switched off', async () => {
      const { page, sheet } = rig.operator;
      await page.getByRole('button', { name: 'Settings', exact: true }).click();
      await sheet.getByText('Notify when a batch is finished').click();
      await page.keyboard.press('Escape');
      await queueTwo();
      await rig.operator.untilDone(2);
      await rig.operator.queue.getByText('2 of 2 done').waitFor();
      expect(rig.app.notified).toEqual([]);
    });

    it('writes diagnostics for support that name neither key nor file', async () => {
      await queueTwo();
      await rig.operator.untilDone(2);
      const { page, sheet } = rig.operator;
      await page.getByRole('button', { name: 'Settings', exact: true }).click();
      await sheet.getByRole('button', { name: 'Save diagnostics…' }).click();
      await page.getByText('Diagnostics saved').waitFor();
      const saved = join(rig.world.userDataDir, 'saved');
      const [name = ''] = await readdir(saved);
      const text = await readFile(join(saved, name), 'utf8');
      const bundle: unknown = JSON.parse(text);
      expect(bundle).toMatchObject({
        app: { platform: process.platform },
        queues: [{ counts: { done: 2 } }],
      });
      expect(text).toContain('Started');
      expect(text).not.toContain('Nordlys');
    });
  },
);
