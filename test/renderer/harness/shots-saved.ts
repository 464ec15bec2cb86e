import type { Page } from 'playwright-core';
import type { Shot } from './shot-list.ts';

const saved = (page: Page, name: string) =>
  page.getByRole('grid', { name: 'Saved places and selections' }).getByRole('row', { name });

const chooseFilters = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByLabel('At least (MB)').fill('1000');
  await page
    .getByRole('button', { name: /Modified/ })
    .last()
    .click();
  await page.getByRole('option', { name: 'In the last 7 days' }).click();
  await page.getByText('Not imported').click();
  await page.keyboard.press('Escape');
};

/** What an operator saves: bookmarks, smart selections, presets. */
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
];
