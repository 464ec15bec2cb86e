import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFormat } from '../../src/renderer/text/format.ts';
import { folderKeyspace } from '../simulators/s3/generated-keys.ts';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

const COUNT = 100_000;
const bucket = 'nordlys-archive';
const folder = 'rushes/';
const clips = folderKeyspace(folder, COUNT);
const format = createFormat('en');

let rig: AppRig;
beforeAll(async () => {
  rig = await startApp({ buckets: [{ name: bucket, objects: clips }] });
});
afterEach(() => rig.world.s3.control.clearFaults());
afterAll(() => rig.close());

/** A line below the listing; what is only read out stands beside these. */
const line = (words: string | RegExp) => rig.operator.footer.locator('p').filter({ hasText: words });
/** Bytes of the clips from one place up to, not including, another. */
function bytesOf(from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += clips.objectAt(index).content.sizeBytes;
  return sum;
}
/** What stands below the listing once so many bytes of so many objects are selected. */
const selectedLine = (count: number, bytes: number, of = COUNT): string =>
  `${format.count(count)} of ${format.count(of)} selected · ${format.bytes(bytes)}`;
const untilSelected = async (count: number, bytes: number, of = COUNT): Promise<void> => {
  const selected = line(selectedLine(count, bytes, of));
  await selected.waitFor();
  // The rounded size could be that of another selection.
  expect(await selected.getAttribute('title')).toBe(`${format.exactBytes(bytes)} bytes`);
};
const listed = () => line(`${format.count(COUNT)} listed`);
const untilListed = (): Promise<void> => listed().waitFor();
/** Goes to the first row of the folder, with nothing selected. Where it is listed already, it is not listed again. */
const openRushes = async (): Promise<void> => {
  const { operator } = rig;
  if (!(await listed().isVisible())) await operator.goTo(`s3://${bucket}/${folder}`);
  await untilListed();
  await operator.files.focus();
  await operator.page.keyboard.press('Home');
  await operator.row('C00000001').waitFor();
  await operator.page.keyboard.press('Escape');
  await line('none selected').waitFor();
};
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
    await operator.openSource(bucket);
    await operator.row('rushes').dblclick();
    await operator.row('C00000001').waitFor();
    await line(/^Listing… [\d,]+ so far/).waitFor();
    expect(await operator.files.getAttribute('aria-busy')).toBe('true');
    world.s3.control.clearFaults();
    await untilListed();
    expect(await operator.files.getAttribute('aria-busy')).toBe('false');
    expect(await line(/Listing…|Partial/).count()).toBe(0);
  });

  it('is called partial when its listing is stopped midway, and can be listed whole again', async () => {
    const { operator, world } = rig;
    world.s3.control.faults.pageDelayMs = 300;
    await operator.page.keyboard.press('ControlOrMeta+r');
    await line(/^Listing… [1-9]/).waitFor();
    await operator.footer.getByRole('button', { name: 'Stop listing' }).click();
    await line(/^Partial: [\d,]+ listed, then stopped/).waitFor();
    const partial = await operator.footer.innerText();
    expect(Number(/Partial: ([\d,]+)/.exec(partial)?.[1]?.replaceAll(',', ''))).toBeLessThan(COUNT);
    world.s3.control.clearFaults();
    await operator.footer.getByRole('button', { name: 'List all' }).click();
    await untilListed();
  });

  it('is selected across rows that were never rendered, with the exact count and bytes, and stays so when it is listed again', async () => {
    const { operator } = rig;
    await openRushes();
    await operator.row('C00000003').click();
    await operator.page.keyboard.press('Shift+End');
    await untilSelected(COUNT - 2, bytesOf(2, COUNT));
    await expect.poll(current).toMatchObject({ at: String(COUNT + 1) });
    expect(await operator.files.getByRole('row').count()).toBeLessThan(200);
    await operator.page.keyboard.press('ControlOrMeta+r');
    await line(/^Listing… /).waitFor();
    await untilListed();
    await untilSelected(COUNT - 2, bytesOf(2, COUNT));
  });

  it('leads to a name by its first letters, whichever of its rows are rendered', async () => {
    const { operator } = rig;
    await openRushes();
    await operator.page.keyboard.type('C0009');
    await expect.poll(current).toMatchObject({ at: '90001' });
    expect((await current()).text).toContain('C00090000');
    await untilSelected(1, bytesOf(89_999, 90_000));
  });

  it('gives the batch sheet exactly what matched, after the selection has outlived filter, order and refresh', async () => {
    const { operator } = rig;
    const { page, footer } = operator;
    const matching = 9_999;
    const bytes = bytesOf(0, matching);
    await openRushes();
    await operator.filter('C0000');
    await line(`${format.count(matching)} of ${format.count(COUNT)} shown`).waitFor();
    await footer.getByRole('button', { name: `Select all ${format.count(matching)} matching` }).click();
    await untilSelected(matching, bytes, matching);

    await operator.filter('C00090');
    await line(`(${format.count(matching)} hidden by the filter)`).waitFor();
    await operator.filter('');
    await untilSelected(matching, bytes);
    await operator.files.getByRole('button', { name: 'Size' }).click();
    await operator.files.locator('[aria-sort=descending]').waitFor();
    await untilSelected(matching, bytes);
    await page.keyboard.press('ControlOrMeta+r');
    await line(/^Listing… /).waitFor();
    await untilListed();
    await untilSelected(matching, bytes);

    await footer.getByRole('button', { name: `Import ${format.count(matching)}…` }).click();
    await operator.sheet.getByRole('button', { name: `Import ${format.count(matching)} videos` }).waitFor();
    await page.keyboard.press('Escape');
    await operator.sheet.waitFor({ state: 'detached' });
    await operator.files.getByRole('button', { name: 'Name' }).click();
    await operator.files.locator('[aria-sort=ascending]').waitFor();
  });
});

