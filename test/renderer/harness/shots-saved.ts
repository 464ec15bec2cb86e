import type { Page } from 'playwright-core';
import type { Shot } from './shot-list.ts';

const saved = (page: Page, name: string) =>
  page.getByRole('grid', { name: 'Favourites and saved selections' }).getByRole('row', { name });

const chooseFilters = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByLabel('Size at least').fill('1000');
  await page
    .getByRole('button', { name: /Modified/ })
    .last()
    .click();
  await page.getByRole('option', { name: 'In the last 7 days' }).click();
  await page.getByText('Not imported').click();
  await page.keyboard.press('Escape');
};

const openSheet = async (page: Page): Promise<void> => {
  await page.getByRole('grid', { name: /^Fil(es|er) / }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: /^(Presets|Forudindstillinger)$/ }).click();
};
const choosePreset = async (page: Page, name: string): Promise<void> => {
  await openSheet(page);
  await page.getByRole('menuitemradio', { name }).click();
};

/** What an operator saves: favourites, saved selections, presets. */
export const savedShots: readonly Shot[] = [
  { name: 'saved', scenario: 'saved' },
  { name: 'saved-da', scenario: 'saved', language: 'da' },
  { name: 'saved-many', scenario: 'saved-large' },
  {
    name: 'saved-menu',
    scenario: 'saved',
    act: (page) => saved(page, 'New and large').click({ button: 'right' }),
  },
  {
    name: 'saved-opened',
    scenario: 'saved',
    act: (page) => saved(page, 'New and large').click(),
  },
  {
    name: 'saved-going-on',
    scenario: 'saved-going-on',
    act: (page) => saved(page, 'New and large').click(),
  },
  {
    name: 'saved-bookmarked',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+D');
    },
  },
  {
    name: 'saved-save-view',
    scenario: 'ready',
    act: async (page) => {
      await chooseFilters(page);
      await page.keyboard.press('Control+Shift+S');
    },
  },
  {
    name: 'saved-save-view-da',
    scenario: 'saved',
    language: 'da',
    act: (page) => page.keyboard.press('Control+Shift+S'),
  },
  {
    name: 'saved-name-taken',
    scenario: 'saved',
    act: async (page) => {
      await page.keyboard.press('Control+Shift+S');
      await page.getByRole('textbox', { name: 'Name' }).fill('new and LARGE');
    },
  },
  {
    name: 'saved-remove',
    scenario: 'saved',
    act: async (page) => {
      await saved(page, 'New and large').focus();
      await page.keyboard.press('Delete');
    },
  },
  {
    name: 'saved-palette',
    scenario: 'saved',
    act: async (page) => {
      await page.keyboard.press('Control+K');
      await page.keyboard.type('large');
    },
  },
  { name: 'saved-presets', scenario: 'saved', act: openSheet },
  { name: 'saved-presets-da', scenario: 'saved', language: 'da', act: openSheet },
  {
    name: 'saved-preset-in-use',
    scenario: 'saved',
    act: async (page) => {
      await choosePreset(page, 'Trailers');
      await page.getByRole('textbox', { name: 'Video name' }).fill('{basename} trailer');
    },
  },
  {
    name: 'saved-preset-project-gone',
    scenario: 'saved',
    act: (page) => choosePreset(page, 'Season one'),
  },
  {
    name: 'saved-preset-save',
    scenario: 'saved',
    act: async (page) => {
      await choosePreset(page, 'Trailers');
      await page.getByRole('button', { name: 'Presets', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Save as preset…' }).click();
    },
  },
];
