import type { Page } from 'playwright-core';
import type { Shot } from './shot-list.ts';

const open = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Shift+H');
  await page.getByRole('dialog').waitFor();
};

/** Everything that was ever imported. */
export const historyShots: readonly Shot[] = [
  { name: 'history', scenario: 'queue-done', act: open },
  { name: 'history-da', scenario: 'queue-done', language: 'da', act: open },
  { name: 'history-accounts', scenario: 'several-accounts-busy', act: open },
  { name: 'history-accounts-da', scenario: 'several-accounts-busy', language: 'da', act: open },
  { name: 'history-unread', scenario: 'several-accounts-unread', act: open },
  {
    name: 'history-account',
    scenario: 'several-accounts-busy',
    act: async (page) => {
      await open(page);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /All accounts/ })
        .click();
      await page.getByRole('option', { name: /^archive@nordlys.example/ }).click();
    },
  },
  {
    name: 'history-exported',
    scenario: 'queue-done',
    act: async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: /CSV/ }).click();
      await page.getByText(/^Saved as /).waitFor();
    },
  },
  { name: 'history-empty', scenario: 'ready', act: open },
  {
    name: 'history-nothing',
    scenario: 'queue-done',
    act: async (page) => {
      await open(page);
      await page.getByRole('dialog').getByRole('searchbox').fill('nothing has this name');
    },
  },
  {
    name: 'history-forget',
    scenario: 'queue-done',
    act: async (page) => {
      await open(page);
      await page.getByRole('button', { name: 'Forget old imports…' }).click();
    },
  },
];
