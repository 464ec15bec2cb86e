import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bufferContent } from '../simulators/s3/content.ts';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

const bucket = 'nordlys-dailies';
const DAY = 24 * 3_600_000;
const take = (day: number, number: number, ageDays: number, bytes: number, ending = 'mov') => ({
  key: `Reykjavik/day ${day}/take ${number}.${ending}`,
  content: bufferContent(Buffer.alloc(bytes, number)),
  modifiedMs: Date.now() - ageDays * DAY,
});
/** New and large enough, in two folders; and what each part of the view hides. */
const wanted = [1, 2].flatMap((day) => [1, 2, 3, 4].map((number) => take(day, number, 2, 5_000)));
const unwanted = [
  take(1, 10, 40, 5_000),
  take(1, 11, 2, 500),
  take(1, 12, 2, 5_000, 'txt'),
  take(2, 13, 400, 5_000),
];

let rig: AppRig;
beforeEach(async () => {
  const objects = [...wanted, ...unwanted];
  rig = await startApp({ buckets: [{ name: bucket, objects }], settings: { fullIngestionMs: 100 } });
});
afterEach(() => rig.close());

const savedList = () => rig.operator.page.getByRole('grid', { name: 'Favourites and saved selections' });
const savedRow = (name: string) => savedList().getByRole('row').filter({ hasText: name });
const folder = () => rig.operator.page.getByRole('navigation', { name: 'Folder' });
const press = (name: string): Promise<void> =>
  rig.operator.page.getByRole('button', { name, exact: true }).click();
const choose = (name: string): Promise<void> =>
  rig.operator.page.getByRole('menuitem', { name, exact: true }).click();

async function goToDailies(): Promise<void> {
  await rig.operator.page.getByRole('navigation', { name: 'Sources' }).getByText(bucket).first().click();
  await rig.operator.row('Reykjavik').waitFor();
}
async function openSheetOfAll(): Promise<void> {
  const { operator } = rig;
  await operator.files.focus();
  await operator.page.keyboard.press('ControlOrMeta+a');
  await operator.page.getByRole('button', { name: /^Import \d+…$/ }).click();
  await operator.sheet.getByRole('button', { name: /^Import \d/ }).waitFor();
}

