import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startApp, type AppRig } from './support/app-rig.ts';
import { bytesOf, COUNT, format, rushesBucket, rushesIn, type Rushes } from './support/rushes.ts';

let rig: AppRig;
let rushes: Rushes;
beforeAll(async () => {
  rig = await startApp({ buckets: [rushesBucket] });
  rushes = rushesIn(rig);
});
afterEach(() => rig.world.s3.control.clearFaults());
afterAll(() => rig.close());

/** What the keyboard is on, and where a screen reader is told that it stands. */
const current = () =>
  rig.operator.files.evaluate((grid) => {
    const row = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    return { at: row?.getAttribute('aria-rowindex') ?? null, text: row?.textContent ?? '' };
  });

describe('a folder of 100,000', () => {
  it('shows its first rows while it is being listed, says so until it is whole, and then tells the full count', async () => {
    const { operator, world } = rig;
    world.s3.control.faults.pageDelayMs = 300;
    await operator.openSource(rushesBucket.name);
    await operator.row('rushes').dblclick();
    await operator.row('C00000001').waitFor();
    await rushes.line(/^Listing… [\d,]+ so far/).waitFor();
    expect(await operator.files.getAttribute('aria-busy')).toBe('true');
    world.s3.control.clearFaults();
    await rushes.untilListed();
    expect(await operator.files.getAttribute('aria-busy')).toBe('false');
    expect(await rushes.line(/Listing…|Partial/).count()).toBe(0);
  });

  it('is called partial when its listing is stopped midway, and can be listed whole again', async () => {
    const { operator, world } = rig;
    world.s3.control.faults.pageDelayMs = 300;
    await operator.page.keyboard.press('ControlOrMeta+r');
    await rushes.line(/^Listing… [1-9]/).waitFor();
    await operator.footer.getByRole('button', { name: 'Stop listing' }).click();
    await rushes.line(/^Partial: [\d,]+ listed, then stopped/).waitFor();
    const partial = await operator.footer.innerText();
    expect(Number(/Partial: ([\d,]+)/.exec(partial)?.[1]?.replaceAll(',', ''))).toBeLessThan(COUNT);
    world.s3.control.clearFaults();
    await operator.footer.getByRole('button', { name: 'List all' }).click();
    await rushes.untilListed();
  });

  it('is selected across rows that were never rendered, with the exact count and bytes, and stays so when it is listed again', async () => {
    const { operator } = rig;
    await rushes.open();
    await operator.row('C00000003').click();
    await operator.page.keyboard.press('Shift+End');
    await rushes.untilSelected(COUNT - 2, bytesOf(2, COUNT));
    await expect.poll(current).toMatchObject({ at: String(COUNT + 1) });
    expect(await operator.files.getByRole('row').count()).toBeLessThan(200);
    await operator.page.keyboard.press('ControlOrMeta+r');
    await rushes.line(/^Listing… /).waitFor();
    await rushes.untilListed();
    await rushes.untilSelected(COUNT - 2, bytesOf(2, COUNT));
  });

  it('leads to a name by its first letters, whichever of its rows are rendered', async () => {
    const { operator } = rig;
    await rushes.open();
    await operator.page.keyboard.type('C0009');
    // The row is there before what stands in it has come.
    await expect.poll(current).toMatchObject({ at: '90001', text: expect.stringContaining('C00090000') });
    await rushes.untilSelected(1, bytesOf(89_999, 90_000));
  });

  it('gives the batch sheet exactly what matched, after the selection has outlived filter, order and refresh', async () => {
    const { operator } = rig;
    const { page, footer } = operator;
    const matching = 9_999;
    const bytes = bytesOf(0, matching);
    await rushes.open();
    await operator.filter('C0000');
    await rushes.line(`${format.count(matching)} of ${format.count(COUNT)} shown`).waitFor();
    await footer.getByRole('button', { name: `Select all ${format.count(matching)} matching` }).click();
    await rushes.untilSelected(matching, bytes, matching);

    await operator.filter('C00090');
    await rushes.line(`${format.count(matching)} hidden by the filter`).waitFor();
    await operator.filter('');
    await rushes.untilSelected(matching, bytes);
    await operator.files.getByRole('button', { name: 'Size' }).click();
    await operator.files.locator('[aria-sort=descending]').waitFor();
    await rushes.untilSelected(matching, bytes);
    await page.keyboard.press('ControlOrMeta+r');
    await rushes.line(/^Listing… /).waitFor();
    await rushes.untilListed();
    await rushes.untilSelected(matching, bytes);

    await footer.getByRole('button', { name: `Import ${format.count(matching)}…` }).click();
    await operator.sheet.getByRole('button', { name: `Import ${format.count(matching)} videos` }).waitFor();
    await page.keyboard.press('Escape');
    await operator.sheet.waitFor({ state: 'detached' });
    await operator.files.getByRole('button', { name: 'Name' }).click();
    await operator.files.locator('[aria-sort=ascending]').waitFor();
  });
});

