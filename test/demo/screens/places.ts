import { closeDialog, closeMenu, closeQuestion, type Stage, type Tour } from './screen.ts';

const menu = ({ operator: { page } }: Stage): Promise<void> =>
  page
    .getByRole('navigation', { name: 'Sources' })
    .getByText('Nordlys media')
    .first()
    .click({ button: 'right' });

const command =
  (name: string, role: 'dialog' | 'alertdialog' = 'dialog') =>
  async (stage: Stage): Promise<void> => {
    await menu(stage);
    await stage.operator.page.getByRole('menuitem', { name }).click();
    await stage.operator.page.getByRole(role).waitFor();
  };

/** What is done to input locations and the credentials with which they are browsed, until there is none left. */
export const places: Tour = {
  title: 'in the dialogs of input locations',
  screens: [
    {
      name: 'source-menu',
      async show(stage) {
        await stage.operator.openFolders('deliveries', '2026-11');
        await menu(stage);
        await stage.operator.page.getByRole('menu').waitFor();
      },
      leave: closeMenu,
    },
    { name: 'credentials', show: command('Replace credentials'), leave: closeDialog },
    {
      name: 'test-credentials',
      async show(stage) {
        await command('Test credentials')(stage);
        await stage.operator.sheet.getByText('can be browsed').waitFor();
      },
      leave: closeDialog,
    },
    { name: 'rename-location', show: command('Rename input location'), leave: closeDialog },
    { name: 'location-keys', show: command('Replace Pixop’s keys'), leave: closeDialog },
    {
      name: 'remove-credentials',
      show: command('Remove credentials', 'alertdialog'),
      leave: closeQuestion,
    },
    {
      name: 'remove-location',
      show: command('Remove input location', 'alertdialog'),
      leave: closeQuestion,
    },
    {
      name: 'add-location',
      async show({ operator: { page, sheet } }) {
        await page.getByRole('button', { name: 'Add input location' }).click();
        await sheet.getByRole('button', { name: 'Create' }).click();
      },
      leave: closeDialog,
    },
    {
      name: 'no-source',
      async show({ operator: { page }, world }) {
        const { directory } = world.pixop.control.world;
        for (const id of directory.locations.map((location) => location.id)) directory.removeLocation(id);
        await page.keyboard.press('ControlOrMeta+k');
        await page.keyboard.type('Refresh sources');
        await page.keyboard.press('Enter');
        await page.getByText('No input locations').first().waitFor();
        // Nothing that has the focus explains itself.
        await page.mouse.click(600, 700);
      },
    },
  ],
};
