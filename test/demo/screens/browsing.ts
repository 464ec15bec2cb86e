import { closeDialog, closeMenu, closeQuestion, type Stage, type Tour } from './screen.ts';

const day = 'deliveries/2026-11/';
const [master, proxy] = ['Nordlys_S01E04_MASTER_ProRes.mov', 'Nordlys_S01E04_proxy.mp4'] as const;
/** A bucket into which nobody has put anything. */
const newBucket = 'nordlys-season-2';

const savedRow = ({ operator: { page } }: Stage) =>
  page
    .getByRole('grid', { name: 'Favourites and saved selections' })
    .getByRole('row')
    .filter({ hasText: 'Masters of the year' });

async function savedCommand(stage: Stage, name: string): Promise<void> {
  await savedRow(stage).click({ button: 'right' });
  await stage.operator.page.getByRole('menuitem', { name }).click();
}

/** What an operator sees of a bucket: folders, lists, filters, pictures, and what is saved. */
export const browsing: Tour = {
  title: 'in the browser and Quick Look',
  options: { buckets: [{ name: newBucket, objects: [] }] },
  screens: [
    {
      name: 'browser',
      async show({ operator }) {
        await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 04');
        await operator.pick(master, proxy);
        await operator.footer.getByText('2 of').waitFor();
      },
    },
    {
      name: 'row-menu',
      async show({ operator }) {
        await operator.row(proxy).click({ button: 'right' });
        await operator.page.getByRole('menu').waitFor();
      },
      leave: closeMenu,
    },
    {
      name: 'everything-below',
      async show({ operator }) {
        await operator.goTo(`s3://nordlys-media/${day}`);
        await operator.row('Nordlys Ep 01').waitFor();
        await operator.showEverythingBelow();
        await operator.row('Isen 8K').waitFor();
      },
    },
    {
      name: 'filters',
      async show({ operator: { page } }) {
        await page.getByRole('button', { name: 'More filters' }).click();
        await page.getByLabel('Size at least').fill('0.1');
        await page
          .getByRole('button', { name: /Modified/ })
          .last()
          .click();
        await page.getByRole('option', { name: 'In the last year' }).click();
      },
      leave: ({ operator: { page } }) => page.keyboard.press('Escape'),
    },
    {
      name: 'filtered',
      async show({ operator }) {
        await operator.filter('master');
        await operator.row('Isen 8K').waitFor();
        await operator.row('XDCAM').waitFor({ state: 'detached' });
      },
    },
    {
      name: 'save-selection',
      async show({ operator: { page, sheet } }) {
        await page.keyboard.press('ControlOrMeta+Shift+s');
        await sheet.getByRole('textbox', { name: 'Name' }).fill('Masters of the year');
      },
      leave: ({ operator: { page } }) => page.keyboard.press('Enter'),
    },
    {
      name: 'saved',
      async show(stage) {
        const { page } = stage.operator;
        await savedRow(stage).waitFor();
        await page.keyboard.press('ControlOrMeta+d');
        await savedRow(stage).click();
        await page
          .getByText(/^(\d+) of \1 selected/)
          .first()
          .waitFor();
      },
    },
    {
      name: 'saved-menu',
      async show(stage) {
        await savedRow(stage).click({ button: 'right' });
        await stage.operator.page.getByRole('menu').waitFor();
      },
      leave: closeMenu,
    },
    { name: 'rename-saved', show: (stage) => savedCommand(stage, 'Rename'), leave: closeDialog },
    { name: 'remove-saved', show: (stage) => savedCommand(stage, 'Remove'), leave: closeQuestion },
    {
      name: 'pictures',
      async show({ operator }) {
        const { page, files } = operator;
        await page.getByRole('button', { name: 'Clear filters' }).click();
        await operator.footer.getByRole('button', { name: 'Clear' }).click();
        await page.getByRole('radio', { name: 'Pictures' }).click();
        await files.locator('img').nth(2).waitFor();
        await files.getByText('MPEG-2', { exact: true }).first().waitFor();
      },
    },
    {
      name: 'quick-look',
      async show({ operator: { page, files, sheet } }) {
        await files.getByRole('gridcell').filter({ hasText: 'proxy' }).first().click();
        await page.keyboard.press('Space');
        await sheet.getByText('H.264', { exact: true }).first().waitFor();
      },
      leave: closeDialog,
    },
    {
      name: 'long-folder',
      async show({ operator }) {
        const { page } = operator;
        await page.getByRole('radio', { name: 'List' }).click();
        await operator.goTo('s3://nordlys-media/rushes/B014/');
        await operator.row('B014_C0001').waitFor();
        await operator.files.and(page.locator('[aria-busy=false]')).waitFor();
        await operator.files.focus();
        await page.keyboard.press('ControlOrMeta+a');
        await operator.footer.getByText('5,000 of 5,000').waitFor();
      },
    },
    {
      name: 'nothing-matches',
      async show({ operator }) {
        await operator.filter('no object is called so');
        await operator.page.getByText('Nothing matches').waitFor();
      },
    },
    {
      name: 'empty-bucket',
      async show({ operator }) {
        await operator.openSource(newBucket);
        await operator.page.getByText('The bucket is empty').waitFor();
      },
    },
  ],
};
