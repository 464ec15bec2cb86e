import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp({ settings: { fullIngestionMs: 1_000 } });
});
afterEach(() => rig.close());

const episode = 'deliveries/2026-11/Nordlys Ep 01/';

describe('importing', () => {
  it('picks with Shift and Ctrl, drags the selection onto the queue, and sees every video done', async () => {
    const { operator, made } = rig;
    await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
    await operator.pickRange('Nordlys_S01E01_MASTER_ProRes.mov', 'Nordlys_S01E01_proxy.mp4');
    await operator.row('Nordlys_S01E01_proxy.mp4').click({ modifiers: ['ControlOrMeta'] });
    await operator.dragToQueue('Nordlys_S01E01_MASTER_ProRes.mov');
    await operator.start();
    await operator.untilDone(2);
    expect(made()).toEqual({
      [`${episode}Nordlys_S01E01_MASTER_ProRes.mov`]: 1,
      [`${episode}Nordlys_S01E01_XDCAM_1080i25.mxf`]: 1,
    });
  });

  it('needs no mouse: arrows, Shift, Enter and Enter again', async () => {
    const { operator, made } = rig;
    await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 02');
    const { keyboard } = operator.page;
    await operator.files.focus();
    await keyboard.press('Home');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.press('Enter');
    await operator.sheet.getByRole('button', { name: 'Import 2 videos' }).waitFor();
    await operator.sheet.getByRole('textbox', { name: 'Video name' }).press('Enter');
    await operator.untilDone(2);
    expect(Object.values(made())).toEqual([1, 1]);
  });

  it('shows the failure of a copy in words, restarts it, and finishes', async () => {
    const { operator, made, world } = rig;
    world.pixop.control.faults.copyFailNext = 1;
    await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 03');
    await operator.pick('Nordlys_S01E03_MASTER_ProRes.mov');
    await operator.dragToQueue('Nordlys_S01E03_MASTER_ProRes.mov');
    await operator.start();
    await operator.queue.getByText('The copy differs from the original').first().waitFor();
    await operator.queue.getByRole('button', { name: 'Restart copy' }).click();
    await operator.untilDone(1);
    expect(Object.values(made())).toEqual([1]);
  });
});
