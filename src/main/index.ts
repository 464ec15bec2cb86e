import { app, dialog, session } from 'electron';
import { join } from 'node:path';
import { policyPath, readPolicy, systemOwner } from './policy/read-policy.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { denyByDefault } from './shell/hardening.ts';
import { claimSingleInstance } from './shell/lifecycle.ts';
import { createMainWindow, type MainWindow } from './shell/main-window.ts';

/*
 * What has to happen before anything else, and the window: it is made while the rest of the app is still being loaded.
 */

/** Origin of the dev server; a packaged app has none, whatever its environment says. */
const devOrigin = app.isPackaged ? null : originOf(process.env['ELECTRON_RENDERER_URL']);

/** A packaged app takes its policy from the system's own place only. */
const ownPolicy = app.isPackaged ? undefined : process.env['PIXOP_INGEST_POLICY'];
const policyFile = ownPolicy ?? policyPath(process.platform);
const policyOwner = ownPolicy === undefined ? systemOwner(process.platform) : { ownerId: null };

let mainWindow: MainWindow | null = null;

app.enableSandbox();
registerAppScheme();
if (claimSingleInstance(() => mainWindow?.current() ?? null)) {
  app.whenReady().then(start).catch(giveUp);
}

async function start(): Promise<void> {
  denyByDefault(app, session.defaultSession, devOrigin);
  // Before anything is made: what the policy forbids must not even begin.
  const policy = await readPolicy(policyFile, policyOwner);
  const directory = app.getPath('userData');
  /** Problems that came up before there was a log. */
  const early: Parameters<Parameters<typeof createMainWindow>[0]['onProblem']>[] = [];
  let onProblem = (...problem: (typeof early)[number]): void => void early.push(problem);
  mainWindow = createMainWindow({
    directory,
    preloadPath: join(import.meta.dirname, '../preload/index.cjs'),
    devOrigin,
    onProblem: (...problem) => onProblem(...problem),
  });
  const [, { startApp }] = await Promise.all([mainWindow.make(), import('./start-app.ts')]);
  const log = await startApp({
    directory,
    bundleDirectory: import.meta.dirname,
    devOrigin,
    policy,
    mainWindow,
  });
  onProblem = (...problem) => log.warn(...problem);
  for (const problem of early) log.warn(...problem);
}

function originOf(url: string | undefined): string | null {
  return url === undefined || url === '' ? null : new URL(url).origin;
}

/** Nothing works without these first steps: the reason is shown and goes to the terminal, and the app ends. */
function giveUp(error: unknown): void {
  const why = error instanceof Error ? error.message : 'unknown';
  process.stderr.write(`Pixop Ingest could not start: ${why}\n`);
  dialog.showErrorBox('Pixop Ingest could not start', why);
  app.exit(1);
}
