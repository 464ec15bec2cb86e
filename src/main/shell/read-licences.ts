import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppFailure } from '../../shared/errors.ts';
import { shippedPackageSchema, type ShippedPackage } from '../../shared/licences.ts';

const listSchema = z.array(shippedPackageSchema);

/** Reads what the build wrote beside its bundles of the packages in them: each once, by name. */
export async function readLicences(bundleDirectories: readonly string[]): Promise<readonly ShippedPackage[]> {
  try {
    const lists = await Promise.all(
      bundleDirectories.map(async (directory) =>
        listSchema.parse(JSON.parse(await readFile(join(directory, 'licences.json'), 'utf8'))),
      ),
    );
    const byName = new Map(lists.flat().map((one) => [`${one.name} ${one.version}`, one]));
    return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw new AppFailure(
      {
        code: 'storage',
        message: 'The list of licences could not be read. Only a built app has one.',
        detail: { source: 'disk', serviceCode: 'FILE_UNREADABLE' },
      },
      { cause },
    );
  }
}
