import { app, ipcMain, screen, session, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import tls from 'node:tls';
import { Worker } from 'node:worker_threads';
import { createHandlers } from './handlers.ts';
import { createPublisher } from './ipc/publish.ts';
import { serve } from './ipc/serve.ts';
import { APP_ORIGIN, createTrustedSender } from './ipc/trusted-sender.ts';
import { createMediaRoute } from './peek/media-route.ts';
import { systemClock } from './platform/clock.ts';
import { openLog } from './platform/log.ts';
import { createRedactor } from './platform/redact.ts';
import { settleTrust } from './platform/trust.ts';
import { logTail } from './platform/log-tail.ts';
import { openKeyVault } from './secrets/open-key-vault.ts';
import { createServices } from './services.ts';
import { appFiles } from './shell/app-files.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { askToQuit } from './shell/ask-to-quit.ts';
import { noticeBatchEnd } from './shell/batch-notice.ts';
import { bringToFront } from './shell/bring-to-front.ts';
import { denyByDefault } from './shell/hardening.ts';
import { claimSingleInstance, manageQuit } from './shell/lifecycle.ts';
import { installMenu } from './shell/menu.ts';
import { createOpenManifest } from './shell/open-manifest.ts';
import { openPage } from './shell/open-page.ts';
import { createSleepBlocker, watchSleep } from './shell/power.ts';
import { quitQuestion } from './shell/quit-question.ts';
import { readLicences } from './shell/read-licences.ts';
import { createSaveFile } from './shell/save-file.ts';
import { createTaskbar } from './shell/taskbar.ts';
import { shellWords } from './shell/words/words.ts';
import { loadPage, openWindow } from './shell/window.ts';
import { loadWindowState, rememberWindowState } from './shell/window-state.ts';
import { simulatorRun, vaultOfRun } from './simulator-run.ts';
import { createJsonFile } from './storage/json-file.ts';

/** Origin of the dev server; a packaged app has none, whatever its environment says. */
const devOrigin = app.isPackaged ? null : originOf(process.env['ELECTRON_RENDERER_URL']);
/** A packaged app talks to Pixop only. */
const simulator = app.isPackaged ? null : simulatorRun(process.env);

let window: BrowserWindow | null = null;
const currentWindow = (): BrowserWindow | null => window;

app.enableSandbox();
registerAppScheme();
if (claimSingleInstance(currentWindow)) {
  app.whenReady().then(start).catch(giveUp);
}

async function start(): Promise<void> {
  const directory = app.getPath('userData');
  const redactor = createRedactor();
  const logPath = join(directory, 'logs', 'pixop-ingest.log');
  const log = openLog(logPath, redactor);
  const trusted = createTrustedSender(devOrigin);
  const keepAwake = createSleepBlocker();
  const publish = createPublisher(() => (window === null ? [] : [window]));
  const taskbar = createTaskbar(currentWindow);
  const words = () => shellWords(services.settings.current().language, app.getSystemLocale());
  const setMenu = () =>
    installMenu(words().menu, (command) => publish('app.command', { command }), !app.isPackaged);
  const showBatch = (batchId: string): void => {
    bringToFront(window);
    publish('batch.show', { batchId });
  };
  const trust = settleTrust(tls, process.env, (message) =>
    log.warn('The system’s certificates could not be read', { message }),
  );
  log.info('Started', { version: app.getVersion(), platform: process.platform, trust });

  denyByDefault(app, session.defaultSession, devOrigin);
  const services = await createServices({
    directory,
    clock: systemClock,
    log,
    redactor,
    logLines: () => logTail(logPath),
    vault: vaultOfRun(await openKeyVault(), simulator),
    simulatorUrl: simulator?.url ?? null,
    lookDelaysMs: simulator?.lookDelaysMs ?? null,
    startListingWorker: (workerData) =>
      // What the process was started with is not the thread's business.
      new Worker(new URL('./listing-worker.js', import.meta.url), { workerData, execArgv: [] }),
    startParserWorker: () =>
      new Worker(new URL('./parser-worker.js', import.meta.url), {
        workerData: { wasmPath: join(import.meta.dirname, 'MediaInfoModule.wasm') },
        execArgv: [],
      }),
    publish,
    onQueues(summaries) {
      keepAwake(summaries.some(({ unsent }) => unsent > 0));
      taskbar(summaries);
    },
    onBatchEnd(end) {
      if (services.settings.current().notifications)
        noticeBatchEnd(end, words().notice, () => showBatch(end.batchId));
    },
    onSettings: () => setMenu(),
  });
  const files = await appFiles(join(import.meta.dirname, '../renderer'));
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
  });
  const shell = {
    info,
    licences: () => readLicences([import.meta.dirname, join(import.meta.dirname, '../renderer')]),
    openPage,
    saveFile: createSaveFile(currentWindow),
    openManifest: createOpenManifest(currentWindow),
  };
  serve(ipcMain, createHandlers(services, shell), {
    isTrusted: trusted.isTrusted,
    onProblem: (call, problem) => log.warn('A call failed', { call, problem }),
  });

  const windowFile = createJsonFile(join(directory, 'window.json'), (keptAs) =>
    log.warn('An unreadable file was set aside', { keptAs }),
  );
  const lifecycle = manageQuit({
    log,
    currentWindow,
    reopen: () => open(),
    async mayQuit() {
      const question = quitQuestion(
        services.queues.each().map((queue) => queue.summary()),
        words().quit,
      );
      return question === null || askToQuit(window, question, words().quit);
    },
    flush: services.close,
  });
  const open = async (): Promise<void> => {
    const opened = await openWindow({
      preloadPath: join(import.meta.dirname, '../preload/index.cjs'),
      devOrigin,
      state: await loadWindowState(windowFile, isOnDisplay),
      devTools: !app.isPackaged,
    });
    const { id } = opened.webContents;
    trusted.add(id);
    window = opened;
    lifecycle.guard(opened);
    rememberWindowState(opened, windowFile, (error) =>
      log.warn('The window’s place could not be saved', { message: messageOf(error) }),
    );
    opened.on('closed', () => {
      trusted.remove(id);
      if (window === opened) window = null;
    });
    await loadPage(opened, devOrigin);
  };

  setMenu();
  watchSleep(
    () => services.queues.each().forEach((queue) => queue.signal('suspend')),
    () => services.queues.each().forEach((queue) => queue.signal('wake')),
  );
  await open();
}

/** A window that would open where no display is, is opened in the middle instead. */
function isOnDisplay(bounds: { x?: number; y?: number; width: number; height: number }): boolean {
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return true;
  const { workArea } = screen.getDisplayMatching({ x, y, width, height });
  return (
    x < workArea.x + workArea.width &&
    x + width > workArea.x &&
    y < workArea.y + workArea.height &&
    y >= workArea.y
  );
}

function originOf(url: string | undefined): string | null {
  return url === undefined || url === '' ? null : new URL(url).origin;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}

/** Nothing works without these first steps: the reason goes to the terminal, and the app ends. */
function giveUp(error: unknown): void {
  process.stderr.write(`Pixop Ingest could not start: ${messageOf(error)}\n`);
  app.exit(1);
}
