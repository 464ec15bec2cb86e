import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';
import { COUNT, format, rushesBucket, rushesIn, type Rushes } from './support/rushes.ts';

let rig: AppRig;
let rushes: Rushes;
beforeAll(async () => {
  rig = await startApp({
    buckets: [rushesBucket],
    settings: { limitPerMinute: 1_000_000, maxCopies: 64 },
  });
  rushes = rushesIn(rig);
  await rig.operator.openSource(rushesBucket.name);
});
afterAll(() => rig.close());

/** The name of the clip that the keyboard is on. */
const current = () =>
  rig.operator.files.evaluate(
    (grid) =>
      /C\d{8}/.exec(
        document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '',
      )?.[0],
  );
const quickLook = (name: string) => rig.operator.page.getByRole('dialog', { name });

describe('the place in a folder of 100,000', () => {
  it('stays on its file when the order changes, and a range begins there', async () => {
    const { operator } = rig;
    const { files, page } = operator;
    await rushes.open();
    await operator.row('C00000003').click();
    await files.getByRole('button', { name: 'Size' }).click();
    await files.locator('[aria-sort=descending]').waitFor();
    await files.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await rushes.line(`2 of ${format.count(COUNT)} selected`).waitFor();
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(current).toBe('C00000003');
    await files.getByRole('button', { name: 'Name' }).click();
    await files.locator('[aria-sort=ascending]').waitFor();
  });

  it('is where Quick Look went, through a selection of files far apart, and picks what is shown', async () => {
    const { operator } = rig;
    const { page } = operator;
    await rushes.open();
    await operator.row('C00000002').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ControlOrMeta+Space');
    await rushes.line(`2 of ${format.count(COUNT)} selected`).waitFor();
    await page.keyboard.press('Space');
    await quickLook('C00100000').waitFor();
    await page.keyboard.press('ArrowUp');
    await quickLook('C00000002').waitFor();
    await page.keyboard.press('ControlOrMeta+Space');
    await rushes.line(`1 of ${format.count(COUNT)} selected`).waitFor();
    await page.keyboard.press('ArrowDown');
    await quickLook('C00000003').waitFor();
    await page.keyboard.press('Space');
    await quickLook('C00000003').waitFor({ state: 'detached' });
    expect(await current()).toBe('C00000003');
  });

  it('begins at the very top, and stays in sight when rows become pictures and pictures rows', async () => {
    const { operator } = rig;
    const { page } = operator;
    await rushes.open();
    const show = (layout: string) => page.getByRole('radio', { name: layout }).click();
    const scrolled = () => operator.files.evaluate((element) => element.scrollTop);
    const inSight = async (name: string): Promise<boolean> => {
      const list = await operator.files.boundingBox();
      const row = await operator.row(name).boundingBox({ timeout: 1_000 });
      return !!list && !!row && row.y >= list.y && row.y + row.height <= list.y + list.height;
    };
    const card = operator.files.getByRole('gridcell').filter({ hasText: 'C00100000' });
    await show('Pictures');
    await operator.files.getByRole('gridcell').filter({ hasText: 'C00000001' }).waitFor();
    expect(await scrolled()).toBe(0);
    await show('List');
    await operator.row('C00000001').waitFor();
    expect(await scrolled()).toBe(0);
    await operator.files.focus();
    await page.keyboard.press('End');
    await show('Pictures');
    await card.waitFor();
    await show('List');
    await expect.poll(() => inSight('C00100000')).toBe(true);
  });

  it('is come back to with what was selected', async () => {
    const { operator } = rig;
    const { page } = operator;
    await rushes.open();
    await page.keyboard.press('End');
    await rushes.line(`1 of ${format.count(COUNT)} selected`).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await operator.row('rushes').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await rushes.line(`1 of ${format.count(COUNT)} selected`).waitFor();
    await expect.poll(current).toBe('C00100000');
    await operator.row('C00100000').and(page.locator('[aria-selected=true]')).waitFor();
  });
});

it('queues exactly what a filter left when everything that matches is selected and started', async () => {
  const { operator } = rig;
  await rushes.open();
  await operator.filter('C0000123');
  await rushes.line(`10 of ${format.count(COUNT)} shown`).waitFor();
  await operator.files.focus();
  await operator.page.keyboard.press('ControlOrMeta+a');
  await rushes.line('10 of 10 selected').waitFor();
  await operator.page.keyboard.press('Enter');
  await operator.sheet.getByRole('button', { name: 'Import 10 videos' }).waitFor();
  await operator.start();
  const made = () => Object.keys(rig.made());
  await expect.poll(() => made().length, { timeout: 30_000 }).toBe(10);
  for (const key of made()) expect(key).toMatch(/^rushes\/C0000123\d/);
  expect(rig.world.pixop.ledger.totals()).toMatchObject({ accepted: 10, videos: 10, doubled: 0 });
});
