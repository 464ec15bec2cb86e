import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp({ settings: { fullIngestionMs: 300, ingestionMs: 100 } });
});
afterEach(() => rig.close());

const row = (name: string) =>
  rig.operator.page.getByRole('grid', { name: 'Input locations' }).getByText(name);

/** Takes a command of a location's menu. */
async function command(location: string, name: string): Promise<void> {
  await row(location).click({ button: 'right' });
  await rig.operator.page.getByRole('menuitem', { name }).click();
}

/** Presses the button that confirms what the dialog asks. */
const confirm = (name: string): Promise<void> =>
  rig.operator.page.getByRole('alertdialog').getByRole('button', { name }).click();

const atPixop = () => rig.world.pixop.control.world.directory.locations.map(({ name }) => name);
const keptHere = (): Promise<string> => readFile(join(rig.world.userDataDir, 'sources.json'), 'utf8');

describe('an input location', () => {
  it('is created, renamed and removed from the app, at Pixop and here', async () => {
    const { operator, world } = rig;
    const { page } = operator;
    await operator.row('deliveries').waitFor();
    await page.getByRole('button', { name: 'Add input location' }).click();
    const { accessKeyId, secretAccessKey } = demoUsers.operator;
    await operator.sheet.getByRole('textbox', { name: 'Name', exact: true }).fill('Second unit');
    await operator.sheet.getByRole('textbox', { name: 'Bucket' }).fill('nordlys-media');
    await operator.sheet.getByRole('textbox', { name: 'Access key ID' }).fill(accessKeyId);
    await operator.sheet.getByRole('textbox', { name: 'Secret access key' }).fill(secretAccessKey);
    await operator.sheet.getByRole('button', { name: 'S3-compatible storage' }).click();
    await operator.sheet.getByRole('textbox', { name: 'Endpoint' }).fill(world.s3.url);
    await operator.sheet.getByText('Path-style addresses').click();
    await operator.sheet.getByRole('button', { name: 'Create' }).click();
    await row('Second unit').waitFor();
    await operator.row('deliveries').waitFor();
    expect(atPixop()).toEqual(['Nordlys media', 'Second unit']);

    await command('Second unit', 'Rename input location');
    await operator.sheet.getByRole('textbox', { name: 'Name' }).fill('Unit two');
    await page.keyboard.press('Enter');
    await row('Unit two').waitFor();
    expect(atPixop()).toEqual(['Nordlys media', 'Unit two']);
    const id = world.pixop.control.world.directory.locations[1]?.id ?? '';
    expect(await keptHere()).toContain(id);

    await operator.openFolders('deliveries');
    await command('Unit two', 'Remove input location');
    await confirm('Remove input location');
    await row('Unit two').waitFor({ state: 'detached' });
    // What was open of it is gone; the browser shows the location that is left, from its top.
    await operator.row('rushes').waitFor();
    expect(atPixop()).toEqual(['Nordlys media']);
    expect(await keptHere()).not.toContain(id);
  });

  it('stays while imports wait for it, and says why', async () => {
    const { operator } = rig;
    const { page, queue } = operator;
    await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 06');
    await page.keyboard.press('ControlOrMeta+Shift+P');
    await queue.getByText('You paused it.').waitFor();
    await operator.files.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Enter');
    await operator.start();
    await command('Nordlys media', 'Remove input location');
    await confirm('Remove input location');
    const refusal = page.getByRole('alertdialog').getByText('Imports still need this input location');
    await refusal.waitFor();
    await page.keyboard.press('Escape');
    expect(atPixop()).toEqual(['Nordlys media']);

    await queue.getByRole('button', { name: 'Resume' }).first().click();
    const queued = Object.values(await operator.tabs())[0] ?? 0;
    await operator.untilDone(queued);
    await command('Nordlys media', 'Remove input location');
    await confirm('Remove input location');
    await page.getByText('No input locations').first().waitFor();
    expect(atPixop()).toEqual([]);
  });
});
