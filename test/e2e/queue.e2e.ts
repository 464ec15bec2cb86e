import { afterEach, beforeEach, expect, it } from 'vitest';
import { bufferContent } from '../simulators/s3/content.ts';
import type { StoredObject } from '../simulators/s3/model.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

const bucket = 'nordlys-two-days';
/** Room that a menu leaves to what it is of, in CSS pixels. */
const NEAR_PX = 12;
const clip = (key: string, bytes: number): StoredObject => ({
  key,
  content: bufferContent(Buffer.alloc(bytes, key)),
  modifiedMs: Date.UTC(2026, 0, 1),
});

let rig: AppRig;
beforeEach(async () => {
  const objects = [
    ...['take_1', 'take_2', 'take_10'].map((name, index) => clip(`monday/${name}.mov`, 100 * (index + 1))),
    ...['scene_a', 'scene_b'].map((name) => clip(`tuesday/${name}.mov`, 50)),
  ];
  rig = await startApp({
    buckets: [{ name: bucket, objects }],
    settings: { ingestionMs: 20, fullIngestionMs: 20, ingestionSteps: 1 },
  });
  const { page } = rig.operator;
  await page.getByRole('navigation', { name: 'Sources' }).getByText(bucket).first().click();
});
afterEach(() => rig.close());

/** Queues everything in a folder of the bucket as a batch of its own. */
async function importFolder(folder: string, one: string): Promise<void> {
  const { operator } = rig;
  await operator.goToBucket();
  await operator.openFolders(folder);
  await operator.row(one).waitFor();
  await operator.files.focus();
  await operator.page.keyboard.press('ControlOrMeta+a');
  await operator.page.keyboard.press('Enter');
  await operator.start();
}

/** The lines of the grouped list, in order: each heading by how far it is, each import by its name. */
const lines = (): Promise<readonly string[]> =>
  rig.operator.queue
    .getByRole('treegrid')
    .getByRole('row')
    .evaluateAll((rows) =>
      rows
        .toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
        .map((row) =>
          row.getAttribute('aria-level') === '1'
            ? (/\d of \d done/.exec(row.textContent)?.[0] ?? '')
            : (row.querySelector('[data-truncated]')?.getAttribute('data-truncated') ?? ''),
        ),
    );
const names = async (): Promise<readonly string[]> => (await rig.operator.imports()).map(({ name }) => name);
const button = (name: string | RegExp) => rig.operator.queue.getByRole('button', { name });
const choice = (name: string) => rig.operator.page.getByRole('menuitemradio', { name, exact: true });
const item = (name: string) => rig.operator.page.getByRole('menuitem', { name, exact: true });

it('groups the queue by batch, folds and narrows it by keys and mouse, and gives each batch its own remedies', async () => {
  const { operator, world } = rig;
  const { page } = operator;
  Object.assign(world.pixop.control.faults, { copyFailKeys: ['take_2', 'scene_b'] });
  await importFolder('monday', 'take_1');
  await importFolder('tuesday', 'scene_a');
  await expect.poll(() => operator.tabs(), { timeout: 30_000 }).toMatchObject({ Attention: 2, Ended: 3 });

  await button('Group by batch').click();
  await expect
    .poll(lines)
    .toEqual(['2 of 3 done', 'take_1', 'take_10', 'take_2', '1 of 2 done', 'scene_a', 'scene_b']);

  // The keys of a tree: Left goes to the heading and folds, Right unfolds.
  await operator.queue.getByRole('treegrid').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(lines).toEqual(['2 of 3 done', 'take_1', 'take_10', 'take_2', '1 of 2 done']);
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await lines()).length).toBe(7);

  // What is done to a batch is done to that batch only.
  world.pixop.control.clearFaults();
  await button(/^Actions for Batch from/)
    .first()
    .click();
  await item('Restart failed copies (1)').click();
  await expect.poll(lines, { timeout: 30_000 }).toContain('3 of 3 done');
  expect(await lines()).toContain('1 of 2 done');
  await button(/^Actions for Batch from/)
    .last()
    .click();
  await item('Remove finished (1)').click();
  await expect.poll(lines).toEqual(['3 of 3 done', 'take_1', 'take_10', 'take_2', '0 of 1 done', 'scene_b']);

  // One batch only, with what tells so, and the way back.
  await button(/^Actions for Batch from/)
    .first()
    .click();
  await item('Show only this batch').click();
  await expect.poll(lines).toEqual(['3 of 3 done', 'take_1', 'take_10', 'take_2']);
  expect(await operator.tabs()).toMatchObject({ All: 3, Attention: 0, Ended: 3 });
  await button(/^Remove filter: Batch from/).click();
  await expect.poll(async () => (await lines()).length).toBe(6);
});

it('sorts the queue as takes are numbered, searches in any order, and says what is sent first', async () => {
  const { operator } = rig;
  const { page } = operator;
  await operator.queue.page().keyboard.press('ControlOrMeta+Shift+p');
  await importFolder('monday', 'take_1');
  await importFolder('tuesday', 'scene_a');
  await expect.poll(names).toEqual(['take_1', 'take_10', 'take_2', 'scene_a', 'scene_b']);

  await button(/^Sort: Queue order/).click();
  await choice('Name').click();
  await expect.poll(names).toEqual(['scene_a', 'scene_b', 'take_1', 'take_2', 'take_10']);
  await button('Sort: Name, ascending').click();
  // Screen readers are told what the marks show.
  const checked = async (): Promise<readonly string[]> =>
    page.getByRole('menuitemradio', { checked: true }).allTextContents();
  expect(await checked()).toEqual(['Name', 'Ascending']);
  await choice('Descending').click();
  await expect.poll(names).toEqual(['take_10', 'take_2', 'take_1', 'scene_b', 'scene_a']);
  await operator.queue.getByRole('searchbox').fill('TAKE_1');
  await expect.poll(names).toEqual(['take_10', 'take_1']);

  // Nothing moves on the screen when what is sent first is not what is sorted by.
  await operator.jobAction('take_10', 'Send first');
  await page.getByText('1 import is sent first').waitFor();
  await operator.queue.getByRole('searchbox').fill('');
  await button('Sort: Name, descending').click();
  await choice('Queue order').click();
  await expect.poll(names).toEqual(['take_10', 'take_1', 'take_2', 'scene_a', 'scene_b']);
});

it('opens the menu of the current row below that row when a key asks for it, in browser and queue', async () => {
  const { operator } = rig;
  const { page } = operator;
  await importFolder('monday', 'take_1');
  await operator.untilDone(3);
  const list = operator.queue.getByRole('listbox');
  for (const [surface, row] of [
    [list, list.getByRole('option').nth(1)],
    [operator.files, operator.row('take_10')],
  ] as const) {
    await row.click();
    await surface.focus();
    for (const key of ['Shift+F10', 'ContextMenu']) {
      await page.keyboard.press(key);
      const farthest = async (): Promise<number> => {
        const menu = await page.getByRole('menu').boundingBox();
        const box = await row.boundingBox();
        if (menu === null || box === null) return Infinity;
        return Math.max(Math.abs(menu.y - box.y - box.height), Math.abs(menu.x - box.x));
      };
      await expect.poll(farthest).toBeLessThan(NEAR_PX);
      await page.keyboard.press('Escape');
      // The keyboard comes back to the list a frame after the menu is gone.
      await expect.poll(() => surface.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  }
});
