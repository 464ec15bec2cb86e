import { readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { bufferContent } from '../simulators/s3/content.ts';
import type { StoredObject } from '../simulators/s3/model.ts';
import { startApp, type AppRig } from './support/app-rig.ts';
import { dropList } from './support/drop-list.ts';

let rig: AppRig | undefined;
afterEach(() => rig?.close());

const bucket = 'nordlys-takes';
const LINES = 10_000;
const MISSING = 150;
const TWICE = 40;
const ELSEWHERE = 10;
const UNREADABLE = 2;
/** Every so many objects one is gone when Pixop comes for it. */
const GONE_EVERY = 400;
const TAKES = LINES - MISSING - TWICE - ELSEWHERE;

const keyOf = (index: number): string =>
  `dailies/day ${index % 7}/take_${String(index).padStart(5, '0')}.mov`;
const takes: readonly StoredObject[] = Array.from({ length: TAKES }, (_, index) => ({
  key: keyOf(index),
  content: bufferContent(Buffer.from(`take ${index}`)),
  modifiedMs: Date.UTC(2026, 0, 1) + index,
}));

/** A list as a spreadsheet writes it: a name for some, and lines that lead nowhere. */
function list(): string {
  const lines = [
    ...takes.map(({ key }, index) => `${bucket},${key},${index % 1_000 === 0 ? `Take no. ${index}` : ''}`),
    ...Array.from({ length: MISSING }, (_, index) => `${bucket},dailies/lost_${index}.mov,`),
    ...Array.from({ length: TWICE }, (_, index) => `${bucket},${keyOf(index * 3)},Again`),
    ...Array.from({ length: ELSEWHERE }, (_, index) => `another-bucket,reels/${index}.mov,`),
    ...Array.from({ length: UNREADABLE }, () => `${bucket},,Nameless`),
  ];
  return `bucket;key;name;project\n${lines.join(',Dailies\n').replaceAll(',', ';')}\n`;
}

it('takes a list of 10,000 lines from a drop to Pixop, and what failed of it from the export back', async () => {
  rig = await startApp({
    buckets: [{ name: bucket, objects: takes }],
    settings: {
      limitPerMinute: 1_000_000,
      maxCopies: 64,
      ingestionMs: 20,
      fullIngestionMs: 20,
      ingestionSteps: 1,
    },
  });
  const { operator, world } = rig;
  const { page } = operator;
  await page.getByRole('navigation', { name: 'Sources' }).getByText(bucket).first().waitFor();

  await dropList(page, 'clip.mov', 'not a list');
  await page.getByText('Only a list can be dropped here').waitFor();
  await dropList(page, 'delivery.csv', list());
  const sheet = operator.sheet;
  await sheet.getByRole('button', { name: 'Continue with 9,800 files' }).waitFor();
  for (const tab of ['Found 9,800', 'Missing 150', 'Listed twice 40', 'Other bucket 10', 'Unreadable 2'])
    await sheet.getByText(tab, { exact: true }).waitFor();
  await sheet.getByText('Listed twice 40', { exact: true }).click();
  await sheet.getByText('First on line 2', { exact: true }).waitFor();
  await sheet.getByRole('button', { name: 'Continue with 9,800 files' }).click();
  await sheet.getByText('Take no. 0', { exact: true }).waitFor();

  // Pixop has no project of the name in the list yet.
  expect(await sheet.getByLabel('Name of the new project').inputValue()).toBe('Dailies');
  await sheet.getByRole('button', { name: 'Create' }).click();
  const project = sheet.getByRole('button', { name: /Dailies.*Project|Project.*Dailies/ });
  await project.waitFor();

  // Between the check and the import somebody moves some of the files.
  const store = world.s3.control.objects(bucket);
  const gone = takes.filter((_, index) => index % GONE_EVERY === GONE_EVERY - 1);
  for (const { key } of gone) store.remove(key);
  await operator.start();
  const done = (count: string) => operator.queue.getByText(`${count} done`);
  await done('9,776 of 9,800').waitFor({ timeout: 120_000 });
  expect(await operator.tabs()).toMatchObject({ Attention: gone.length, Ended: TAKES - gone.length });

  for (const object of gone) store.put(object);
  await operator.queue.getByRole('button', { name: 'Export failed only (CSV)…' }).click();
  const saved = await page.getByText(/^Saved as .*Drop the file/).textContent();
  const path = /^Saved as (.*)\. Drop the file/.exec(saved ?? '')?.[1] ?? '';
  await operator.queue.getByRole('button', { name: 'More for the queue' }).click();
  await page.getByRole('menuitem', { name: 'Remove finished' }).click();

  await dropList(page, 'failed.csv', await readFile(path, 'utf8'));
  await sheet.getByRole('button', { name: `Continue with ${gone.length} files` }).click();
  await project.waitFor();
  await operator.start();
  // What was refused has made way for its second import: nothing is left to be imported twice.
  await done(`${gone.length} of ${gone.length}`).waitFor({ timeout: 30_000 });

  const { ledger } = world.pixop;
  expect(ledger.totals()).toMatchObject({ accepted: TAKES, videos: TAKES, doubled: 0 });
  expect(new Set(Object.keys(rig.made()))).toEqual(new Set(takes.map(({ key }) => key)));
});
