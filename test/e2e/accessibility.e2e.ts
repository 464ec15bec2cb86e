import { describe, expect, it } from 'vitest';
import { tours } from '../demo/screens/tours.ts';
import { walk } from '../demo/screens/walk.ts';
import { startApp } from './support/app-rig.ts';
import { startScreenCheck } from './support/screen-check.ts';

const size = { width: 1280, height: 800 } as const;
const folder = ['deliveries', '2026-11', 'Nordlys Ep 04'] as const;
const master = 'Nordlys_S01E04_MASTER_ProRes.mov';

describe('every screen of the built app, in light and in dark', () => {
  it.concurrent.each(tours)('breaks no rule of axe $title', async (tour) => {
    let found: readonly string[] = ['No screen was looked at.'];
    await walk(tour, size, async (page) => {
      const { check, problems } = await startScreenCheck(page);
      found = problems;
      return check;
    });
    expect(found).toEqual([]);
  });

  it.concurrent(
    'breaks none in Danish, nor when dark was chosen while the system is light',
    async ({ onTestFinished }) => {
      const rig = await startApp({ chosen: { language: 'da', appearance: 'dark' } });
      onTestFinished(rig.close);
      const { page, sheet } = rig.operator;
      const { check, problems } = await startScreenCheck(page);
      const files = page.getByRole('grid', { name: /^Filer i/ });
      await files.getByRole('row').nth(1).waitFor();
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
      await check('da-browser');
      await files.focus();
      for (const [name, key] of [
        ['da-settings', 'ControlOrMeta+,'],
        ['da-palette', 'ControlOrMeta+k'],
        ['da-shortcuts', '?'],
        ['da-history', 'ControlOrMeta+Shift+h'],
      ] as const) {
        await page.keyboard.press(key);
        await sheet.waitFor();
        await check(name);
        await page.keyboard.press('Escape');
        await sheet.waitFor({ state: 'detached' });
      }
      await page.keyboard.press('ControlOrMeta+l');
      await page.keyboard.insertText(`s3://nordlys-media/${folder.join('/')}/`);
      await page.keyboard.press('Enter');
      await files.getByText(master).waitFor();
      await files.focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Enter');
      await sheet.waitFor();
      await check('da-batch-sheet');
      expect(problems).toEqual([]);
    },
  );
});
