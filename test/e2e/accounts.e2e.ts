import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoPerson, secondPerson, seedSecond } from '../simulators/pixop/demo.ts';
import type { PixopControl } from '../simulators/pixop/control.ts';
import { startApp, type AppRig } from './support/app-rig.ts';
import { forgetStoredKey, storedKey } from './support/stored-key.ts';

let rig: AppRig;
let second: PixopControl;
beforeEach(async () => {
  await forgetStoredKey();
  rig = await startApp({ settings: { fullIngestionMs: 200, ingestionMs: 100 } });
  second = rig.world.pixop.addAccount(secondPerson, seedSecond);
});
afterEach(async () => {
  await rig.close();
  await forgetStoredKey();
});

const menu = async (item: string): Promise<void> => {
  const { page } = rig.operator;
  await page.getByRole('button', { name: /^Account and team/ }).click();
  await page
    .getByRole('menuitem', { name: item })
    .or(page.getByRole('menuitemradio', { name: item }))
    .click();
};

async function addSecond(): Promise<void> {
  const { page, sheet } = rig.operator;
  await menu('Add account');
  await sheet.getByRole('textbox', { name: 'API key' }).fill(secondPerson.apiKey);
  await sheet.getByRole('button', { name: 'Check and add' }).click();
  await page.getByRole('button', { name: 'Account and team: Bo Lund' }).waitFor();
}

/** Lets the shown account's bucket be read with the profile of this computer. */
async function readBucket(): Promise<void> {
  const { page, sheet } = rig.operator;
  await page.getByRole('button', { name: 'Enter credentials' }).click();
  await sheet.getByText('An AWS profile').click();
  await sheet.getByRole('button', { name: 'Profile' }).click();
  await page.getByRole('option', { name: 'nordlys-demo' }).click();
  await sheet.getByRole('button', { name: 'S3-compatible storage' }).click();
  await sheet.getByRole('textbox', { name: 'Endpoint' }).fill(rig.world.s3.url);
  await sheet.getByText('Path-style addresses').click();
  await sheet.getByRole('button', { name: 'Test and save' }).click();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await rig.operator.row('deliveries').waitFor();
}

/** Queues everything of an episode for the account that is shown. */
async function importEpisode(folder: string): Promise<void> {
  const { operator } = rig;
  await operator.openFolders('deliveries', '2026-11', folder);
  await operator.files.focus();
  await operator.page.keyboard.press('ControlOrMeta+a');
  await operator.page.keyboard.press('Enter');
  await operator.start();
}

