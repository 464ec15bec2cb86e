import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp } from '../../e2e/launch-app.ts';

/** From the start of the process until the page shows that it can be used, milliseconds; on a fresh installation. */
export async function timeStart(
  isInteractive: (page: Page) => Promise<unknown>,
  main?: string,
): Promise<number> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const started = performance.now();
  const app = await launchApp({ userDataDir, ...(main === undefined ? {} : { main }) });
  try {
    await isInteractive(app.page);
    return performance.now() - started;
  } finally {
    await app.close();
    await rm(userDataDir, { recursive: true, force: true });
  }
}
