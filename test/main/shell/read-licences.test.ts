import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLicences } from '../../../src/main/shell/read-licences.ts';

let directory = '';
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'licences-'))));
afterEach(() => rm(directory, { recursive: true }));

const shipped = (name: string) => ({ name, version: '1.0.0', licence: 'MIT', text: `Terms of ${name}` });

it('lists each package once, whichever bundles it is in', async () => {
  await mkdir(join(directory, 'main'));
  await mkdir(join(directory, 'renderer'));
  await writeFile(join(directory, 'main/licences.json'), JSON.stringify([shipped('zod'), shipped('keytar')]));
  await writeFile(
    join(directory, 'renderer/licences.json'),
    JSON.stringify([shipped('react'), shipped('zod')]),
  );
  const packages = await readLicences([join(directory, 'main'), join(directory, 'renderer')]);
  expect(packages.map(({ name }) => name)).toEqual(['keytar', 'react', 'zod']);
});

it('says that only a built app has the list', async () => {
  await expect(readLicences([directory])).rejects.toThrow('Only a built app has one.');
});
