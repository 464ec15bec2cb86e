import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bufferContent } from '../simulators/s3/content.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp({ settings: { fullIngestionMs: 200 } });
});
afterEach(() => rig.close());

const folder = 'deliveries/2026-11/Nordlys Ep 01/';
const [master, tape, proxy] = [
  'Nordlys_S01E01_MASTER_ProRes.mov',
  'Nordlys_S01E01_XDCAM_1080i25.mxf',
  'Nordlys_S01E01_proxy.mp4',
] as const;

/** Imports two of the folder's three videos. */
async function importTwo(): Promise<void> {
  const { operator } = rig;
  await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
  await operator.pick(master, tape);
  await operator.page.keyboard.press('Enter');
  await operator.start();
  await operator.untilDone(2);
}

/** Another workstation of the same team: the same sources, and a queue in which nothing ever was. */
async function anotherWorkstation(): Promise<void> {
  await rig.app.close();
  await rm(join(rig.world.userDataDir, 'queues'), { recursive: true });
  await rig.launch();
}

describe('badges in the browser', () => {
  it('say what was imported, and what has changed since, per file and per folder', async () => {
    await importTwo();
    const { operator, world } = rig;
    await operator.row(master).getByText('Imported', { exact: true }).waitFor();
    await operator.row(tape).getByText('Imported', { exact: true }).waitFor();
    expect(await operator.row(proxy).getByText('Imported').count()).toBe(0);

    await operator.page.getByRole('button', { name: 'Enclosing folder' }).click();
    await operator.row('Nordlys Ep 01').getByText('2 of 3 imported').waitFor();
    await operator.row('Nordlys Ep 02').getByText('0 of 3 imported').waitFor();

    world.s3.control.objects('nordlys-media').put({
      key: `${folder}${master}`,
      content: bufferContent(Buffer.from('a new edit')),
      modifiedMs: Date.now(),
    });
    await operator.openFolders('Nordlys Ep 01');
    await operator.row(master).getByText('Changed since', { exact: true }).waitFor();
    await operator.row(tape).getByText('Imported', { exact: true }).waitFor();
  });

  it('are true on the team’s other workstations, where the batch sheet leaves the same files out', async () => {
    await importTwo();
    await anotherWorkstation();
    const { operator } = rig;
    await operator.openFolders('deliveries', '2026-11');
    await operator.row('Nordlys Ep 01').getByText('2 of 3 imported').waitFor();
    await operator.openFolders('Nordlys Ep 01');
    await operator.row(master).getByText('Imported', { exact: true }).waitFor();
    await operator.row(tape).getByText('Imported', { exact: true }).waitFor();

    await operator.pickRange(master, proxy);
    await operator.page.keyboard.press('Enter');
    await operator.sheet.getByText('2 files were imported by your team before').waitFor();
    await operator.sheet.getByRole('button', { name: 'Import 1 video' }).click();
    await operator.untilDone(1);
    expect(rig.made()).toEqual({
      [`${folder}${master}`]: 1,
      [`${folder}${tape}`]: 1,
      [`${folder}${proxy}`]: 1,
    });
  });

  it('can be filtered by, those of other workstations too', async () => {
    await importTwo();
    await anotherWorkstation();
    const { operator } = rig;
    await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
    await operator.row(master).getByText('Imported', { exact: true }).waitFor();
    await operator.page.getByRole('button', { name: 'More filters' }).click();
    await operator.page.getByRole('checkbox', { name: 'Not imported' }).click({ force: true });
    await operator.page.keyboard.press('Escape');
    await operator.row(master).waitFor({ state: 'detached' });
    await operator.row(proxy).waitFor();
    expect(await operator.row(tape).count()).toBe(0);
  });
});
