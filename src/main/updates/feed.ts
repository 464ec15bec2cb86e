import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the packaging has written that updates are looked for. */
const FEED_FILE = 'app-update.yml';

/** Written into packages that the system's package manager renews. */
const PACKAGE_FILE = 'package-type';

/** The address that this build looks for updates at; null when it was packaged without one. Only https counts. */
export async function feedAddress(resourcesDirectory: string): Promise<URL | null> {
  const [feed, packageType] = await Promise.all(
    [FEED_FILE, PACKAGE_FILE].map((name) => textOf(join(resourcesDirectory, name))),
  );
  if (feed === null || feed === undefined || typeof packageType === 'string') return null;
  const [, address = ''] = /^url:\s*['"]?([^\s'"]+)['"]?\s*$/m.exec(feed) ?? [];
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'https:' ? url : null;
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