describe('the filter of 100,000', () => {
  it('leads into what it found, and back to where the list was when it is left empty', async () => {
    const { operator } = rig;
    const { page, files } = operator;
    await rushes.open();
    const field = page.getByRole('searchbox', { name: 'Filter by name' });
    const isInList = () => files.evaluate((list) => list === document.activeElement);
    for (const key of ['Enter', 'ArrowDown']) {
      await files.focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ControlOrMeta+f');
      await page.keyboard.type('C0004');
      await page.keyboard.press(key);
      await expect.poll(isInList).toBe(true);
      await expect.poll(current).toMatchObject({ at: '2', text: expect.stringContaining('C00040000') });
      // Going there selects nothing.
      await rushes.line(`1 of ${format.count(10_001)} selected`).waitFor();
      await page.keyboard.press('ControlOrMeta+f');
      await page.keyboard.press('Escape');
      await rushes.line(`1 of ${format.count(COUNT)} selected`).waitFor();
      expect(await field.inputValue()).toBe('');
      expect(await isInList()).toBe(false);
      await page.keyboard.press('Escape');
      await expect.poll(isInList).toBe(true);
      await rushes.line(`1 of ${format.count(COUNT)} selected`).waitFor();
    }
  });
});

describe('what a screen reader is told of 100,000', () => {
  /** What came shortly before is said in the same breath. */
  const said = (words: string) =>
    rig.operator.footer.getByRole('status').getByText(words).waitFor({ state: 'attached' });

  it('is the number of all rows, the place of each, and what can be selected and is', async () => {
    const { operator } = rig;
    const { files, page } = operator;
    await rushes.open();
    expect(await files.getAttribute('aria-rowcount')).toBe(String(COUNT + 1));
    expect(await files.getAttribute('aria-colcount')).toBe('5');
    expect(await files.getAttribute('aria-multiselectable')).toBe('true');
    await page.keyboard.press('End');
    await expect.poll(current).toMatchObject({ at: String(COUNT + 1) });
    const [head, ...rows] = await files.getByRole('row').evaluateAll((found) =>
      found.map((row) => ({
        at: Number(row.getAttribute('aria-rowindex')),
        columns: [...row.children].map((cell) => cell.getAttribute('aria-colindex')).join(),
        selected: row.getAttribute('aria-selected'),
      })),
    );
    expect(head).toEqual({ at: 1, columns: '1,2,3,4,5', selected: null });
    expect(rows.map(({ at }) => at)).toEqual(rows.map((_, place) => COUNT + 2 - rows.length + place));
    expect(new Set(rows.map(({ columns }) => columns))).toEqual(new Set(['1,2,3,4,5']));
    expect(rows.filter(({ selected }) => selected === 'true').map(({ at }) => at)).toEqual([COUNT + 1]);
    expect(rows.filter(({ selected }) => selected === 'false')).toHaveLength(rows.length - 1);
  });

  it('is said aloud when the selection, the filter or the order has changed', async () => {
    const { operator } = rig;
    const { files, page } = operator;
    await rushes.open();
    await page.keyboard.press('ControlOrMeta+a');
    await said(`${format.count(COUNT)} selected, ${format.bytes(bytesOf(0, COUNT))}`);
    await page.keyboard.press('Escape');
    await said('Nothing selected');
    await operator.filter('C0000000');
    await said(`9 of ${format.count(COUNT)} shown`);
    await operator.filter('');
    await said(`${format.count(COUNT)} listed`);
    await files.getByRole('button', { name: 'Modified' }).click();
    await said('Sorted by Modified, descending');
    expect(await files.getByRole('columnheader', { name: 'Modified' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
    await files.getByRole('button', { name: 'Name' }).click();
    await said('Sorted by Name, ascending');
    expect(await files.getByRole('columnheader', { name: 'Modified' }).getAttribute('aria-sort')).toBe(
      'none',
    );
  });

  it('is the same of the pictures, line by line', async () => {
    const { operator } = rig;
    const { files, page } = operator;
    await rushes.open();
    await page.getByRole('radio', { name: 'Pictures' }).click();
    await files.getByRole('gridcell').first().waitFor();
    const columns = Number(await files.getAttribute('aria-colcount'));
    const lines = Math.ceil(COUNT / columns);
    expect(await files.getAttribute('aria-rowcount')).toBe(String(lines));
    await files.focus();
    await page.keyboard.press('End');
    const last = files.locator(`[aria-rowindex="${lines}"]`).getByRole('gridcell');
    await last.and(page.locator('[aria-selected=true]')).waitFor();
    const places = await last.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-colindex')));
    expect(places).toEqual(Array.from({ length: COUNT - (lines - 1) * columns }, (_, at) => String(at + 1)));
    await page.getByRole('radio', { name: 'List' }).click();
    await operator.files.getByRole('columnheader').first().waitFor();
  });
});

describe('a place that only its address leads to', () => {
  it('is opened below a folder that may not be listed, by an address that was copied elsewhere', async () => {
    const { operator, world } = rig;
    const { page } = operator;
    world.s3.control.setUser({ ...demoUsers.operator, grants: demoUsers.deliveries.grants });
    await operator.openSource('nordlys-media');
    await operator.page.getByText('AccessDenied').first().waitFor();
    await page.keyboard.press('ControlOrMeta+l');
    const address = page.getByRole('textbox', { name: 'Address' });
    await address.waitFor();
    // What a paste does to a field: the text is there at once, without a key for each letter.
    await address.press('ControlOrMeta+a');
    await page.keyboard.insertText('s3://nordlys-media/deliveries/2026-11/');
    await address.press('Enter');
    await operator.row('Nordlys Ep 01').waitFor();
    await rushes.line(/^\d+ listed/).waitFor();
    world.s3.control.setUser(demoUsers.operator);
  });
});
