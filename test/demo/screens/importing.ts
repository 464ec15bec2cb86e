import { dropList } from '../../e2e/support/drop-list.ts';
import { closeDialog, closeMenu, closeQuestion, type Stage, type Tour } from './screen.ts';

const day = 'deliveries/2026-11/';
const episode = (number: string): string => `${day}Nordlys Ep 0${number}/`;

/** One list as a production office sends it, with a line that leads nowhere. */
const list = [
  'bucket;key;name',
  ...['2', '3', '5'].map(
    (number) =>
      `nordlys-media;${episode(number)}Nordlys_S01E0${number}_MASTER_ProRes.mov;Nordlys, episode ${number}`,
  ),
  `nordlys-media;${episode('7')}Nordlys_S01E07_MASTER_ProRes.mov;Nordlys, episode 7`,
].join('\n');

async function openSheet({ operator: { page, files, sheet } }: Stage): Promise<void> {
  await files.and(page.locator('[aria-busy=false]')).waitFor();
  await files.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: /^Import \d+ videos/ }).waitFor();
}

/** From the sheet over the queue to the history, with a copy that fails. */
export const importing: Tour = {
  title: 'from the batch sheet to the history',
  options: { settings: { copyBytesPerSecond: 60_000, fullIngestionMs: 1_500 } },
  prepare({ pixop: { control } }) {
    Object.assign(control.faults, { copyFailKeys: ['Ep 03'], copyFailCode: 'CHECKSUM_MISMATCH' });
  },
  screens: [
    {
      name: 'preflight',
      async show(stage) {
        const { operator } = stage;
        await operator.goTo(`s3://nordlys-media/${day}`);
        await operator.row('Nordlys Ep 01').waitFor();
        await operator.showEverythingBelow();
        await operator.page.getByText('Videos only', { exact: true }).click();
        await operator.row('.srt').waitFor();
        await openSheet(stage);
        await operator.sheet.getByText('don’t look like videos').waitFor();
      },
      leave: closeDialog,
    },
    {
      name: 'batch-sheet',
      async show(stage) {
        const { operator } = stage;
        await operator.page.getByText('Videos only', { exact: true }).click();
        await operator.footer.getByRole('button', { name: 'Clear' }).click();
        await operator.row('.srt').waitFor({ state: 'detached' });
        await operator.filter('Nordlys_S');
        await operator.row('Feature').waitFor({ state: 'detached' });
        await openSheet(stage);
        await operator.sheet.getByRole('textbox', { name: 'Video name' }).fill('{folder} – {basename}');
        await operator.sheet.getByText('Nordlys Ep 01 – Nordlys_S01E01_proxy').first().waitFor();
      },
    },
    {
      name: 'presets',
      async show({ operator: { page, sheet } }) {
        await sheet.getByRole('button', { name: 'Presets' }).click();
        await page.getByRole('menuitem', { name: 'Save as preset' }).click();
        const asked = page.getByRole('dialog', { name: 'Save as preset' });
        await asked.getByRole('textbox', { name: 'Name' }).fill('Deliveries of the season');
      },
      async leave({ operator: { page, sheet } }) {
        await page.keyboard.press('Enter');
        await sheet.getByText('is in use').waitFor();
      },
    },
    {
      name: 'new-project',
      async show({ operator: { sheet } }) {
        await sheet.getByRole('button', { name: 'New…' }).click();
        await sheet.getByRole('textbox', { name: 'Name of the new project' }).fill('Nordlys season 2');
      },
      leave: ({ operator }) => operator.start(),
    },
    {
      name: 'queue',
      async show({ operator, world }) {
        const { page, queue } = operator;
        await page
          .getByRole('region', { name: 'imports need attention' })
          .or(queue.getByText('needs attention'))
          .first()
          .waitFor();
        await queue.getByText('Importing').first().waitFor();
        await operator.filter('');
        await page.getByRole('radiogroup', { name: 'Scope' }).getByText('This folder').click();
        await operator.row('Nordlys Ep 01').waitFor();
        await operator.row('imported').waitFor();
        world.pixop.control.clearFaults();
      },
    },
    {
      name: 'queue-menu',
      async show({ operator: { page, queue } }) {
        await queue.getByRole('option').nth(1).click({ button: 'right' });
        await page.getByRole('menu').waitFor();
      },
      leave: closeMenu,
    },
    {
      name: 'abandon',
      async show({ operator: { page } }) {
        await page
          .getByRole('button', { name: /^Abandon( all \d+)?…$/ })
          .first()
          .click();
        await page.getByRole('alertdialog').waitFor();
      },
      leave: closeQuestion,
    },
    {
      name: 'list',
      async show({ operator: { page, sheet } }) {
        await dropList(page, 'delivery-week-47.csv', list);
        await sheet.getByText('1 missing').or(sheet.getByText('Missing')).first().waitFor();
      },
      leave: closeDialog,
    },
    {
      name: 'queue-by-batch',
      async show(stage) {
        const { operator } = stage;
        const { queue } = operator;
        await operator.goTo('s3://nordlys-media/rushes/A002/');
        await operator.row('A002_C001').waitFor();
        await openSheet(stage);
        await operator.start();
        await queue.getByRole('button', { name: 'Group by batch' }).click();
        await queue.getByRole('treegrid').waitFor();
      },
    },
    {
      name: 'batch-menu',
      async show({ operator: { page, queue } }) {
        await queue
          .getByRole('button', { name: /^Actions for Batch from/ })
          .first()
          .click();
        await page.getByRole('menu').waitFor();
      },
      leave: closeMenu,
    },
    {
      name: 'history',
      async show({ operator: { page, sheet } }) {
        await page.getByRole('button', { name: 'History', exact: true }).click();
        await sheet.getByRole('table', { name: 'Imports' }).getByRole('row').nth(1).waitFor();
      },
    },
    {
      name: 'forget',
      async show({ operator: { page } }) {
        await page.getByRole('button', { name: 'Forget old imports' }).click();
        await page.getByText('There is nothing to forget').waitFor();
      },
    },
  ],
};
