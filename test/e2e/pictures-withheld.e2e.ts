import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
afterEach(() => rig.close());

/** Every Chromium plays it. */
const vp9 = 'B014_C0003';
const listOnly = {
  ...demoUsers.operator,
  grants: [{ actions: ['s3:ListBucket', 's3:GetBucketLocation'] }],
} as const;

const layout = (name: 'List' | 'Pictures'): Promise<void> =>
  rig.operator.page.getByRole('radio', { name, exact: true }).click();
const card = (name: string): Locator =>
  rig.operator.files.getByRole('gridcell').filter({ hasText: name }).first();
/** Also while a dialog lies over it. */
const cost = (): Locator => rig.operator.page.locator('main footer').getByText(/^Previews: .* of /);
const quickLook = async (name: string): Promise<Locator> => {
  await card(name).click();
  await rig.operator.page.keyboard.press('Space');
  const dialog = rig.operator.page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
};
const setLimit = async (option: string): Promise<void> => {
  const { page } = rig.operator;
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Preview limit/ })
    .click();
  await page.getByRole('option', { name: option }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
const played = (dialog: Locator): Promise<number> =>
  dialog.locator('video').evaluate((video) => (video instanceof HTMLVideoElement ? video.currentTime : 0));

describe('previews that are withheld', () => {
  it('says that the limit is reached, on cards and instead of playing, and goes on at once when it is raised', async () => {
    rig = await startApp({ chosen: { previewLimitMb: 1 } });
    const { operator } = rig;
    const { page } = operator;
    await operator.showEverythingBelow();
    await layout('Pictures');
    await operator.filter(vp9);
    await card(vp9).locator('img').waitFor();
    await operator.filter('MASTER_ProRes');
    const withheld = operator.files.getByText('Preview limit reached');
    await withheld.first().waitFor();

    await operator.filter(vp9);
    const dialog = await quickLook(vp9);
    await dialog.getByRole('alert').getByText('Preview limit reached').waitFor();
    expect(await dialog.getByText('cannot be played here').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Open settings' }).click();
    await dialog.getByText('Preview limit', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await operator.filter('MASTER_ProRes');
    await withheld.first().waitFor();
    await page.keyboard.press('ControlOrMeta+,');
    await setLimit('100 MB per source');
    await operator.files.getByText('ProRes 422 LT', { exact: true }).first().waitFor();
    await withheld.first().waitFor({ state: 'detached' });

    await operator.filter(vp9);
    const shown = await quickLook(vp9);
    await expect.poll(() => played(shown)).toBeGreaterThan(0);
  });

  it('shows pictures as soon as previews are switched on', async () => {
    rig = await startApp({ chosen: { previewLimitMb: 0 } });
    const { operator } = rig;
    await operator.showEverythingBelow();
    await layout('Pictures');
    await operator.filter(vp9);
    await card(vp9).getByText('Previews are off').waitFor();
    await operator.page.keyboard.press('ControlOrMeta+,');
    await setLimit('100 MB per source');
    await card(vp9).locator('img').waitFor();
  });
});

describe('previews that fail', () => {
  it('names the permission that is missing and the way to mend it, and shows the file when it is tried again', async () => {
    rig = await startApp();
    const { operator, world } = rig;
    world.s3.control.setUser(listOnly);
    await operator.showEverythingBelow();
    await layout('Pictures');
    await operator.filter(vp9);
    await card(vp9).getByText('The s3:GetObject permission is missing').waitFor();
    const dialog = await quickLook(vp9);
    await dialog.getByRole('alert').getByText('The s3:GetObject permission is missing').waitFor();
    await dialog.getByRole('button', { name: 'Change credentials' }).waitFor();
    world.s3.control.setUser(demoUsers.operator);
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => played(dialog)).toBeGreaterThan(0);
    await operator.page.keyboard.press('Escape');
    await card(vp9).locator('img').waitFor();
  });

  it('opens the credentials in the place of Quick Look, where keys write again', async () => {
    rig = await startApp();
    const { operator, world } = rig;
    world.s3.control.setUser(listOnly);
    await operator.showEverythingBelow();
    await layout('Pictures');
    await operator.filter(vp9);
    await (await quickLook(vp9)).getByRole('button', { name: 'Change credentials' }).click();
    await operator.page.getByRole('dialog', { name: /credentials/i }).waitFor();
    expect(await operator.page.getByRole('dialog').count()).toBe(1);
  });

  it('does not blame the codec when the storage does not give the bytes to play', async () => {
    rig = await startApp();
    const { operator, world } = rig;
    await operator.showEverythingBelow();
    await layout('Pictures');
    await operator.filter(vp9);
    await card(vp9).locator('img').waitFor();
    world.s3.control.faults.resetNext = 1_000;
    const dialog = await quickLook(vp9);
    await dialog.getByRole('alert').getByText('The storage cannot be reached').waitFor();
    expect(await dialog.getByText('cannot be played here').count()).toBe(0);
    world.s3.control.clearFaults();
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => played(dialog)).toBeGreaterThan(0);
  });
});

describe('what previews have read', () => {
  it('is told in the list too once something was read, and moves nothing', async () => {
    rig = await startApp();
    const { operator } = rig;
    await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
    const top = () => operator.page.locator('main footer').boundingBox();
    const before = await top();
    expect(await cost().isVisible()).toBe(false);
    await operator.files.focus();
    await operator.page.keyboard.press('Home');
    await operator.page.keyboard.press('Space');
    await operator.page.getByRole('dialog').getByText('ProRes 422 LT', { exact: true }).first().waitFor();
    expect(await cost().isVisible()).toBe(true);
    await operator.page.keyboard.press('Escape');
    await expect.poll(() => cost().textContent()).not.toContain('Previews: 0 bytes');
    expect(await cost().isVisible()).toBe(true);
    expect(await top()).toEqual(before);
  });
});
