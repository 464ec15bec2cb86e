import type { Page } from 'playwright-core';
import type { Shot } from './shot-list.ts';

const queue = (page: Page) => page.getByRole('region', { name: /^(Queue|Kø)$/ });
const group = (page: Page): Promise<void> =>
  queue(page)
    .getByRole('button', { name: /^(Group by batch|Gruppér efter parti)$/ })
    .click();
const search = (page: Page) => queue(page).getByRole('searchbox');

/** The queue in every state it has. */
export const queueShots: readonly Shot[] = [
  { name: 'queue-one', scenario: 'queue-one' },
  { name: 'queue-running', scenario: 'queue-running' },
  { name: 'queue-running-da', scenario: 'queue-running', language: 'da' },
  { name: 'queue-limit', scenario: 'queue-limit' },
  { name: 'queue-30000', scenario: 'queue-30000' },
  { name: 'queue-paused', scenario: 'queue-paused' },
  { name: 'queue-offline', scenario: 'offline' },
  { name: 'queue-done', scenario: 'queue-done' },
  { name: 'queue-decision', scenario: 'queue-decision' },
  { name: 'queue-clinic', scenario: 'errors' },
  {
    name: 'queue-clinic-folded',
    scenario: 'errors',
    act: (page) => queue(page).getByRole('button', { name: '60 imports need attention' }).click(),
  },
  { name: 'queue-clinic-da', scenario: 'errors', language: 'da' },
  { name: 'queue-grouped', scenario: 'queue-running', act: group },
  { name: 'queue-grouped-da', scenario: 'queue-running', language: 'da', act: group },
  {
    name: 'queue-grouped-scrolled',
    scenario: 'queue-30000',
    act: async (page) => {
      await group(page);
      await queue(page)
        .getByRole('treegrid')
        .evaluate((list) => list.scrollBy(0, 1_234));
    },
  },
  {
    name: 'queue-grouped-collapsed',
    scenario: 'queue-30000',
    act: async (page) => {
      await group(page);
      await queue(page).getByRole('treegrid').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowLeft');
    },
  },
  {
    name: 'queue-grouped-menu',
    scenario: 'errors',
    act: async (page) => {
      await group(page);
      await queue(page)
        .getByRole('button', { name: /^Actions for Batch from/ })
        .first()
        .click();
    },
  },
  {
    name: 'queue-sort',
    scenario: 'queue-running',
    act: (page) =>
      queue(page)
        .getByRole('button', { name: /^Sort:/ })
        .click(),
  },
  {
    name: 'queue-one-batch',
    scenario: 'queue-running',
    act: async (page) => {
      await queue(page).getByRole('option').nth(1).click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Show only this batch' }).click();
    },
  },
  {
    name: 'queue-job-menu',
    scenario: 'queue-running',
    act: async (page) => {
      await queue(page).getByText('Waiting', { exact: false }).first().click();
      await queue(page).getByRole('option').nth(1).click({ button: 'right' });
    },
  },
  {
    name: 'queue-nothing-found',
    scenario: 'queue-running',
    act: (page) => search(page).fill('nothing has this name'),
  },
];