describe('a saved selection', () => {
  it('selects everything that matches after a restart, is queued, and then matches nothing any more', async () => {
    const { page, sheet } = rig.operator;
    await goToDailies();
    await rig.operator.openFolders('Reykjavik');
    await rig.operator.showEverythingBelow();
    await press('More filters');
    await page.getByLabel('Size at least').fill('0.001');
    await page
      .getByRole('button', { name: /Modified/ })
      .last()
      .click();
    await page.getByRole('option', { name: 'In the last 7 days' }).click();
    await page.getByText('Not imported', { exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByText('8 files · none selected').waitFor();
    await press('Save selection…');
    await sheet.getByText('In the last 7 days').waitFor();
    await sheet.getByRole('textbox', { name: 'Name' }).fill('New and large');
    await page.keyboard.press('Enter');
    await savedRow('New and large').waitFor();
    await rig.app.close();

    // A day's work later: two more takes, and one that is too old by now.
    const kept = await readFile(join(rig.world.userDataDir, 'saved.json'), 'utf8');
    expect(kept).toContain('"age": "week"');
    const { control } = rig.world.s3;
    const late = [take(3, 1, 0.5, 9_000), take(3, 2, 0.5, 9_000)];
    control.setBucket({ name: bucket, objects: [...wanted, ...unwanted, ...late] });
    const operator = await rig.launch();
    await operator.row('deliveries').waitFor();
    await savedRow('New and large').click();
    await operator.page.getByText('10 of 10 selected').waitFor();
    await folder().getByText('Reykjavik', { exact: true }).waitFor();
    await operator.page.getByRole('button', { name: 'Import 10…' }).click();
    await operator.start();
    await operator.untilDone(10);
    expect(rig.made()).toEqual(Object.fromEntries([...wanted, ...late].map(({ key }) => [key, 1])));

    await savedRow('New and large').click();
    await operator.page.getByText('Nothing matches').waitFor();
    await operator.page
      .getByRole('button', { name: 'Import…' })
      .and(operator.page.locator(':disabled'))
      .waitFor();
  });

  it('is renamed, updated to another view and removed by keys', async () => {
    const { page, sheet } = rig.operator;
    await goToDailies();
    await page.keyboard.press('ControlOrMeta+Shift+s');
    await sheet.getByRole('textbox', { name: 'Name' }).fill('Everything here');
    await page.keyboard.press('Enter');
    await savedRow('Everything here').focus();
    await page.keyboard.press('F2');
    await sheet.getByRole('textbox', { name: 'Name' }).fill('Day two');
    await page.keyboard.press('Enter');
    await savedRow('Day two').waitFor();

    await rig.operator.openFolders('Reykjavik', 'day 2');
    await savedRow('Day two').click({ button: 'right' });
    await choose('Update to the current view');
    await page.getByText('“Day two” updated').waitFor();
    await rig.operator.goToBucket();
    await savedRow('Day two').focus();
    await page.keyboard.press('Enter');
    await folder().getByText('day 2', { exact: true }).waitFor();
    await page.getByText('5 of 5 selected').waitFor();

    await savedRow('Day two').focus();
    await page.keyboard.press('Delete');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await savedRow('Day two').waitFor({ state: 'detached' });
  });
});

describe('a favourite', () => {
  it('leads to its folder although what lies above is denied, and says so when its location is gone', async () => {
    const { world, operator } = rig;
    const { page } = operator;
    await operator.openFolders('deliveries', '2026-11');
    await page.keyboard.press('ControlOrMeta+d');
    await savedRow('2026-11').waitFor();
    await goToDailies();
    await page.keyboard.press('ControlOrMeta+d');
    await savedRow(bucket).waitFor();

    const { grants } = demoUsers.deliveries;
    world.s3.control.setUser({ ...demoUsers.operator, grants });
    await rig.app.close();
    const again = await rig.launch();
    await savedRow('2026-11').click();
    await again.row('Nordlys Ep 01').waitFor();
    await folder().getByRole('button').first().click();
    await again.row('Nordlys Ep 01').waitFor({ state: 'detached' });
    await again.page.keyboard.press('ControlOrMeta+k');
    await again.page.keyboard.type('2026-11');
    await again.page.keyboard.press('Enter');
    await again.row('Nordlys Ep 01').waitFor();
    await press('Remove from favourites');
    await savedRow('2026-11').waitFor({ state: 'detached' });

    const { directory } = world.pixop.control.world;
    const gone = directory.locations.find(({ name }) => name === bucket);
    directory.removeLocation(gone?.id ?? '');
    await again.page.keyboard.press('ControlOrMeta+k');
    await again.page.keyboard.type('Refresh sources');
    await again.page.keyboard.press('Enter');
    await savedRow(bucket).getByText('Its input location is gone').waitFor();
    await savedRow(bucket).focus();
    await again.page.keyboard.press('Delete');
    await savedList().waitFor({ state: 'detached' });
  });
});

describe('a preset', () => {
  it('gives the sheet its settings back after a restart; a project that is gone is replaced and said', async () => {
    const { operator, world } = rig;
    const { page } = operator;
    await goToDailies();
    await operator.openFolders('Reykjavik', 'day 1');
    await openSheetOfAll();
    const sheet = page.getByRole('dialog').first();
    await sheet.getByRole('button', { name: 'New…' }).click();
    await sheet.getByRole('textbox', { name: 'Name of the new project' }).fill('Second unit');
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: /Second unit/ }).waitFor();
    await sheet.getByRole('textbox', { name: 'Video name' }).fill('{folder} – {basename}');
    await press('Presets');
    await choose('Save as preset…');
    const asked = page.getByRole('dialog', { name: 'Save as preset' });
    await asked.getByRole('textbox', { name: 'Name' }).fill('Second unit takes');
    await page.keyboard.press('Enter');
    await asked.waitFor({ state: 'detached' });
    await sheet.getByText('“Second unit takes” is in use').waitFor();
    // The name was confirmed by Enter, not the batch.
    expect(rig.made()).toEqual({});
    await rig.app.close();

    const { projects } = world.pixop.control.world.directory;
    const kept = projects.splice(
      projects.findIndex(({ name }) => name === 'Second unit'),
      1,
    );
    expect(kept).toHaveLength(1);
    await rig.launch();
    const again = rig.operator;
    await goToDailies();
    await again.openFolders('Reykjavik', 'day 1');
    await openSheetOfAll();
    await again.sheet.getByText('No preset in use').waitFor();
    await press('Presets');
    await again.page.getByRole('menuitemradio', { name: 'Second unit takes', exact: true }).click();
    await again.sheet.getByText('The project “Second unit” no longer exists.').waitFor();
    await again.sheet.getByText('“Second unit takes”, changed here').waitFor();
    await again.sheet.getByText('day 1 – take 1', { exact: true }).waitFor();
    await press('Presets');
    await choose('Update “Second unit takes”');
    await again.sheet.getByText('“Second unit takes” is in use').waitFor();
    await again.start();
    await expect.poll(() => Object.keys(rig.made()).length).toBeGreaterThan(3);

    // The last settings come back by themselves.
    await openSheetOfAll();
    await again.sheet.getByText('“Second unit takes” is in use').waitFor();
    await press('Presets');
    await choose('Remove “Second unit takes”…');
    await again.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await again.sheet.getByText('No preset in use').waitFor();
  });
});
