import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp({ settings: { fullIngestionMs: 400 } });
  const { operator } = rig;
  await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 02');
  await operator.files.focus();
  await operator.page.keyboard.press('ControlOrMeta+a');
  await operator.page.keyboard.press('ControlOrMeta+Enter');
  await importButton().waitFor();
});
afterEach(() => rig.close());

const importButton = () => rig.operator.sheet.getByRole('button', { name: 'Import 3 videos' });
const field = (name: string) => rig.operator.sheet.getByRole('textbox', { name });
/** What the keyboard is on: its role, or its element, and its name. */
const focused = () =>
  rig.operator.page.evaluate(() => {
    const { activeElement: on } = document;
    return [on?.getAttribute('role') ?? on?.tagName.toLowerCase(), on?.getAttribute('aria-label')]
      .join(' ')
      .trim();
  });

describe('the batch sheet', () => {
  it.each(['', '   '])(
    'takes no empty name (“%s”), says so at the field, and starts with the next letter',
    async (blank) => {
      const { sheet, page } = rig.operator;
      const name = field('Video name');
      await sheet.getByText('Checked: everything can be imported.').waitFor();
      await name.fill(blank);
      await sheet.getByText('A video needs a name; {basename} is the file’s.').waitFor();
      expect(await importButton().isDisabled()).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('ControlOrMeta+Enter');
      // Long enough for what was typed to have been checked, had it been asked.
      await page.waitForTimeout(400);
      expect(await sheet.getByRole('alert').count()).toBe(0);
      expect(await sheet.getByText('Checked: everything can be imported.').isVisible()).toBe(false);
      expect(await sheet.getByText('Nordlys_S01E02_MASTER_ProRes', { exact: true }).count()).toBe(0);
      await name.fill('{n}');
      await expect.poll(() => importButton().isEnabled()).toBe(true);
      await page.keyboard.press('Enter');
      await sheet.waitFor({ state: 'detached' });
    },
  );

  it('calls an unknown placeholder that, and says no more that everything can be imported', async () => {
    const { sheet } = rig.operator;
    const checked = sheet.getByText('Checked: everything can be imported.');
    await checked.waitFor();
    await field('Description').fill('{nope}');
    await sheet.getByText('Unknown placeholder {nope}').waitFor();
    expect(await checked.isVisible()).toBe(false);
    expect(await importButton().isDisabled()).toBe(true);
    await field('Description').fill('{path}');
    await checked.waitFor();
  });

  it('has its placeholders behind one Tab each, by arrows, and starts by Ctrl+Enter from one of its buttons', async () => {
    const { page, sheet, queue } = rig.operator;
    await field('Video name').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(
      await sheet
        .getByRole('button', { name: '{ext}' })
        .first()
        .evaluate((on) => on === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Tab');
    expect(await field('Description').evaluate((on) => on === document.activeElement)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await field('Video name').inputValue()).toBe('{basename}{ext}');
    await sheet.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('ControlOrMeta+Enter');
    await sheet.waitFor({ state: 'detached' });
    await queue.getByText('Nordlys_S01E02_MASTER_ProResmov').first().waitFor();
  });

  it('makes a project of the name that is typed before Ctrl+Enter starts anything', async () => {
    const { page, sheet } = rig.operator;
    await sheet.getByRole('button', { name: 'New…' }).click();
    await field('Name of the new project').fill('Nordlys season 2');
    await page.keyboard.press('ControlOrMeta+Enter');
    await sheet.getByRole('button', { name: /Nordlys season 2/ }).waitFor();
    expect(await importButton().isEnabled()).toBe(true);
  });

  it('hands the keyboard to the queue’s list, which was empty, tells of the start, and leaves nothing selected', async () => {
    const { page, queue, sheet, footer } = rig.operator;
    await importButton().focus();
    await page.keyboard.press('Enter');
    await sheet.waitFor({ state: 'detached' });
    await queue.getByRole('option').first().waitFor();
    await expect.poll(focused).toBe('listbox Imports');
    await page.getByRole('status').getByText('3 videos queued').waitFor({ state: 'attached' });
    await footer.getByText('none selected').waitFor();
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });
});