const openHistory = async (): Promise<void> => {
  const { page, sheet } = rig.operator;
  await page.getByRole('button', { name: 'History', exact: true }).click();
  await sheet.getByRole('table', { name: 'Imports' }).waitFor();
};
/** By Escape, which is heard once the keyboard is back from a question: also when the button that asked is gone. */
const leaveSettings = async (): Promise<void> => {
  const { page, sheet } = rig.operator;
  await expect.poll(() => sheet.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
};
const accountFilter = () =>
  rig.operator.sheet.getByRole('button', { name: /^(All accounts|\S+@\S+)( Account)?$/ });
/** Resolves when the history shows so many imports. */
const untilFound = (count: number): Promise<void> =>
  rig.operator.sheet.getByRole('status').getByText(`${count} imports`, { exact: true }).waitFor();

/** The rows of an export of what the history shows. */
async function exportCsv(): Promise<readonly string[]> {
  const { page, sheet } = rig.operator;
  await sheet.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const saved = page.getByText(/^Saved as /);
  const path = (await saved.textContent())?.replace('Saved as ', '') ?? '';
  await page
    .getByRole('alertdialog', { name: / exported$/ })
    .getByRole('button', { name: 'Dismiss' })
    .click();
  await saved.waitFor({ state: 'detached' });
  const [, ...rows] = (await readFile(path, 'utf8')).trim().split('\r\n');
  return rows;
}

const madeBy = ({ world }: Pick<PixopControl, 'world'>) =>
  world.ledger
    .entries()
    .filter(({ videoIds }) => videoIds.length > 0)
    .map(({ objectKey, videoIds }) => ({ folder: objectKey.split('/')[2], videos: videoIds.length }));
const foldersOf = (made: ReturnType<typeof madeBy>) => [...new Set(made.map(({ folder }) => folder))];

describe('two accounts', () => {
  it('have a queue each, which goes on under its own key while the other one is shown', async () => {
    const first = rig.world.pixop.control;
    const { page, queue } = rig.operator;
    await rig.operator.row('deliveries').waitFor();
    // The first account's requests are slow, so that its queue is under way when the other one is shown.
    first.faults.requestDelayMs = 300;
    await importEpisode('Nordlys Ep 01');
    await addSecond();
    await page.getByText('Kanal Nord deliveries').first().waitFor();
    await queue.getByText('Drop videos here').waitFor();
    await readBucket();
    await importEpisode('Nordlys Ep 06');
    const ofSecond = (await rig.operator.everyImport()).length;
    await rig.operator.untilDone(ofSecond);

    first.faults.requestDelayMs = 0;
    await menu(demoPerson.email);
    await page.getByRole('button', { name: 'Account and team: Ingrid Nordlys' }).waitFor();
    const ofFirst = await rig.operator.everyImport();
    await rig.operator.untilDone(ofFirst.length);
    expect(foldersOf(madeBy(first))).toEqual(['Nordlys Ep 01']);
    expect(foldersOf(madeBy(second))).toEqual(['Nordlys Ep 06']);
    expect(madeBy(first).map(({ videos }) => videos)).toEqual(ofFirst.map(() => 1));
    expect(madeBy(second)).toHaveLength(ofSecond);
    // No key was ever asked for what is the other one's.
    expect(first.world.ledger.entries().some(({ objectKey }) => objectKey.includes('Ep 06'))).toBe(false);
    expect(second.world.ledger.entries().some(({ objectKey }) => objectKey.includes('Ep 01'))).toBe(false);
  });

  it('have one history, narrowed to one of them by the operator, which a removed account stays in', async () => {
    const { operator } = rig;
    const { page, sheet } = operator;
    await operator.row('deliveries').waitFor();
    await importEpisode('Nordlys Ep 01');
    const ofFirst = (await operator.everyImport()).length;
    await operator.untilDone(ofFirst);
    await openHistory();
    // With one account there is nothing to tell apart.
    await sheet.getByRole('heading', { name: 'History · Simulator' }).waitFor();
    expect(await accountFilter().count()).toBe(0);
    expect(await sheet.getByRole('columnheader', { name: 'Account' }).count()).toBe(0);
    await page.keyboard.press('Escape');

    await addSecond();
    await readBucket();
    await importEpisode('Nordlys Ep 06');
    const ofSecond = (await operator.everyImport()).length;
    await operator.untilDone(ofSecond);
    await openHistory();
    const all = ofFirst + ofSecond;
    await untilFound(all);
    const batches = sheet.getByRole('listbox', { name: 'Batches' }).getByRole('option');
    await expect.poll(() => batches.count()).toBe(3);
    await batches.nth(1).getByText(secondPerson.email).waitFor();
    await batches.nth(2).getByText(demoPerson.email).waitFor();
    const exported = await exportCsv();
    expect(exported).toHaveLength(all);
    const accountsIn = (rows: readonly string[]) => new Set(rows.map((row) => row.split(',').at(-2)));
    expect(accountsIn(exported)).toEqual(new Set([demoPerson.email, secondPerson.email]));

    await accountFilter().click();
    await page.getByRole('option', { name: demoPerson.email, exact: true }).click();
    await untilFound(ofFirst);
    expect(await batches.count()).toBe(2);
    expect(accountsIn(await exportCsv())).toEqual(new Set([demoPerson.email]));
    await sheet.getByRole('searchbox').fill('S01E06');
    await sheet.getByText('No import matches this search.').waitFor();
    await sheet.getByRole('button', { name: 'Show all' }).click();
    await untilFound(all);
    await page.keyboard.press('Escape');

    await menu('API key and accounts');
    await sheet.getByRole('button', { name: 'Remove account' }).click();
    const question = page.getByRole('alertdialog', { name: /^Remove / });
    await question.getByRole('button', { name: 'Remove account' }).click();
    await question.waitFor({ state: 'detached' });
    await leaveSettings();
    await page.getByRole('button', { name: 'Account and team: Ingrid Nordlys' }).waitFor();
    await openHistory();
    await untilFound(all);
    await batches.nth(1).getByText('removed').waitFor();
  });

  it('are there again after a restart, and what waited for the one that is not shown goes on', async () => {
    const { page } = rig.operator;
    await rig.operator.row('deliveries').waitFor();
    await addSecond();
    await readBucket();
    // Nothing of it is answered before its key is refused.
    second.faults.requestDelayMs = 2_000;
    await importEpisode('Nordlys Ep 06');
    second.faults.isKeyRevoked = true;
    const queued = (await rig.operator.everyImport()).length;
    await menu(demoPerson.email);
    await page.getByRole('button', { name: 'Account and team: Ingrid Nordlys' }).waitFor();
    rig.app.main.kill('SIGKILL');
    await rig.app.main.exited;
    second.faults.requestDelayMs = 0;
    second.faults.isKeyRevoked = false;
    expect(second.world.ledger.totals().accepted).toBe(0);

    const next = await rig.launch();
    await next.page.getByRole('button', { name: 'Account and team: Ingrid Nordlys' }).waitFor();
    await expect
      .poll(() => second.world.ledger.totals(), { timeout: 30_000 })
      .toMatchObject({ accepted: queued, doubled: 0 });
    expect(rig.world.pixop.ledger.totals().requests).toBe(0);
    expect(await storedKey('simulator-2')).toBe(secondPerson.apiKey);
    const names = await readdir(rig.world.userDataDir);
    const files = await Promise.all(
      names
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFile(join(rig.world.userDataDir, name), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(2);
    expect(files.join()).not.toContain(secondPerson.apiKey);
  });

  it('are kept apart: no key takes over imports that are open, and no account goes while it has some', async () => {
    const { operator } = rig;
    const { page, sheet, queue } = operator;
    await operator.row('deliveries').waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+P');
    await queue.getByText('You paused it.').waitFor();
    await importEpisode('Nordlys Ep 06');

    await menu('API key and accounts');
    await sheet.getByRole('button', { name: 'Replace key' }).click();
    await sheet.getByRole('textbox', { name: 'API key' }).fill(secondPerson.apiKey);
    await sheet.getByRole('button', { name: 'Check and save' }).click();
    await sheet.getByText('This key belongs to another account').waitFor();
    await page.keyboard.press('Escape');
    expect(second.world.ledger.totals().requests).toBe(0);

    await addSecond();
    await menu(demoPerson.email);
    await page.getByRole('button', { name: 'Account and team: Ingrid Nordlys' }).waitFor();
    await menu('API key and accounts');
    await sheet.getByRole('button', { name: 'Remove account' }).click();
    const question = page.getByRole('alertdialog', { name: /^Remove / });
    await question.getByRole('button', { name: 'Remove account' }).click();
    await question.getByText('Imports of this account are not finished').waitFor();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    await leaveSettings();

    await menu(secondPerson.email);
    await page.getByRole('button', { name: 'Account and team: Bo Lund' }).waitFor();
    await menu('API key and accounts');
    await sheet.getByRole('button', { name: 'Remove account' }).click();
    await question.getByRole('button', { name: 'Remove account' }).click();
    await question.waitFor({ state: 'detached' });
    await leaveSettings();
    await page.getByRole('button', { name: 'Account and team: Ingrid Nordlys' }).waitFor();
    expect(await storedKey('simulator-2')).toBeNull();
    await queue.getByRole('button', { name: 'Resume' }).first().click();
    await operator.untilDone((await operator.everyImport()).length);
    expect(rig.world.pixop.ledger.totals()).toMatchObject({ doubled: 0 });
    expect(second.world.ledger.totals().requests).toBe(0);
  });
});
