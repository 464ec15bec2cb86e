import type { Page } from 'playwright-core';
import type { Shot } from './shot-list.ts';

/** Drops a file as the system would. */
const drop = (page: Page, name: string): Promise<void> =>
  page.evaluate((fileName) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['takes/1.mov\n'], fileName));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, name);

const find = async (page: Page, name: string): Promise<void> => {
  await drop(page, name);
  await page.getByRole('button', { name: 'Find the files' }).click();
};

/** Lists of objects on their way to a batch. */
export const manifestShots: readonly Shot[] = [
  {
    name: 'manifest-over',
    scenario: 'ready',
    act: (page) =>
      page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['a'], 'delivery.csv'));
        document.body.dispatchEvent(new DragEvent('dragenter', { dataTransfer, bubbles: true }));
      }),
  },
  { name: 'manifest-refused', scenario: 'ready', act: (page) => drop(page, 'A001_C001.mov') },
  { name: 'manifest-choose', scenario: 'ready', act: (page) => drop(page, 'delivery.csv') },
  { name: 'manifest-unknown-bucket', scenario: 'ready', act: (page) => drop(page, 'unknown.csv') },
  { name: 'manifest-looking', scenario: 'ready', act: (page) => find(page, 'slow.csv') },
  {
    name: 'manifest-stopped',
    scenario: 'ready',
    act: async (page) => {
      await find(page, 'slow.csv');
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
    },
  },
  { name: 'manifest-failing', scenario: 'ready', act: (page) => find(page, 'failing.csv') },
  { name: 'manifest-matched', scenario: 'ready', act: (page) => find(page, 'delivery.csv') },
  {
    name: 'manifest-matched-da',
    scenario: 'ready',
    language: 'da',
    act: async (page) => {
      await drop(page, 'levering.csv');
      await page.getByRole('button', { name: 'Find filerne' }).click();
    },
  },
  {
    name: 'manifest-found',
    scenario: 'ready',
    act: async (page) => {
      await find(page, 'delivery.csv');
      await page.getByText('Found 9,810').click();
    },
  },
  { name: 'manifest-clean', scenario: 'ready', act: (page) => find(page, 'clean.csv') },
  { name: 'manifest-projects', scenario: 'ready', act: (page) => drop(page, 'projects.csv') },
  { name: 'manifest-empty', scenario: 'ready', act: (page) => drop(page, 'empty.csv') },
];
