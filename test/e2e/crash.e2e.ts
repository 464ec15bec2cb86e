import { afterEach, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig | undefined;
afterEach(() => rig?.close());

it('is killed in mid-run, starts again, and every object becomes exactly one video', async () => {
  rig = await startApp({ settings: { copyBytesPerSecond: 300_000 } });
  const { world, app } = rig;
  // Slow answers, so that some imports are sent, some are on their way and some wait when the app dies.
  world.pixop.control.faults.requestDelayMs = 400;
  await rig.operator.openFolders('rushes', 'A001');
  await rig.operator.files.focus();
  await rig.operator.page.keyboard.press('ControlOrMeta+a');
  await rig.operator.page.keyboard.press('Enter');
  await rig.operator.start();
  await expect.poll(() => world.pixop.ledger.totals().accepted, { timeout: 20_000 }).toBeGreaterThan(2);
  app.main.kill('SIGKILL');
  await app.main.exited;
  const accepted = world.pixop.ledger.totals().accepted;
  expect(accepted).toBeLessThan(14);

  world.pixop.control.clearFaults();
  world.pixop.control.settings.copyBytesPerSecond = 100_000_000;
  const operator = await rig.launch();
  await expect.poll(() => Object.keys(rig?.made() ?? {}).length, { timeout: 60_000 }).toBe(14);
  await operator.queue.getByText('14 of 14 done').first().waitFor();
  expect(Object.values(rig.made())).toEqual(Array.from({ length: 14 }, () => 1));
});
