import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium as playwright, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { findChromium } from '../tools/provision.ts';
import { isAlive } from './is-alive.ts';

/** The one Chromium of a running app. */
export interface Chromium {
  /** Opens a page of this size, starting Chromium first when it is not running. */
  readonly newPage: (size: { readonly width: number; readonly height: number }) => Promise<Page>;
  /** Grants or denies a permission (by its web name) to every page. */
  readonly setPermission: (name: string, granted: boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How {@link createChromium} runs. */
export interface ChromiumOptions {
  readonly userData: string;
  /** Opens real windows on a display; otherwise it runs headless. */
  readonly visible: boolean;
  /** Told of every start: the browser's process, and where a test can connect to it. */
  readonly onStarted: (browser: { readonly pid: number; readonly endpoint: string }) => void;
  /** Told of every page that the host did not open: a popup, which no window of the app asked for. */
  readonly onStrayPage: (page: Page) => void;
}

const flags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-infobars',
  // A port of its own choice, on loopback, so that a test can look at the page beside the host's own pipe.
  '--remote-debugging-port=0',
];

interface Running {
  readonly context: BrowserContext;
  readonly browser: CDPSession;
  readonly profile: string;
  /** The page that Chromium opens by itself, until a window takes it. */
  spare: Page | null;
}

/** Makes the Chromium of an app. It ends with this process, however that ends: its pipe is closed then. */
export function createChromium(options: ChromiumOptions): Chromium {
  let running: Promise<Running> | null = null;
  let opening = 0;

  async function start(size: { readonly width: number; readonly height: number }): Promise<Running> {
    const executablePath = findChromium();
    if (executablePath === undefined)
      throw new Error('No Chromium, Chrome or Edge was found for the Chromium host.');
    const profile = join(options.userData, `chromium-${process.pid}`);
    await mkdir(profile, { recursive: true });
    await removeLeftovers(options.userData);
    const context = await playwright.launchPersistentContext(profile, {
      executablePath,
      headless: !options.visible,
      viewport: options.visible ? null : size,
      colorScheme: null,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ignoreDefaultArgs: ['--enable-automation'],
      args: [
        ...flags,
        `--window-size=${size.width},${size.height}`,
        ...(options.visible ? ['--app=data:text/html,<title>Pixop Ingest</title>'] : []),
      ],
    });
    const browser = await context.browser()?.newBrowserCDPSession();
    if (browser === undefined) throw new Error('Chromium did not give its browser session.');
    const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
    const pid = processInfo.find(({ type }) => type === 'browser')?.id;
    if (pid === undefined) throw new Error('Chromium did not tell its process id.');
    options.onStarted({ pid, endpoint: await endpointOf(profile) });
    context.on('page', (page) => {
      if (opening === 0) options.onStrayPage(page);
    });
    context.on('close', () => void (running = null));
    return { context, browser, profile, spare: context.pages()[0] ?? null };
  }

  return {
    async newPage(size) {
      const current = await (running ??= start(size));
      const { spare } = current;
      current.spare = null;
      if (spare !== null && !spare.isClosed()) return spare;
      opening++;
      try {
        const page = await current.context.newPage();
        if (!options.visible) await page.setViewportSize(size);
        return page;
      } finally {
        opening--;
      }
    },
    async setPermission(name, granted) {
      const current = await running;
      await current?.browser.send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
      });
    },
    async close() {
      const current = await running;
      running = null;
      if (current === null) return;
      await current.context.close();
      await rm(current.profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium writes its port into its profile as soon as it listens. */
async function endpointOf(profile: string): Promise<string> {
  const [port = '', path = ''] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

/** Removes the profiles of hosts that were killed. */
async function removeLeftovers(userData: string): Promise<void> {
  for (const name of await readdir(userData)) {
    const pid = /^chromium-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(userData, name), { recursive: true, force: true });
  }
}
