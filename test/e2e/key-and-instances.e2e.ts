import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoPerson } from '../simulators/pixop/demo.ts';
import { launchApp } from './launch-app.ts';
import { startApp, type AppRig } from './support/app-rig.ts';
import { forgetStoredKey, storedKey } from './support/stored-key.ts';

let rig: AppRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

/** Notes every alert that comes up from now on; answers their words. */
async function watchAlerts(page: Page): Promise<() => Promise<readonly string[]>> {
  const seen = await page.evaluateHandle(() => {
    const words: string[] = [];
    const isAlert = (node: Node): node is Element => node instanceof Element && node.matches('[role=alert]');
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        const inside = node instanceof Element ? [...node.querySelectorAll('[role=alert]')] : [];
        for (const alert of [node, ...inside]) if (isAlert(alert)) words.push(alert.textContent ?? '');
      }
    }).observe(document.body, { childList: true, subtree: true });
    return words;
  });
  return () => seen.evaluate((words) => words);
}

describe('a key that is revoked in mid-run', () => {
  it('pauses the run with one prompt, and every video arrives once after it is entered again', async () => {
    rig = await startApp({ settings: { fullIngestionMs: 400 } });
    const { operator, world, made } = rig;
    const { page, queue } = operator;
    const { control, ledger } = world.pixop;
    control.faults.requestDelayMs = 400;
    await operator.openFolders('rushes', 'A002');
    const alerts = await watchAlerts(page);
    await operator.files.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Enter');
    await operator.start();
    await expect.poll(() => ledger.totals().accepted, { timeout: 20_000, interval: 10 }).toBeGreaterThan(1);
    control.faults.isKeyRevoked = true;

    await queue.getByText('Sending is paused').waitFor();
    await queue
      .getByText('Pixop did not accept the API key. Sending resumes when you enter a valid one')
      .waitFor();
    const enter = page.getByRole('button', { name: 'Enter a key' });
    await enter.waitFor();
    // Browsing goes on, for it needs no Pixop; going through the bucket brings up no second prompt.
    await operator.goToBucket();
    await operator.openFolders('deliveries', '2026-11');
    expect(await alerts()).toEqual([expect.stringMatching(/^Pixop did not accept this key.*Enter a key$/)]);
    expect(await enter.count()).toBe(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
    const states = new Set((await operator.imports()).map(({ state }) => state));
    expect([...states].filter((state) => ['Failed', 'Not accepted'].includes(state))).toEqual([]);
    expect(states).toContain('Waiting');
    const { accepted } = ledger.totals();
    expect(accepted).toBeLessThan(9);

    // Wrong once more: it says so in place, and the run stays paused.
    await enter.click();
    await operator.sheet.getByRole('textbox', { name: 'API key' }).fill(demoPerson.apiKey);
    await operator.sheet.getByRole('button', { name: 'Check and save' }).click();
    await operator.sheet.getByText('Pixop did not accept this key').waitFor();
    expect(ledger.totals().accepted).toBe(accepted);

    control.clearFaults();
    await operator.sheet.getByRole('button', { name: 'Check and save' }).click();
    await operator.sheet.getByText('Accepted by Pixop.').waitFor();
    await page.keyboard.press('Escape');
    await operator.untilDone(9);
    expect(await page.getByText('Pixop did not accept this key').count()).toBe(0);
    expect(Object.values(made())).toEqual(Array.from({ length: 9 }, () => 1));
  });
});

describe('a key that is stored', () => {
  beforeEach(forgetStoredKey);
  afterEach(forgetStoredKey);

  it('is in the keychain and in no file, and the next start is connected without asking', async () => {
    rig = await startApp({ isFresh: true });
    const { page } = rig.operator;
    await page.getByRole('textbox', { name: 'API key' }).fill(demoPerson.apiKey);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('Connected as Ingrid Nordlys').waitFor();
    await page.getByRole('button', { name: 'Set up later' }).click();
    await page.getByText('Nordlys media').first().waitFor();
    await rig.app.close();

    const { page: next } = await rig.launch();
    await next.getByRole('button', { name: 'Account and team: Ingrid Nordlys' }).waitFor();
    await next.getByText('Nordlys media').first().waitFor();
    expect(await next.getByText(/^Step \d of \d$/).count()).toBe(0);
    await rig.app.close();

    expect(await storedKey()).toBe(demoPerson.apiKey);
    const files = await filesBelow(rig.world.userDataDir);
    expect(files.map(({ path }) => path)).toContain(join(rig.world.userDataDir, 'settings.json'));
    expect(files.filter(({ bytes }) => holdsKey(bytes)).map(({ path }) => path)).toEqual([]);
  });
});

describe('a second start', () => {
  it('ends by itself with 0 and brings the first window to the front', async () => {
    rig = await startApp();
    const { app, world, operator } = rig;
    await operator.row('deliveries').waitFor();
    const before = app.focusedTimes();
    const second = launchApp({ userDataDir: world.userDataDir, env: world.env });
    await expect(second).rejects.toThrow('ended with 0');
    if (app.host === 'chromium') await expect.poll(app.focusedTimes).toBeGreaterThan(before);
    expect(await operator.row('deliveries').isVisible()).toBe(true);
  });
});

async function filesBelow(folder: string): Promise<readonly { path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path, bytes: await readFile(path) };
      }),
  );
}

/** As it is, in UTF-16 as browsers store text, and in base64 at each of the three places where it can begin. */
function holdsKey(bytes: Buffer): boolean {
  const key = Buffer.from(demoPerson.apiKey);
  const inBase64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), key]).toString('base64');
    // The first and the last characters depend on what stands beside the key.
    return text.slice(offset === 0 ? 0 : offset + 1, -4);
  });
  return [key, Buffer.from(demoPerson.apiKey, 'utf16le'), ...inBase64].some((form) => bytes.includes(form));
}
