import { app, ipcMain, session, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';
import { toAppError } from '../shared/errors.ts';
import type { ConnectionId } from '../shared/session.ts';
import { listingThreadLimits } from './browse/listing-port.ts';
import { createHandlers } from './handlers.ts';
import { createPublisher } from './ipc/publish.ts';
import { serve } from './ipc/serve.ts';
import { APP_ORIGIN, createTrustedSender } from './ipc/trusted-sender.ts';
import { createMediaRoute } from './peek/media-route.ts';
import { systemClock } from './platform/clock.ts';
import { isHostAllowed } from './platform/host-pattern.ts';
import { logTail } from './platform/log-tail.ts';
import { openLog, type Log } from './platform/log.ts';
import { createRedactor } from './platform/redact.ts';
import { settleTrust } from './platform/trust.ts';
import { managedOf, type Policy } from './policy/policy.ts';
import { openKeyVault } from './secrets/open-key-vault.ts';
import { createServices } from './services.ts';
import { appFiles } from './shell/app-files.ts';
import { serveApp } from './shell/app-protocol.ts';
import { askToQuit } from './shell/ask-to-quit.ts';
import { noticeBatchEnd } from './shell/batch-notice.ts';
import { bringToFront } from './shell/bring-to-front.ts';
import { manageQuit } from './shell/lifecycle.ts';
import type { MainWindow } from './shell/main-window.ts';
import { installMenu } from './shell/menu.ts';
import { createOpenManifest } from './shell/open-manifest.ts';
import { openPage } from './shell/open-page.ts';
import { createSleepBlocker, watchSleep } from './shell/power.ts';
import { quitQuestion } from './shell/quit-question.ts';
import { readLicences } from './shell/read-licences.ts';
import { createSaveFile } from './shell/save-file.ts';
import { systemProxy } from './shell/system-proxy.ts';
import { createTaskbar } from './shell/taskbar.ts';
import { createUpdater } from './shell/updater.ts';
import { loadPage } from './shell/window.ts';
import { shellWords } from './shell/words/words.ts';
import { simulatorRun, vaultOfRun } from './simulator-run.ts';
import { feedAddress } from './updates/feed.ts';
import type { UpdaterPort } from './updates/updater-port.ts';

/** What the app is started with. */
export interface StartOptions {
  /** Where everything is kept. */
  readonly directory: string;
  /** Where the main bundle is, with the threads' bundles beside it. */
  readonly bundleDirectory: string;
  readonly devOrigin: string | null;
  readonly policy: Policy;
  /** Its window is made, with nothing in it yet. */
  readonly mainWindow: MainWindow;
}

/** Wires the services to the window, which it then fills; answers the log. It alone knows every concrete class. */
export async function startApp({
  directory,
  bundleDirectory,
  devOrigin,
  policy,
  mainWindow,
}: StartOptions): Promise<Log> {
  const redactor = createRedactor();
  const logPath = join(directory, 'logs', 'pixop-ingest.log');
  const log = openLog(logPath, redactor);
  const trusted = createTrustedSender(devOrigin);
  const keepAwake = createSleepBlocker();
  const { current } = mainWindow;
  const publish = createPublisher(() => [current()].filter((window) => window !== null));
  const taskbar = createTaskbar(current);
  const words = () => shellWords(services.settings.current().language, app.getSystemLocale());
  const setMenu = () =>
    installMenu(words().menu, (command) => publish('app.command', { command }), !app.isPackaged);
  const showBatch = async (batchId: string, connectionId: ConnectionId): Promise<void> => {
    bringToFront(current());
    const { session: shown } = services;
    if (shown.current().connectionId !== connectionId) await shown.selectConnection(connectionId);
    publish('batch.show', { batchId });
  };
  const trust = settleTrust(tls, process.env, (message) =>
    log.warn('The system’s certificates could not be read', { message }),
  );
  log.info('Started', { version: app.getVersion(), platform: process.platform, trust });

  /** A packaged app talks to Pixop only. */
  const simulator = app.isPackaged ? null : simulatorRun(process.env);
  const services = await createServices({
    directory,
    policy,
    proxyFor: systemProxy(session.defaultSession),
    updater: await updaterOf(policy, log),
    clock: systemClock,
    log,
    redactor,
    logLines: () => logTail(logPath),
    vault: vaultOfRun(await openKeyVault(), simulator),
    simulatorUrl: simulator?.url ?? null,
    lookDelaysMs: simulator?.lookDelaysMs ?? null,
    startListingWorker: (workerData) =>
      // What the process was started with is not the thread's business.
      new Worker(join(bundleDirectory, 'listing-worker.js'), {
        workerData,
        execArgv: [],
        resourceLimits: listingThreadLimits,
      }),
    startParserWorker: () =>
      new Worker(join(bundleDirectory, 'parser-worker.js'), {
        workerData: { wasmPath: join(bundleDirectory, 'MediaInfoModule.wasm') },
        execArgv: [],
      }),
    publish,
    onQueues(summaries) {
      keepAwake(summaries.some(({ unsent }) => unsent > 0));
      taskbar(summaries);
    },
    onBatchEnd(end, connectionId) {
      if (!services.settings.current().notifications) return;
      noticeBatchEnd(end, words().notice, () => {
        showBatch(end.batchId, connectionId).catch((thrown: unknown) =>
          log.warn('A batch could not be shown', { problem: toAppError(thrown).message }),
        );
      });
    },
    onSettings: () => setMenu(),
  });
  const rendererDirectory = join(bundleDirectory, '../renderer');
  const files = await appFiles(rendererDirectory);
  const media = createMediaRoute({
    origin: APP_ORIGIN,
    open: services.peek.open,
    onFailure: (message) => log.warn('A preview could not be read', { message }),
  });
  serveApp((request) => media(request) ?? files(request));
  const info = () => ({
    version: app.getVersion(),
    platform: process.platform,
    locale: app.getSystemLocale(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    homeHint: directory,
    managed: managedOf(policy),
  });
  const shell = {
    info,
    licences: () => readLicences([bundleDirectory, rendererDirectory]),
    openPage,
    saveFile: createSaveFile(current),
    openManifest: createOpenManifest(current),
  };
  serve(ipcMain, createHandlers(services, shell), {
    isTrusted: trusted.isTrusted,
    onProblem: (call, problem) => log.warn('A call failed', { call, problem }),
  });

  const lifecycle = manageQuit({
    log,
    currentWindow: current,
    reopen: async () => fill(await mainWindow.make()),
    async mayQuit() {
      const question = quitQuestion(
        services.queues.each().map((queue) => queue.summary()),
        words().quit,
      );
      return question === null || askToQuit(current(), question, words().quit);
    },
    flush: services.close,
  });
  const fill = async (window: BrowserWindow): Promise<void> => {
    const { id } = window.webContents;
    trusted.add(id);
    window.on('closed', () => trusted.remove(id));
    lifecycle.guard(window);
    await loadPage(window, devOrigin);
  };

  setMenu();
  watchSleep(
    () => services.queues.each().forEach((queue) => queue.signal('suspend')),
    () => services.queues.each().forEach((queue) => queue.signal('wake')),
  );
  const window = current() ?? (await mainWindow.make());
  await fill(window);
  await services.goOn();
  return log;
}

/** Only a packaged app renews itself, from an address that it was packaged with and that the policy allows. */
async function updaterOf({ allowedEndpoints }: Policy, log: Log): Promise<UpdaterPort | null> {
  const address = app.isPackaged ? await feedAddress(process.resourcesPath) : null;
  if (address === null || !isHostAllowed(allowedEndpoints, address.hostname)) return null;
  return createUpdater((message) => log.warn('The updater reports a problem', { message }));
}