describe('what a screen reader is told of 100,000', () => {
  /** What came shortly before is said in the same breath. */
  const said = (words: string) =>
    rig.operator.footer.getByRole('status').getByText(words).waitFor({ state: 'attached' });

  it('is the number of all rows, the place of each, and what can be selected and is', async () => {
    const { operator } = rig;
    const { files, page } = operator;
    await openRushes();
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
    await openRushes();
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
    await openRushes();
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

describe('a rectangle over the pictures of 100,000', () => {
  it('selects what it touches, also what was never rendered, lets go of it again, and is called off by Escape', async () => {
    const { operator } = rig;
    const { page } = operator;
    await openRushes();
    await page.getByRole('radio', { name: 'Pictures' }).click();
    await operator.files.getByRole('gridcell').first().waitFor();
    const columns = Number(await operator.files.getAttribute('aria-colcount'));
    const view = await operator.files.boundingBox();
    if (view === null) throw new Error('The pictures are not there.');
    await operator.files.getByRole('gridcell').first().click();
    await untilSelected(1, bytesOf(0, 1));

    const right = view.x + view.width - 16;
    await page.mouse.move(right, view.y + 4);
    await page.mouse.down();
    await page.mouse.move(view.x + 40, view.y + view.height + 300, { steps: 4 });
    // Past the edge the rows go by: hundreds of them are touched and were never all in the window.
    const lastLine = () => operator.files.getByRole('row').last().getAttribute('aria-rowindex').then(Number);
    await expect.poll(lastLine, { timeout: 20_000 }).toBeGreaterThan(60);
    await page.mouse.move(view.x + 40, view.y + view.height / 2);
    const lineBelow = () =>
      page.evaluate(
        ([x, y]) => {
          const cell = document.elementsFromPoint(x, y).find((at) => at.getAttribute('role') === 'gridcell');
          return Number(cell?.parentElement?.getAttribute('aria-rowindex'));
        },
        [view.x + 60, view.y + view.height / 2 - 2] as const,
      );
    const lines = await lineBelow();
    expect(lines).toBeGreaterThan(50);
    await untilSelected(lines * columns, bytesOf(0, lines * columns));

    // One column less on the left, and it is un-selected in every line.
    const second = await operator.files.getByRole('gridcell').nth(1).boundingBox();
    await page.mouse.move((second?.x ?? 0) + 20, view.y + view.height / 2);
    await line(`${format.count(lines * (columns - 1))} of`).waitFor();
    await page.keyboard.press('Escape');
    await untilSelected(1, bytesOf(0, 1));
    await page.mouse.up();
    await untilSelected(1, bytesOf(0, 1));
  });

  it('adds to the selection with Shift, selects nothing by a click, and leaves the drag of a card alone', async () => {
    const { operator } = rig;
    const { page } = operator;
    await page.keyboard.press('Home');
    await untilSelected(1, bytesOf(0, 1));
    const cards = operator.files.getByRole('gridcell');
    const columns = Number(await operator.files.getAttribute('aria-colcount'));
    const [last, below] = await Promise.all([
      cards.nth(columns - 1).boundingBox(),
      cards.nth(2 * columns - 1).boundingBox(),
    ]);
    if (last === null || below === null) throw new Error('The pictures are not there.');
    const beside = last.x + last.width + 4;
    await page.keyboard.down('Shift');
    await page.mouse.move(beside, below.y + below.height / 2);
    await page.mouse.down();
    await page.mouse.move(last.x + 20, last.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const bytes = [0, columns - 1, 2 * columns - 1].reduce((sum, at) => sum + bytesOf(at, at + 1), 0);
    await untilSelected(3, bytes);
    await page.mouse.click(beside, below.y + 20);
    await line('none selected').waitFor();

    // A press on a card is still the beginning of its way to the queue.
    await cards.nth(columns).dragTo(operator.queue, { targetPosition: { x: 120, y: 200 } });
    await operator.sheet.getByRole('button', { name: 'Import 1 video' }).waitFor();
    await page.keyboard.press('Escape');
    await operator.sheet.waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'List' }).click();
    await operator.row('C00000001').waitFor();
  });
});

describe('a place that only its address leads to', () => {
  it('is opened below a folder that may not be listed, by an address that was copied elsewhere', async () => {
    const { operator, world } = rig;
    const { page } = operator;
    world.s3.control.setUser({ ...demoUsers.operator, grants: demoUsers.deliveries.grants });
    await operator.openSource('nordlys-media');
    await operator.page.getByText('AccessDenied').first().waitFor();
    await operator.filter('s3://nordlys-media/deliveries/2026-11/');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+x');
    await page.keyboard.press('ControlOrMeta+l');
    await page.keyboard.press('ControlOrMeta+v');
    await page.keyboard.press('Enter');
    await operator.row('Nordlys Ep 01').waitFor();
    await line(/^\d+ listed/).waitFor();
    world.s3.control.setUser(demoUsers.operator);
  });
});
