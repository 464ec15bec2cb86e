import { closeDialog, closeQuestion, type Screen } from './screen.ts';

const folder = 'deliveries/2026-11/Nordlys Ep 04/';
const [master, tape, proxy] = [
  'Nordlys_S01E04_MASTER_ProRes',
  'Nordlys_S01E04_XDCAM_1080i25',
  'Nordlys_S01E04_proxy',
] as const;

/** Imports whose answer was lost, and of which one has a likely video on Pixop's list. */
export const decisions: readonly Screen[] = [
  {
    name: 'decision',
    async show({ operator, world }) {
      const { control, ledger } = world.pixop;
      // Two never reach Pixop's list; the third does, and a colleague edits its reference away at once.
      control.faults.importNext = ['reset-before', 'error-before', 'reset-after'];
      control.faults.requestDelayMs = 200;
      await operator.openFolders('Nordlys Ep 04');
      await operator.pick(`${master}.mov`, `${tape}.mxf`, `${proxy}.mp4`);
      await operator.dragToQueue(`${master}.mov`);
      await operator.start();
      while (ledger.totals().accepted === 0) await operator.page.waitForTimeout(10);
      const [videoId = ''] = ledger.of('nordlys-media', `${folder}${proxy}.mp4`).videoIds;
      control.world.patchVideo(videoId, { description: 'Proxy, approved by Mette' });
      control.clearFaults();
      await operator.queue.getByText('3 imports could not be confirmed').waitFor();
    },
  },
  {
    name: 'import-again',
    async show({ operator: { page, queue } }) {
      await queue.getByRole('button', { name: 'Import all 3 again…' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Import 3 again' }).waitFor();
    },
    leave: closeQuestion,
  },
  {
    name: 'candidates',
    async show({ operator }) {
      await operator.jobAction(proxy, 'Decide…');
      await operator.sheet.getByText('Same file name and size').waitFor();
    },
    async leave(stage) {
      const { queue } = stage.operator;
      await closeDialog(stage);
      await queue.getByRole('button', { name: 'Skip all 3…' }).click();
      await stage.operator.page.getByRole('button', { name: 'Skip 3 imports' }).click();
      await queue.getByRole('button', { name: 'Resume' }).click();
      await queue.getByText('Sending is paused').waitFor({ state: 'detached' });
    },
  },
];
