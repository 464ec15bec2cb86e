import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp({ settings: { fullIngestionMs: 100, ingestionMs: 50 } });
});
afterEach(() => rig.close());

const folder = ['deliveries', '2026-11', 'Nordlys Ep 01'] as const;
const name = 'Nordlys_S01E01_MASTER_ProRes';
const key = [...folder, `${name}.mov`].join('/');

async function importOne(): Promise<void> {
  const { operator } = rig;
  await operator.openFolders(...folder);
  await operator.pick(`${name}.mov`);
  await operator.page.keyboard.press('Enter');
  await operator.start();
}
const clinic = () => rig.operator.page.getByRole('region', { name: '1 import needs attention' });

describe('the error clinic', () => {
  it('restarts a copy whose checksum differed without the check, where the operator says so, and makes no second video', async () => {
    const { operator, world } = rig;
    const { control, ledger } = world.pixop;
    Object.assign(control.faults, { copyFailNext: 1, copyFailCode: 'CHECKSUM_MISMATCH' });
    await importOne();
    await clinic().getByText('CHECKSUM_MISMATCH').waitFor();
    await clinic().getByRole('button', { name: 'Restart without checksum check' }).click();
    await operator.untilDone(1);
    const restarts = control.log.entries().filter(({ path }) => path.includes('restart'));
    expect(restarts).toHaveLength(1);
    expect(rig.made()).toEqual({ [key]: 1 });
    expect(ledger.totals()).toMatchObject({ accepted: 1, doubled: 0 });
  });

  it.skipIf(process.env['PIXOP_INGEST_HOST'] !== 'chromium')(
    'has every button of the queue within reach in the smallest window, and at twice its zoom',
    async () => {
      const { operator, world } = rig;
      Object.assign(world.pixop.control.faults, { copyFailNext: 1, copyFailCode: 'CHECKSUM_MISMATCH' });
      await importOne();
      await clinic().getByText('CHECKSUM_MISMATCH').waitFor();
      const controls = operator.queue
        .getByRole('button')
        .or(operator.queue.getByRole('radio'))
        .filter({ visible: true });
      for (const size of [
        { width: 960, height: 600 },
        { width: 640, height: 400 },
      ]) {
        await operator.page.setViewportSize(size);
        await operator.queue.getByRole('option').first().scrollIntoViewIfNeeded();
        for (const control of await controls.all()) {
          // Fails where something else lies over it, or where it cannot be scrolled to.
          await control.click({ trial: true });
          const box = await control.boundingBox();
          expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
          expect(await control.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
        }
      }
    },
  );

  it('abandons a copy that cannot succeed after it has asked, and the file can be imported again', async () => {
    const { operator, world } = rig;
    Object.assign(world.pixop.control.faults, { copyFailKeys: [name] });
    await importOne();
    await clinic().getByRole('button', { name: 'Abandon…' }).click();
    await operator.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Abandon/ })
      .click();
    await operator.job(name).getByText('Abandoned').waitFor();
    expect(rig.made()).toEqual({});

    world.pixop.control.clearFaults();
    await operator.pick(`${name}.mov`);
    await operator.page.keyboard.press('Enter');
    await operator.start();
    await expect
      .poll(async () => (await operator.imports()).map(({ state }) => state).toSorted(), { timeout: 30_000 })
      .toEqual(['Abandoned', 'Done']);
    expect(rig.made()).toEqual({ [key]: 1 });
  });

  it('abandons a copy and starts it over with one word, and one video is left', async () => {
    const { operator, world } = rig;
    Object.assign(world.pixop.control.faults, { copyFailNext: 1, copyFailCode: 'CHECKSUM_MISMATCH' });
    await importOne();
    await clinic().getByRole('button', { name: 'Abandon and import again…' }).click();
    const dialog = operator.page.getByRole('alertdialog');
    await dialog.getByText('The new copy costs as much as the first.').waitFor();
    await dialog.getByRole('button', { name: 'Abandon and import again' }).click();
    await operator.untilDone(1);
    expect(rig.made()).toEqual({ [key]: 1 });
    expect(world.pixop.ledger.totals()).toMatchObject({ accepted: 2, doubled: 0 });
  });

  it('gives Pixop new keys for a bucket that it cannot read any more, and then imports', async () => {
    const { operator, world } = rig;
    const { directory } = world.pixop.control.world;
    const [location] = directory.locations;
    directory.changeLocation(location?.id ?? '', { secretAccessKey: 'rotated-away' });
    await importOne();
    // Nothing failed: the same would have happened to every other import, so the queue has stopped.
    await operator.queue.getByRole('button', { name: 'Replace Pixop’s keys…' }).click();
    const { accessKeyId, secretAccessKey } = demoUsers.operator;
    await operator.sheet.getByRole('textbox', { name: 'Access key id' }).fill(accessKeyId);
    await operator.sheet.getByLabel('Secret access key', { exact: true }).fill(secretAccessKey);
    await operator.sheet.getByRole('button', { name: 'Replace keys' }).click();
    await operator.sheet.waitFor({ state: 'detached' });
    await operator.queue.getByRole('button', { name: 'Resume' }).first().click();
    await operator.untilDone(1);
    expect(rig.made()).toEqual({ [key]: 1 });
  });

  it('tries again what Pixop refused, once its cause is mended', async () => {
    const { operator, world } = rig;
    const store = world.s3.control.objects('nordlys-media');
    await operator.openFolders(...folder);
    await operator.pick(`${name}.mov`);
    await operator.page.keyboard.press('Enter');
    await operator.sheet.waitFor();
    const object = store.find(key);
    if (object === null) throw new Error('The demo has lost a video.');
    store.remove(key);
    await operator.start();
    await clinic().getByText('KEY_NOT_FOUND').waitFor();
    expect(world.pixop.ledger.totals().accepted).toBe(0);
    store.put(object);
    await clinic().getByRole('button', { name: 'Import again', exact: true }).click();
    await operator.untilDone(1);
    expect(rig.made()).toEqual({ [key]: 1 });
  });

  it('shows a code that it does not know as it is, and asks support', async () => {
    Object.assign(rig.world.pixop.control.faults, { copyFailNext: 1, copyFailCode: 'CODE_OF_TOMORROW' });
    await importOne();
    await clinic().getByText('CODE_OF_TOMORROW').first().waitFor();
    await clinic().getByRole('button', { name: 'Ask Pixop support…' }).click();
    await rig.operator.page.getByText('Copied for Pixop support').waitFor();
    await expect.poll(() => rig.app.opened).toEqual(['https://www.pixop.com/contact']);
    await clinic().getByRole('button', { name: 'Restart copy' }).click();
    await rig.operator.untilDone(1);
    expect(rig.made()).toEqual({ [key]: 1 });
  });
});
