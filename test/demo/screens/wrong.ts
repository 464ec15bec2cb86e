import { demoUsers } from '../../simulators/s3/seed.ts';
import { decisions } from './decisions.ts';
import { type Stage, type Tour } from './screen.ts';

const refresh = ({ operator: { page } }: Stage): Promise<void> => page.keyboard.press('ControlOrMeta+r');

/** What keychain, bucket and Pixop may refuse, each with its next step. */
export const wrong: Tour = {
  title: 'where something went wrong',
  options: { settings: { fullIngestionMs: 400 } },
  env: { PIXOP_INGEST_SIMULATOR_LOOKS_MS: '0,300,900' },
  isToldOfKeyring: true,
  screens: [
    {
      name: 'no-keychain',
      async show({ operator }) {
        await operator.openFolders('deliveries', '2026-11');
        await operator.page.getByText('Keys are kept for this session only').waitFor();
      },
      leave: ({ operator: { page } }) => page.getByRole('button', { name: 'Dismiss' }).click(),
    },
    {
      name: 'listing-denied',
      async show(stage) {
        stage.world.s3.control.setUser({ ...demoUsers.operator, grants: [] });
        await refresh(stage);
        await stage.operator.page.getByText('AccessDenied').first().waitFor();
      },
      leave: ({ world }) => Promise.resolve(world.s3.control.setUser(demoUsers.operator)),
    },
    {
      name: 'address-refused',
      async show({ operator }) {
        await operator.goTo('s3://a-bucket-of-others/');
        await operator.page.getByText('None of this team’s sources uses the bucket').waitFor();
      },
      async leave(stage) {
        await stage.operator.page.keyboard.press('Escape');
        await refresh(stage);
        await stage.operator.row('Nordlys Ep 01').waitFor();
      },
    },
    {
      name: 'unreachable',
      async show({ operator: { page }, world }) {
        world.pixop.control.faults.resetNext = 1_000;
        await page.getByRole('button', { name: /^Account and team/ }).click();
        await page.getByRole('menuitem', { name: 'Check the connection' }).click();
        await page.getByText('sending resumes automatically').first().waitFor();
      },
      async leave({ operator: { page }, world }) {
        world.pixop.control.clearFaults();
        await page.getByRole('button', { name: 'Try again' }).first().click();
        await page.getByText('sending resumes automatically').first().waitFor({ state: 'detached' });
      },
    },
    ...decisions,
    {
      name: 'key-refused',
      async show({ operator, world }) {
        const { page } = operator;
        world.pixop.control.faults.isKeyRevoked = true;
        await operator.goTo('s3://nordlys-media/deliveries/2026-11/Nordlys Ep 05/');
        await operator.row('S01E05').waitFor();
        await operator.files.and(page.locator('[aria-busy=false]')).waitFor();
        await operator.files.focus();
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.press('Enter');
        await operator.start();
        await page.getByRole('button', { name: 'Enter a key' }).waitFor();
        await operator.queue.getByText('Sending is paused').waitFor();
      },
    },
  ],
};
