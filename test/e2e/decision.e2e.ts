import { afterEach, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig | undefined;
afterEach(() => rig?.close());

const folder = 'deliveries/2026-11/Nordlys Ep 04/';
const master = 'Nordlys_S01E04_MASTER_ProRes';
const broadcast = 'Nordlys_S01E04_XDCAM_1080i25';
const proxy = 'Nordlys_S01E04_proxy';

it('asks about imports that cannot be confirmed: import again, skip, or choose the video', async () => {
  rig = await startApp({
    env: { PIXOP_INGEST_SIMULATOR_LOOKS_MS: '0,300,900' },
    settings: { fullIngestionMs: 400 },
  });
  const { operator, world, made } = rig;
  const { control, ledger } = world.pixop;
  // Two imports never reach Pixop's list; the third does, and a colleague edits its reference away at once.
  control.faults.importNext = ['reset-before', 'error-before', 'reset-after'];
  control.faults.requestDelayMs = 200;
  await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 04');
  await operator.pick(`${master}.mov`, `${broadcast}.mxf`, `${proxy}.mp4`);
  await operator.dragToQueue(`${master}.mov`);
  await operator.start();
  await expect.poll(() => ledger.totals().accepted, { timeout: 20_000, interval: 10 }).toBe(1);
  const [videoId = ''] = ledger.of('nordlys-media', `${folder}${proxy}.mp4`).videoIds;
  control.world.patchVideo(videoId, { description: 'Proxy, approved by Mette' });
  control.clearFaults();

  await operator.queue.getByText('3 imports could not be confirmed').waitFor();
  await operator.queue
    .getByText('3 imports need your decision. Nothing is lost if you close this window.')
    .waitFor();
  expect(await operator.imports()).toEqual(
    [master, broadcast, proxy].map((name) => ({ name, state: 'Needs your decision' })),
  );
  expect(ledger.totals()).toMatchObject({ requests: 3, accepted: 1 });

  await operator.jobAction(master, 'Decide…');
  await operator.sheet.getByText(`Which video is ${master}?`).waitFor();
  await operator.sheet.getByRole('button', { name: /import again$/i }).click();
  await operator.jobAction(broadcast, 'Decide…');
  await operator.sheet.getByRole('button', { name: 'Skip' }).click();
  await operator.queue.getByText('1 import could not be confirmed').waitFor();
  await operator.queue.getByRole('button', { name: 'Choose video…' }).click();
  await operator.sheet.getByText('Same file name and size').waitFor();
  await operator.sheet.getByRole('button', { name: 'This is it' }).click();

  // Three in a row: the run had paused, too, and goes on when it is told to.
  await operator.queue.getByRole('button', { name: 'Resume' }).click();
  await expect
    .poll(() => operator.imports(), { timeout: 30_000 })
    .toEqual([
      { name: master, state: 'Done' },
      { name: broadcast, state: 'Skipped' },
      { name: proxy, state: 'Done' },
    ]);
  // What was skipped is not called done, and its bytes are waited for no longer.
  await operator.queue.getByText('2 of 2 done').waitFor();
  await operator.queue.getByText('678 kB of 678 kB copied · 1 skipped').waitFor();
  expect(made()).toEqual({ [`${folder}${master}.mov`]: 1, [`${folder}${proxy}.mp4`]: 1 });
  expect(ledger.totals().requests).toBe(4);
});
