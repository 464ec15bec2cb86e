import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { startDemoWorld, type DemoWorld, type WorldOptions } from '../../simulators/demo-world.ts';
import { launchApp, type LaunchedApp } from '../launch-app.ts';
import { Operator } from './operator.ts';

/** The built app on both simulators. */
export interface AppRig {
  readonly world: DemoWorld;
  app: LaunchedApp;
  operator: Operator;
  /** Starts the app (again) on the same folder. */
  readonly launch: (env?: Readonly<Record<string, string>>) => Promise<Operator>;
  /** Videos that Pixop made, by object key. */
  readonly made: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
}

/** Starts the simulators and the app: connected and with its bucket in sight, unless `isFresh`. */
export async function startApp(
  options: WorldOptions & {
    readonly isFresh?: boolean;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<AppRig> {
  const { isFresh = false, env = {}, ...worldOptions } = options;
  const world = await startDemoWorld(worldOptions);
  if (!isFresh) await world.setUp();
  const start = (more: Readonly<Record<string, string>>): Promise<LaunchedApp> =>
    launchApp({
      userDataDir: world.userDataDir,
      env: { ...(isFresh ? world.env : world.connectedEnv), ...env, ...more },
    });
  const app = await start({});
  const problems: string[] = [];
  watchProblems(app, problems);
  const rig: AppRig = {
    world,
    app,
    operator: new Operator(app.page),
    async launch(more = {}) {
      rig.app = await start(more);
      watchProblems(rig.app, problems);
      rig.operator = new Operator(rig.app.page);
      return rig.operator;
    },
    made: () =>
      Object.fromEntries(
        world.pixop.ledger
          .entries()
          .filter(({ videoIds }) => videoIds.length > 0)
          .map(({ objectKey, videoIds }) => [objectKey, videoIds.length]),
      ),
    async close() {
      // What the screen showed last tells why a spec failed.
      await rig.app.page.screenshot({ path: lastScreen() }).catch(() => undefined);
      await rig.app.close();
      await world.close();
      expect(problems).toEqual([]);
    },
  };
  return rig;
}

/** Nothing that a page throws may pass unseen, whatever the spec looks at. */
function watchProblems({ page }: LaunchedApp, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
}

/** Where the running spec's last screen is kept. */
function lastScreen(): string {
  const name = (expect.getState().currentTestName ?? 'spec').replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
  return join(resolve(import.meta.dirname, '../../results/e2e'), `${name}.png`);
}
