import { secondPerson, seedSecond } from '../../simulators/pixop/demo.ts';
import { closeDialog, closeMenu, closeQuestion, type Stage, type Tour } from './screen.ts';

const accountMenu = ({ operator: { page } }: Stage): Promise<void> =>
  page.getByRole('button', { name: /^Account and team/ }).click();

async function openSettings({ operator: { page, sheet } }: Stage): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await sheet.waitFor();
}

/** Commands, keys, settings and accounts. */
export const settings: Tour = {
  title: 'in commands, settings and accounts',
  prepare: ({ pixop }) => void pixop.addAccount(secondPerson, seedSecond),
  screens: [
    {
      name: 'palette',
      async show({ operator }) {
        await operator.openFolders('deliveries', '2026-11');
        await operator.page.keyboard.press('ControlOrMeta+k');
        await operator.sheet.waitFor();
      },
      leave: closeDialog,
    },
    {
      name: 'shortcuts',
      async show({ operator: { page, files, sheet } }) {
        await files.focus();
        await page.keyboard.press('?');
        await sheet.waitFor();
      },
      leave: closeDialog,
    },
    { name: 'settings', show: openSettings },
    {
      name: 'licences',
      async show({ operator: { page } }) {
        await page.getByRole('button', { name: 'Open-source licences' }).click();
        await page
          .getByText(/^\d+ packages$/)
          .first()
          .waitFor();
      },
      async leave(stage) {
        await stage.operator.page.keyboard.press('Escape');
        await closeDialog(stage);
      },
    },
    {
      name: 'add-account',
      async show(stage) {
        const { page, sheet } = stage.operator;
        await accountMenu(stage);
        await page.getByRole('menuitem', { name: 'Add account' }).click();
        await sheet.getByRole('textbox', { name: 'API key' }).fill(secondPerson.apiKey);
      },
      async leave({ operator: { page, sheet } }) {
        await sheet.getByRole('button', { name: 'Check and add' }).click();
        await page.getByRole('button', { name: 'Account and team: Bo Lund' }).waitFor();
        await sheet.waitFor({ state: 'detached' });
      },
    },
    {
      name: 'needs-credentials',
      show: ({ operator: { page } }) => page.getByRole('button', { name: 'Enter credentials' }).waitFor(),
    },
    {
      name: 'accounts',
      async show(stage) {
        await accountMenu(stage);
        await stage.operator.page.getByRole('menu').waitFor();
      },
      leave: closeMenu,
    },
    {
      name: 'remove-account',
      async show(stage) {
        await openSettings(stage);
        await stage.operator.sheet.getByRole('button', { name: 'Remove account' }).click();
        await stage.operator.page.getByRole('alertdialog').waitFor();
      },
      leave: closeQuestion,
    },
    {
      name: 'in-danish',
      async show({ operator: { page, sheet } }) {
        await sheet.getByRole('button', { name: /^(Match system )?Language|Language/ }).click();
        await page.getByRole('option', { name: 'Dansk' }).click();
        await sheet.getByText('Indstillinger', { exact: true }).waitFor();
      },
    },
  ],
};
