import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';
import { bytesOf, format, rushesBucket, rushesIn, type Rushes } from './support/rushes.ts';

let rig: AppRig;
let rushes: Rushes;
beforeAll(async () => {
  rig = await startApp({ buckets: [rushesBucket] });
  rushes = rushesIn(rig);
  await rig.operator.openSource(rushesBucket.name);
  await rig.operator.row('rushes').waitFor();
});
afterAll(() => rig.close());

describe('a rectangle over the pictures of 100,000', () => {
  it('selects what it touches, also what was never rendered, lets go of it again, and is called off by Escape', async () => {
    const { operator } = rig;
    const { page } = operator;
    await rushes.open();
    await page.getByRole('radio', { name: 'Pictures' }).click();
    await operator.files.getByRole('gridcell').first().waitFor();
    const columns = Number(await operator.files.getAttribute('aria-colcount'));
    const view = await operator.files.boundingBox();
    if (view === null) throw new Error('The pictures are not there.');
    await operator.files.getByRole('gridcell').first().click();
    await rushes.untilSelected(1, bytesOf(0, 1));

    const right = view.x + view.width - 16;
    await page.mouse.move(right, view.y + 4);
    await page.mouse.down();
    await page.mouse.move(view.x + 40, view.y + view.height + 300, { steps: 4 });
    // Past the edge the rows go by: hundreds of them are touched and were never all in the window.
    const lastLine = () => operator.files.getByRole('row').last().getAttribute('aria-rowindex').then(Number);
    await expect.poll(lastLine, { timeout: 20_000 }).toBeGreaterThan(60);
    await page.mouse.move(view.x + 40, view.y + view.height / 2);
    // The last line whose cards begin above the rectangle's lower edge, which may lie between two lines.
    const lineAbove = () =>
      operator.files.getByRole('gridcell').evaluateAll(
        (cards, edge) => {
          const touched = cards.filter((card) => card.getBoundingClientRect().top < edge);
          return Number(touched.at(-1)?.parentElement?.getAttribute('aria-rowindex'));
        },
        view.y + view.height / 2,
      );
    let lines = 0;
    await expect
      .poll(async () => {
        const before = lines;
        lines = await lineAbove();
        return lines === before;
      })
      .toBe(true);
    expect(lines).toBeGreaterThan(50);
    await rushes.untilSelected(lines * columns, bytesOf(0, lines * columns));

    // One column less on the left, and it is un-selected in every line.
    const second = await operator.files.getByRole('gridcell').nth(1).boundingBox();
    await page.mouse.move((second?.x ?? 0) + 20, view.y + view.height / 2);
    await rushes.line(`${format.count(lines * (columns - 1))} of`).waitFor();
    await page.keyboard.press('Escape');
    await rushes.untilSelected(1, bytesOf(0, 1));
    await page.mouse.up();
    await rushes.untilSelected(1, bytesOf(0, 1));
  });

  it('adds to the selection with Shift, selects nothing by a click, and leaves the drag of a card alone', async () => {
    const { operator } = rig;
    const { page } = operator;
    await page.keyboard.press('Home');
    await rushes.untilSelected(1, bytesOf(0, 1));
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
    await rushes.untilSelected(3, bytes);
    await page.mouse.click(beside, below.y + 20);
    await rushes.line('none selected').waitFor();

    // A press on a card is still the beginning of its way to the queue.
    await cards.nth(columns).dragTo(operator.queue, { targetPosition: { x: 120, y: 200 } });
    await operator.sheet.getByRole('button', { name: 'Import 1 video' }).waitFor();
    await page.keyboard.press('Escape');
    await operator.sheet.waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'List' }).click();
    await operator.row('C00000001').waitFor();
  });
});
