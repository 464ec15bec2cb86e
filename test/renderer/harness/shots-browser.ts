import type { Page } from 'playwright-core';
import type { Shot } from './shot-list.ts';

const table = (page: Page) => page.getByRole('grid', { name: /^Fil(es|er) / });
const row = (page: Page, name: string) => table(page).getByRole('row', { name });
const filter = (page: Page) => page.getByLabel('Filter by name');

const showPictures = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: /^(Pictures|Billeder)$/ }).click();
  await table(page).getByRole('gridcell').first().waitFor();
};
const quickLook = async (page: Page): Promise<void> => {
  await showPictures(page);
  await table(page).getByRole('gridcell').filter({ hasText: 'A002_C001' }).click();
  await page.keyboard.press('Space');
  await page
    .getByRole('dialog')
    .getByText(/^(Size|Størrelse)$/)
    .waitFor();
};
/** Draws a rectangle from the right of one card over to another, and holds it. */
const draw = async (page: Page, from: number, to: number): Promise<void> => {
  const cards = table(page).getByRole('gridcell');
  const [start, end] = await Promise.all([cards.nth(from).boundingBox(), cards.nth(to).boundingBox()]);
  if (start === null || end === null) throw new Error('The pictures are not there.');
  await page.mouse.move(start.x + start.width + 4, start.y + 30);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
};

/** The browser in every state it has. */
export const browserShots: readonly Shot[] = [
  { name: 'browser', scenario: 'ready' },
  { name: 'browser-da', scenario: 'ready', language: 'da' },
  {
    name: 'browser-selected',
    scenario: 'ready',
    act: async (page) => {
      await row(page, 'A001_C000').click();
      await row(page, 'A001_C008').click({ modifiers: ['Shift'] });
      await row(page, 'A003_C010').click({ modifiers: ['Control'] });
    },
  },
  {
    name: 'browser-hidden-selected',
    scenario: 'ready',
    act: async (page) => {
      await table(page).focus();
      await page.keyboard.press('Control+A');
      await filter(page).fill('A001');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'browser-all-files',
    scenario: 'ready',
    act: async (page) => {
      await page.getByText('Videos only').click();
      await table(page).focus();
      await page.keyboard.press('End');
    },
  },
  {
    name: 'browser-deep',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+L');
      await page.keyboard.type(
        's3://nordlys-camera-masters/2026/season two/2026-10 Reykjavik unit/day 12/camera B/originals/',
      );
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'browser-address-wrong',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+L');
      await page.keyboard.type('s3://another-bucket/day 12/');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'browser-address-nowhere',
    scenario: 'listing-empty',
    act: async (page) => {
      await page.keyboard.press('Control+L');
      await page.keyboard.type('day 12/clip');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'browser-address-hostile',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+L');
      await page.keyboard.insertText('s3://nordlys-camera-masters/in\u202Evoice/take/');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
      await page.keyboard.press('Control+L');
    },
  },
  {
    name: 'browser-partial-batch',
    scenario: 'listing-going-on',
    act: async (page) => {
      await table(page).focus();
      await page.keyboard.press('Control+A');
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Import/ })
        .click();
    },
  },
  {
    name: 'browser-regex-wrong',
    scenario: 'ready',
    act: async (page) => {
      await page.getByRole('button', { name: /Filter type/ }).click();
      await page.getByRole('menuitemradio', { name: 'Regex' }).click();
      await filter(page).fill('A00[');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'browser-filters',
    scenario: 'ready',
    act: async (page) => {
      await page.getByRole('button', { name: 'More filters' }).click();
      await page.getByLabel('Size at least').fill('10000');
      await page.getByText('Not imported').click();
      await page.getByText('DEEP_ARCHIVE').click();
    },
  },
  {
    name: 'browser-chips',
    scenario: 'ready',
    act: async (page) => {
      await page.getByRole('button', { name: 'More filters' }).click();
      await page.getByLabel('Size at least').fill('10000');
      await page.getByText('Not imported').click();
      await page.keyboard.press('Escape');
      // Back on the button, its tooltip would be in the picture.
      await table(page).focus();
    },
  },
  {
    name: 'browser-no-match',
    scenario: 'ready',
    act: async (page) => {
      await filter(page).fill('nothing has this name');
      await page.waitForTimeout(300);
    },
  },
  { name: 'browser-grid', scenario: 'ready', act: showPictures },
  { name: 'browser-grid-da', scenario: 'ready', language: 'da', act: showPictures },
  { name: 'previews-denied', scenario: 'previews-denied', act: showPictures },
  { name: 'previews-denied-quick-look', scenario: 'previews-denied', act: quickLook },
  { name: 'previews-denied-quick-look-da', scenario: 'previews-denied', language: 'da', act: quickLook },
  { name: 'previews-spent', scenario: 'previews-spent', act: showPictures },
  { name: 'previews-spent-quick-look', scenario: 'previews-spent', act: quickLook },
  {
    name: 'browser-marquee',
    scenario: 'ready',
    act: async (page) => {
      await showPictures(page);
      await draw(page, 2, 10);
    },
  },
  {
    name: 'browser-list-marquee',
    scenario: 'listing-documents',
    act: async (page) => {
      await page.getByText('Videos only').click();
      const last = await row(page, 'report-9.pdf').boundingBox();
      if (last === null) throw new Error('The list is not there.');
      await page.mouse.move(last.x + 400, last.y + 120);
      await page.mouse.down();
      await page.mouse.move(last.x + 60, last.y - 80, { steps: 4 });
    },
  },
  { name: 'browser-documents', scenario: 'listing-documents' },
  { name: 'browser-empty', scenario: 'listing-empty' },
  { name: 'browser-hostile', scenario: 'listing-hostile' },
  { name: 'browser-archived', scenario: 'listing-archived' },
  { name: 'browser-listing', scenario: 'listing-going-on' },
  {
    name: 'browser-stopped',
    scenario: 'listing-going-on',
    act: (page) => page.getByRole('button', { name: 'Stop listing' }).first().click(),
  },
  { name: 'browser-failing', scenario: 'listing-failing' },
  { name: 'browser-forbidden', scenario: 'listing-forbidden' },
  { name: 'browser-no-source', scenario: 'no-sources' },
  {
    name: 'browser-no-credentials',
    scenario: 'ready',
    act: (page) => page.getByRole('row', { name: 'Archive scans' }).click(),
  },
  {
    name: 'browser-million',
    scenario: 'listing-large',
    act: async (page) => {
      await table(page).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Control+A');
      await page.waitForTimeout(1_500);
    },
  },
];
