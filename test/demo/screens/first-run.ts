import { demoPerson } from '../../simulators/pixop/demo.ts';
import { demoUsers } from '../../simulators/s3/seed.ts';
import type { Stage, Tour } from './screen.ts';

async function connect({ operator: { page } }: Stage, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API key' }).fill(key);
  await page.getByRole('button', { name: 'Connect' }).click();
}

async function test({ operator: { page } }: Stage, user: keyof typeof demoUsers): Promise<void> {
  const { accessKeyId, secretAccessKey } = demoUsers[user];
  await page.getByRole('textbox', { name: 'Access key ID' }).fill(accessKeyId);
  await page.getByRole('textbox', { name: 'Secret access key' }).fill(secretAccessKey);
  await page.getByRole('button', { name: 'Test and save' }).click();
}

/** The two steps of the first start, each of them also where it goes wrong. */
export const firstRun: Tour = {
  title: 'at the first start',
  isFresh: true,
  screens: [
    {
      name: 'first-run',
      show: ({ operator: { page } }) => page.getByText('Step 1 of 2').waitFor(),
    },
    {
      name: 'first-run-refused',
      async show(stage) {
        await connect(stage, 'a-wrong-key-0000000000000000000');
        await stage.operator.page.getByText('Pixop did not accept this key').waitFor();
      },
    },
    {
      name: 'first-run-location',
      async show(stage) {
        await connect(stage, demoPerson.apiKey);
        await stage.operator.page.getByText('Connected as Ingrid Nordlys').waitFor();
        await stage.operator.page.getByText('nordlys-media').first().waitFor();
      },
    },
    {
      name: 'first-run-new-location',
      show: ({ operator: { page } }) => page.getByRole('button', { name: 'New input location' }).click(),
      leave: ({ operator: { page } }) => page.getByRole('button', { name: 'Choose an existing one' }).click(),
    },
    {
      name: 'first-run-credentials',
      async show({ operator: { page }, world }) {
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByText('Access keys', { exact: true }).click();
        await page.getByRole('button', { name: 'S3-compatible storage' }).click();
        await page.getByRole('textbox', { name: 'Endpoint' }).fill(world.s3.url);
        await page.getByText('Path-style addresses').click();
      },
    },
    {
      name: 'first-run-denied',
      async show(stage) {
        await test(stage, 'nobody');
        await stage.operator.page.getByText('The s3:ListBucket permission is missing').waitFor();
      },
    },
    {
      name: 'first-run-tested',
      async show(stage) {
        await test(stage, 'operator');
        await stage.operator.page.getByText('The bucket nordlys-media can be browsed').waitFor();
      },
    },
  ],
};
