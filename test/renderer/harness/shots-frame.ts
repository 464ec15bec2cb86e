import type { Page } from 'playwright-core';
import type { Shot } from './shot-list.ts';

const connect = async (page: Page, key: string): Promise<void> => {
  await page.getByLabel('API key', { exact: true }).fill(key);
  await page.getByRole('button', { name: 'Connect' }).click();
};

const chooseKeys = async (page: Page): Promise<void> => {
  await page.getByText('Access keys', { exact: true }).click();
  await page.getByLabel('Access key ID').fill('AKIAIOSFODNN7EXAMPLE');
  await page.getByLabel('Secret access key').fill('not-a-real-secret');
};

const openCredentials = async (page: Page, name: string, item: string): Promise<void> => {
  await page.getByRole('row', { name }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
};

const testAndSave = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Test and save' }).click();

const openAccountMenu = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Account and team' }).click();

const addAccount = async (page: Page): Promise<void> => {
  await openAccountMenu(page);
  await page.getByRole('menuitem', { name: 'Add account' }).click();
};

/** First run, sources, settings, palette, banners. */
export const frameShots: readonly Shot[] = [
  { name: 'first-run-key', scenario: 'first-run' },
  { name: 'first-run-key-da', scenario: 'first-run', language: 'da' },
  { name: 'first-run-key-empty', scenario: 'first-run', act: (page) => page.keyboard.press('Enter') },
  { name: 'first-run-key-wrong', scenario: 'first-run', act: (page) => connect(page, 'a-wrong-key') },
  { name: 'first-run-memory', scenario: 'first-run-memory' },
  { name: 'first-run-rejected', scenario: 'first-run-rejected' },
  { name: 'first-run-create', scenario: 'first-run', act: (page) => connect(page, 'a-good-key') },
  { name: 'first-run-choose', scenario: 'first-run-source' },
  {
    name: 'first-run-credentials',
    scenario: 'first-run-source',
    act: async (page) => {
      await page.getByText('Archive scans').click();
      await page.getByRole('button', { name: 'Continue' }).click();
    },
  },
  {
    name: 'first-run-tested',
    scenario: 'first-run-source',
    act: async (page) => {
      await page.getByText('Archive scans').click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await chooseKeys(page);
      await testAndSave(page);
    },
  },
  { name: 'first-run-offline', scenario: 'first-run-offline' },
  { name: 'ready', scenario: 'ready' },
  {
    name: 'focus',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+1');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'truncation',
    scenario: 'ready',
    act: async (page) => {
      await page.getByText('Dailies from the Reykjavik').hover();
      await page.waitForTimeout(600);
    },
  },
  {
    name: 'toast',
    scenario: 'ready',
    act: (page) => openCredentials(page, 'Camera masters', 'Copy bucket name'),
  },
  { name: 'start-failure', scenario: 'start-failure' },
  { name: 'ready-da', scenario: 'ready', language: 'da' },
  { name: 'staging', scenario: 'staging' },
  { name: 'sources-empty', scenario: 'no-sources' },
  { name: 'sources-many', scenario: 'many-sources' },
  { name: 'sources-failing', scenario: 'sources-failing' },
  {
    name: 'sources-menu',
    scenario: 'ready',
    act: (page) => page.getByRole('row', { name: 'Archive scans' }).click({ button: 'right' }),
  },
  {
    name: 'credentials',
    scenario: 'ready',
    act: (page) => openCredentials(page, 'Camera masters', 'Replace credentials'),
  },
  {
    name: 'credentials-da',
    scenario: 'ready',
    language: 'da',
    act: (page) => openCredentials(page, 'On-premises', 'Udskift adgangsoplysninger'),
  },
  {
    name: 'credentials-denied',
    scenario: 'denied',
    act: async (page) => {
      await openCredentials(page, 'Camera masters', 'Replace credentials');
      await testAndSave(page);
    },
  },
  {
    name: 'credentials-partly',
    scenario: 'missing-permission',
    act: (page) => openCredentials(page, 'Camera masters', 'Test credentials'),
  },
  {
    name: 'credentials-sso',
    scenario: 'sso-expired',
    act: (page) => openCredentials(page, 'Camera masters', 'Test credentials'),
  },
  {
    name: 'credentials-remove',
    scenario: 'ready',
    act: (page) => openCredentials(page, 'Camera masters', 'Remove credentials'),
  },
  {
    name: 'location-rename',
    scenario: 'ready',
    act: (page) => openCredentials(page, 'Dailies', 'Rename input location'),
  },
  {
    name: 'location-remove',
    scenario: 'ready',
    act: (page) => openCredentials(page, 'Archive scans', 'Remove input location'),
  },
  {
    name: 'location-remove-da',
    scenario: 'ready',
    language: 'da',
    act: (page) => openCredentials(page, 'Archive scans', 'Fjern inputplacering'),
  },
  {
    name: 'location-remove-refused',
    scenario: 'queue-running',
    act: async (page) => {
      await openCredentials(page, 'Archive scans', 'Remove input location');
      await page.getByRole('button', { name: 'Remove input location' }).click();
    },
  },
  {
    name: 'add-location',
    scenario: 'ready',
    act: async (page) => {
      await page.getByRole('button', { name: 'Add input location' }).click();
      await page.getByRole('button', { name: 'Create' }).click();
    },
  },
  { name: 'settings', scenario: 'ready', act: (page) => page.keyboard.press('Control+,') },
  {
    name: 'settings-end',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Open-source licences' }).scrollIntoViewIfNeeded();
    },
  },
  ...(['update-ready', 'update-failed', 'update-unsupported'] as const).map((scenario): Shot => ({
    name: scenario,
    scenario,
    act: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Open-source licences' }).scrollIntoViewIfNeeded();
    },
  })),
  { name: 'settings-managed', scenario: 'managed', act: (page) => page.keyboard.press('Control+,') },
  {
    name: 'licences',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Open-source licences' }).click();
      await page.getByRole('dialog').getByText('zustand').click();
    },
  },
  { name: 'settings-da', scenario: 'ready', language: 'da', act: (page) => page.keyboard.press('Control+,') },
  {
    name: 'settings-remove-key',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Remove key' }).click();
    },
  },
  { name: 'palette', scenario: 'ready', act: (page) => page.keyboard.press('Control+K') },
  { name: 'shortcuts', scenario: 'ready', act: (page) => page.keyboard.press('?') },
  {
    name: 'account-menu',
    scenario: 'ready',
    act: openAccountMenu,
  },
  {
    name: 'accounts-menu',
    scenario: 'several-accounts',
    act: openAccountMenu,
  },
  {
    name: 'accounts-settings',
    scenario: 'several-accounts',
    act: (page) => page.keyboard.press('Control+,'),
  },
  {
    name: 'accounts-settings-open',
    scenario: 'several-accounts',
    act: async (page) => {
      await page.keyboard.press('Control+,');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: / Account$/ })
        .click();
    },
  },
  { name: 'accounts-add', scenario: 'ready', act: addAccount },
  {
    name: 'accounts-add-wrong',
    scenario: 'ready',
    act: async (page) => {
      await addAccount(page);
      await page.getByLabel('API key', { exact: true }).fill('a-wrong-key');
      await page.getByRole('button', { name: 'Check and add' }).click();
    },
  },
  {
    name: 'accounts-remove',
    scenario: 'several-accounts',
    act: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Remove account' }).click();
    },
  },
  {
    name: 'accounts-remove-refused',
    scenario: 'several-accounts-busy',
    act: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Remove account' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Remove account' }).click();
    },
  },
  {
    name: 'accounts-other-key',
    scenario: 'ready',
    act: async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: 'Replace key' }).click();
      await page.getByLabel('API key', { exact: true }).fill('the-key-of-other');
      await page.getByRole('button', { name: 'Check and save' }).click();
    },
  },
  {
    name: 'accounts-menu-da',
    scenario: 'several-accounts',
    language: 'da',
    act: (page) => page.getByRole('button', { name: 'Konto og team' }).click(),
  },
  { name: 'offline', scenario: 'offline' },
  { name: 'key-rejected', scenario: 'key-rejected' },
  { name: 'key-absent', scenario: 'key-absent' },
  { name: 'no-keychain', scenario: 'no-keychain' },
  { name: 'read-only', scenario: 'read-only' },
];
