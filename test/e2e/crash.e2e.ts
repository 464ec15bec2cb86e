import { afterEach, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig | undefined;
afterEach(() => rig?.close());

const isSettled = (state: string): boolean => state === 'Done' || state === 'Needs your decision';

it('is killed in mid-run, starts again, and every object becomes exactly one video', async () => {
  rig = await startApp({
    settings: { copyBytesPerSecond: 300_000, fullIngestionMs: 400 },
    env: { PIXOP_INGEST_SIMULATOR_LOOKS_MS: '0,300,900' },
  });
  const { world, app } = rig;
  const { control, ledger } = world.pixop;
  // Slow answers, so that some imports are sent, some are on their way and some wait when the app dies.
  control.faults.requestDelayMs = 400;
  await rig.operator.openFolders('rushes', 'A001');
  await rig.operator.files.focus();
  await rig.operator.page.keyboard.press('ControlOrMeta+a');
  await rig.operator.page.keyboard.press('Enter');
  await rig.operator.start();
  await expect.poll(() => ledger.totals().accepted, { timeout: 20_000 }).toBeGreaterThan(2);
  // From here on videos are made, and nobody is told.
  control.faults.importRates = { 'hang-after': 1 };
  const told = ledger.totals().accepted;
  await expect.poll(() => ledger.totals().accepted, { timeout: 20_000 }).toBeGreaterThan(told);
  app.main.kill('SIGKILL');
  await app.main.exited;
  expect(ledger.totals().accepted).toBeLessThan(14);

  control.clearFaults();
  control.settings.copyBytesPerSecond = 100_000_000;
  const operator = await rig.launch();
  // What was on its way and arrived is found again. What died on the way is asked about, never sent again unasked.
  await expect
    .poll(async () => (await operator.imports()).map(({ state }) => state), { timeout: 60_000 })
    .toSatisfy((states: string[]) => states.length === 14 && states.every(isSettled));
  const lost = (await operator.imports()).filter(({ state }) => state !== 'Done').length;
  expect(Object.keys(rig.made())).toHaveLength(14 - lost);
  if (lost > 0) await operator.importUndecidedAgain();
  await operator.queue.getByText('14 of 14 done').first().waitFor();
  expect(Object.values(rig.made())).toEqual(Array.from({ length: 14 }, () => 1));
});
