import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { launchApp } from '../../e2e/launch-app.ts';
import { Operator } from '../../e2e/support/operator.ts';
import { forgetStoredKey } from '../../e2e/support/stored-key.ts';
import { startDemoWorld } from '../../simulators/demo-world.ts';
import type { Tour } from './screen.ts';

/** The size of the window that screens are shown in. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Looks at a screen that is on the page. */
export type Look = (name: string, page: Page) => Promise<void>;

/** What was to be seen instead of a screen that did not come about. */
const failures = resolve(import.meta.dirname, '../../results/screens');

/** No keyring: what is typed on a tour stays out of the keychain of whoever takes it. */
const withoutKeyring = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
const hasKeyring = process.platform !== 'linux';

/** Whether a banner about it would be the same on every picture of the tour. */
const hasKeyringBanner = ({ isFresh, isToldOfKeyring }: Tour): boolean =>
  !hasKeyring && isFresh !== true && isToldOfKeyring !== true;

/** Starts the built app in the world of a tour, and looks at each of its screens; `begin` gets the page before. */
export async function walk(
  tour: Tour,
  size: WindowSize,
  begin: (page: Page) => Promise<Look>,
): Promise<void> {
  const world = await startDemoWorld(tour.options);
  try {
    if (hasKeyring) await forgetStoredKey();
    if (tour.isFresh !== true) await world.setUp();
    await tour.prepare?.(world);
    const env = {
      ...(tour.isFresh === true ? world.env : world.connectedEnv),
      ...withoutKeyring,
      ...tour.env,
    };
    const app = await launchApp({ userDataDir: world.userDataDir, env });
    try {
      const thrown: string[] = [];
      app.page.on('pageerror', (error) => thrown.push(error.stack ?? error.message));
      await app.page.setViewportSize(size);
      const stage = { operator: new Operator(app.page), world };
      if (hasKeyringBanner(tour)) await app.page.getByRole('button', { name: 'Dismiss' }).click();
      const look = await begin(app.page);
      for (const { name, show, leave } of tour.screens) {
        try {
          await show(stage);
          await look(name, app.page);
          await leave?.(stage);
        } catch (error) {
          const path = join(failures, `${name}-failed.png`);
          await app.page.screenshot({ path }).catch(() => undefined);
          throw new Error(`The screen ${name} did not come about`, { cause: error });
        }
      }
      if (thrown.length > 0) throw new Error(`The page has thrown: ${thrown.join('\n')}`);
    } finally {
      await app.close();
    }
  } finally {
    if (hasKeyring) await forgetStoredKey();
    await world.close();
  }
}
