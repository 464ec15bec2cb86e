import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import { _electron, chromium, type Browser, type Page } from 'playwright-core';
import { z } from 'zod';
import { electronPath } from './electron-path.ts';

const root = resolve(import.meta.dirname, '../..');
const builtMain = join(root, 'out/main/index.js');

/** A question of the system's own dialog. */
export interface Question {
  readonly message: string;
  readonly detail: string;
}

/** A notification of the system. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** How the built app is started. */
export interface LaunchOptions {
  /** Where the app keeps everything; one folder is one installation. */
  readonly userDataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The main file of another app, to compare with. Default: that of the build. */
  readonly main?: string;
  /** Without a window on the screen. Default true. */
  readonly headless?: boolean;
}

/** A running app: its page, and its main process. */
export interface LaunchedApp {
  readonly host: 'electron' | 'chromium';
  readonly page: Page;
  readonly main: {
    readonly pid: number;
    readonly kill: (signal: NodeJS.Signals) => void;
    /** Resolves when the process has ended, however. */
    readonly exited: Promise<number | null>;
    /** Everything the process has written to its standard error so far. */
    readonly stderr: () => string;
  };
  /** Addresses that the app has opened in the system's browser (known in the Chromium host only). */
  readonly opened: readonly string[];
  /** How often the app has brought its window to the front (counted in the Chromium host only). */
  readonly focusedTimes: () => number;
  /** Questions of the system's own dialogs so far (known in the Chromium host only). */
  readonly asked: readonly Question[];
  /** Which button the next of them gets; the default is the first that does not cancel. */
  readonly answerNext: (button: number) => void;
  /** Notifications so far (known in the Chromium host only). */
  readonly notified: readonly Notice[];
  readonly clickNotification: () => void;
  /** Ends the app as its user would. */
  readonly close: () => Promise<void>;
}

/** Starts the built app, on Electron where its binary is there, else on the Chromium host. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const electron = process.env['PIXOP_INGEST_HOST'] === 'chromium' ? null : electronPath();
  return electron === null ? launchOnChromium(options) : launchOnElectron(options, electron);
}

/** How long the app may take until its window is there. */
const START_MS = 30_000;

const hostLine = z.union([
  z.object({ chromiumHost: z.object({ pid: z.number(), endpoint: z.string() }) }),
  z.object({ openExternal: z.string() }),
  z.object({ windowFocused: z.literal(true) }),
  z.object({ question: z.object({ message: z.string(), detail: z.string() }) }),
  z.object({ notification: z.object({ title: z.string(), body: z.string() }) }),
]);

async function launchOnChromium({
  userDataDir,
  env,
  main = builtMain,
  headless = true,
}: LaunchOptions): Promise<LaunchedApp> {
  const register = join(root, 'test/chromium-host/register.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', register, main, `--user-data-dir=${userDataDir}`],
    {
      cwd: root,
      env: { ...process.env, ...env, PIXOP_INGEST_HOST_VISIBLE: headless ? '0' : '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const process_ = watch(child);
  const opened: string[] = [];
  const asked: Question[] = [];
  const notified: Notice[] = [];
  const say = (line: object): void => void child.stdin?.write(`${JSON.stringify(line)}\n`);
  let focusedTimes = 0;
  const endpoint = await new Promise<string>((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`No window came up. ${process_.stderr()}`)), START_MS);
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      const parsed = hostLine.safeParse(line.startsWith('{') ? JSON.parse(line) : null);
      if (!parsed.success) return;
      if ('openExternal' in parsed.data) opened.push(parsed.data.openExternal);
      else if ('windowFocused' in parsed.data) focusedTimes += 1;
      else if ('question' in parsed.data) asked.push(parsed.data.question);
      else if ('notification' in parsed.data) notified.push(parsed.data.notification);
      else found(parsed.data.chromiumHost.endpoint);
    });
    void process_.exited.then((code) => {
      clearTimeout(timer);
      failed(new Error(`The app ended with ${String(code)} before its window came up. ${process_.stderr()}`));
    });
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const page = await appPage(browser);
  return {
    host: 'chromium',
    page,
    main: process_,
    opened,
    focusedTimes: () => focusedTimes,
    asked,
    answerNext: (button) => say({ answerNext: button }),
    notified,
    clickNotification: () => say({ click: 'notification' }),
    async close() {
      child.kill('SIGTERM');
      await process_.exited;
      await browser.close().catch(() => undefined);
    },
  };
}

/** The page as soon as the app has loaded it. */
async function appPage(browser: Browser): Promise<Page> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const page = browser.contexts()[0]?.pages()[0];
    if (page?.url().includes('pixop-ingest') === true) {
      await page.waitForLoadState('load');
      return page;
    }
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error('The app’s page was not loaded.');
}

async function launchOnElectron(
  { userDataDir, env, main = builtMain, headless = true }: LaunchOptions,
  executablePath: string,
): Promise<LaunchedApp> {
  const app = await _electron.launch({
    executablePath,
    args: [main, `--user-data-dir=${userDataDir}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    cwd: root,
    env: { ...definedOf(process.env), ...env, ...(headless ? { PIXOP_INGEST_HEADLESS: '1' } : {}) },
  });
  const process_ = watch(app.process());
  // Nobody sits before the dialog: what is saved goes where the Chromium host puts it too.
  const saved = join(userDataDir, 'saved');
  await mkdir(saved, { recursive: true });
  await app.evaluate(({ dialog }, folder) => {
    const answer = (...given: readonly unknown[]) => {
      const options = given.at(-1);
      const path = typeof options === 'object' && options !== null ? Reflect.get(options, 'defaultPath') : '';
      const name = String(path).split(/[\\/]/).at(-1) ?? 'file';
      return Promise.resolve({ canceled: false, filePath: `${folder}/${name}` });
    };
    dialog.showSaveDialog = answer;
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
  }, saved);
  return {
    host: 'electron',
    page: await app.firstWindow(),
    main: process_,
    opened: [],
    focusedTimes: () => 0,
    asked: [],
    answerNext: () => undefined,
    notified: [],
    clickNotification: () => undefined,
    close: () => app.close(),
  };
}

function watch(child: ChildProcess): LaunchedApp['main'] {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const exited = new Promise<number | null>((ended) => child.once('exit', (code) => ended(code)));
  return {
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    exited,
    stderr: () => stderr,
  };
}

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
