import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoPerson } from '../simulators/pixop/demo.ts';
import { bufferContent } from '../simulators/s3/content.ts';
import type { StoredObject } from '../simulators/s3/model.ts';
import { demoUsers } from '../simulators/s3/seed.ts';
import { forgetStoredKey } from './support/stored-key.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig | undefined;
beforeEach(forgetStoredKey);
afterEach(async () => {
  await rig?.close();
  await forgetStoredKey();
});

const fast = {
  limitPerMinute: 1_000_000,
  maxCopies: 64,
  ingestionMs: 20,
  fullIngestionMs: 20,
  ingestionSteps: 1,
};
const old = Date.UTC(2026, 0, 1);
const object = (key: string, text = key, more: Partial<StoredObject> = {}): StoredObject => ({
  key,
  content: bufferContent(Buffer.from(text)),
  modifiedMs: old,
  ...more,
});

it('imports a batch of 500 under the names of its template, and nothing that the preflight left out', async () => {
  const bucket = 'nordlys-dailies';
  const good = Array.from({ length: 500 }, (_, index) =>
    object(`Day 4/take ${String(index + 1).padStart(3, '0')}.mov`),
  );
  // Told of, but imported: it may be what the operator has just been waiting for.
  const fresh = object('Day 4/fresh.mov', 'fresh', { modifiedMs: Date.now() });
  const bad = [
    object('Day 4/empty.mov', ''),
    object('Day 4/cold.mov', 'cold', { storageClass: 'DEEP_ARCHIVE' }),
    object('Day 4/._take 001.mov'),
  ];
  rig = await startApp({ buckets: [{ name: bucket, objects: [...good, fresh, ...bad] }], settings: fast });
  const { operator, world } = rig;
  const { page, sheet } = operator;
  await page.getByRole('navigation', { name: 'Sources' }).getByText(bucket).first().click();
  await operator.openFolders('Day 4');
  await operator.row('take 001').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Enter');

  await sheet.getByRole('textbox', { name: 'Video name' }).fill('{folder} – {basename} #{n}');
  await sheet.getByText('Day 4 – take 001 #', { exact: false }).first().waitFor();
  for (const finding of ['doesn’t look like a video', 'written in the last five minutes'])
    await sheet.getByText(finding).first().waitFor();
  await sheet.getByRole('button', { name: 'Import 501 videos' }).waitFor();
  await operator.start();
  await operator.queue.getByText('501 of 501 done').waitFor({ timeout: 60_000 });

  expect(new Set(Object.keys(rig.made()))).toEqual(new Set([...good, fresh].map(({ key }) => key)));
  const { ledger, control } = world.pixop;
  expect(ledger.totals()).toMatchObject({ accepted: 501, videos: 501, doubled: 0 });
  const names = ledger.entries().map(({ videoIds }) => control.world.video(videoIds[0] ?? '').name);
  expect(new Set(names).size).toBe(501);
  for (const name of names) expect(name).toMatch(/^Day 4 – (take \d{3}|fresh) #\d{1,3}$/);
});

it('starts with the letter that was typed last, however soon Enter follows', async () => {
  rig = await startApp({ settings: fast });
  const { operator, world } = rig;
  await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
  await operator.row('Nordlys_S01E01_MASTER_ProRes.mov').click();
  await operator.page.keyboard.press('Enter');
  await operator.sheet.getByRole('button', { name: 'Import 1 video' }).waitFor();
  await operator.sheet.getByRole('textbox', { name: 'Video name' }).evaluate((field) => {
    if (!(field instanceof HTMLInputElement)) throw new Error('The template is typed elsewhere');
    // Both in one task: nothing has been rendered in between.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, '{basename} B');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form?.requestSubmit();
  });
  await operator.untilDone(1);
  const { ledger, control } = world.pixop;
  const names = ledger.entries().map(({ videoIds }) => control.world.video(videoIds[0] ?? '').name);
  expect(names).toEqual(['Nordlys_S01E01_MASTER_ProRes B']);
});

it('sends nothing while it is paused, and first what the operator put first', async () => {
  rig = await startApp({ settings: fast });
  const { operator, world } = rig;
  const { page, queue } = operator;
  await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await queue.getByText('You paused it.').waitFor();
  await operator.row('Nordlys_S01E01_MASTER_ProRes.mov').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Enter');
  await operator.start();
  await queue.getByText(/^0 of \d+ done$/).waitFor();
  const shown = (await operator.everyImport()).map(({ name }) => name);
  expect(shown.length).toBeGreaterThan(2);
  expect(world.pixop.ledger.totals().accepted).toBe(0);

  const last = shown.at(-1) ?? '';
  await operator.jobAction(last, 'Send first');
  await expect.poll(async () => (await operator.everyImport())[0]?.name).toBe(last);
  await queue.getByRole('button', { name: 'Resume' }).click();
  await operator.untilDone(shown.length);
  const { ledger, control } = world.pixop;
  const [first] = ledger.entries();
  expect(control.world.video(first?.videoIds[0] ?? '').name).toBe(last);
  expect(ledger.totals()).toMatchObject({ accepted: shown.length, doubled: 0 });
});

it('speaks Danish on every screen when it is told to, with the numbers and the menu, and after a restart', async () => {
  rig = await startApp({ settings: fast });
  const { page, sheet } = rig.operator;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await sheet.getByRole('button', { name: /^(Match system )?Language|Language/ }).click();
  await page.getByRole('option', { name: 'Dansk' }).click();
  await sheet.getByText('Indstillinger', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  for (const word of ['Kilder', 'Slip videoer her'])
    await page.getByText(word, { exact: true }).first().waitFor();
  await rig.app.close();

  const { page: again } = await rig.launch();
  await again.getByText('Kilder', { exact: true }).first().waitFor();
  expect(await again.locator('html').getAttribute('lang')).toBe('da');
  const english = ['Sources', 'Drop videos here', 'Select all', 'Everything below', 'Filter by name'];
  const text = await again.locator('body').innerText();
  for (const word of english) expect(text).not.toContain(word);
});

it('leads from the first start to a finished import by the keyboard alone', async () => {
  rig = await startApp({ isFresh: true, settings: fast });
  const { operator, world } = rig;
  const { page, queue } = operator;
  const { keyboard } = page;
  /** Presses a key until what has the focus is called so. */
  const walkTo = async (name: RegExp, key = 'Tab'): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const labelled = element?.getAttribute('aria-labelledby')?.split(' ') ?? [];
        const labels = [
          ...labelled.map((id) => document.getElementById(id)),
          ...(element instanceof HTMLInputElement ? (element.labels ?? []) : []),
        ];
        const words = [
          element?.getAttribute('aria-label'),
          ...labels.map((label) => label?.textContent),
          element?.textContent,
        ];
        return words.filter((word) => word !== null && word !== undefined && word !== '').join(' ');
      });
      if (name.test(focused)) return;
      await keyboard.press(key);
    }
    throw new Error(`Nothing that is called ${String(name)} got the focus.`);
  };

  await page.getByText('Step 1 of 2').waitFor();
  await walkTo(/API key/);
  await keyboard.type(demoPerson.apiKey);
  await keyboard.press('Enter');
  await page.getByText('Connected as Ingrid Nordlys').waitFor();
  await walkTo(/^Continue/);
  await keyboard.press('Enter');

  await page.getByText('Step 2 of 2').waitFor();
  const { accessKeyId, secretAccessKey } = demoUsers.operator;
  await walkTo(/AWS profile|Access keys|Default/);
  await walkTo(/^Access keys|Access keys/, 'ArrowDown');
  await walkTo(/Access key ID/);
  await keyboard.type(accessKeyId);
  await walkTo(/Secret access key/);
  await keyboard.type(secretAccessKey);
  await walkTo(/S3-compatible storage/);
  await keyboard.press('Enter');
  await walkTo(/Endpoint/);
  await keyboard.type(world.s3.url);
  await walkTo(/Path-style/);
  await keyboard.press('Space');
  await walkTo(/^Test and save/);
  await keyboard.press('Enter');
  await page.getByText('The bucket nordlys-media can be browsed').waitFor();
  await walkTo(/^Open the bucket/);
  await keyboard.press('Enter');

  await operator.row('deliveries').waitFor();
  await keyboard.press('ControlOrMeta+2');
  for (const name of ['deliveries', '2026-11', 'Nordlys Ep 01']) {
    await operator.row(name).waitFor();
    await keyboard.type(name);
    await expect
      .poll(() =>
        page
          .locator('[aria-activedescendant], :focus')
          .first()
          .evaluate((element) => {
            const id = element.getAttribute('aria-activedescendant');
            return (id === null ? element : document.getElementById(id))?.textContent ?? '';
          }),
      )
      .toContain(name);
    await keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Folder' }).getByText(name, { exact: true }).waitFor();
    await operator.files.and(page.locator('[aria-busy=false]')).waitFor();
  }
  await keyboard.type('Nordlys_S01E01_MASTER');
  await keyboard.press('ControlOrMeta+Enter');
  await operator.sheet.getByRole('button', { name: 'Import 1 video' }).waitFor();
  await keyboard.press('Enter');
  await operator.untilDone(1);
  await queue.getByText('1 of 1 done').waitFor();
  expect(world.pixop.ledger.totals()).toMatchObject({ accepted: 1, videos: 1, doubled: 0 });
});
