import type * as Electron from 'electron';
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import { answerRequest } from './answer-request.ts';
import type { HostIpcMain, InvokeEvent } from './ipc-main.ts';
import { attachPreload, type PreloadWorld } from './preload-world.ts';
import { preventable } from './preventable.ts';
import type { HostProtocol } from './protocol.ts';

/** What a page's stand-in needs of the rest of the host. */
export interface ContentsHost {
  readonly protocol: HostProtocol;
  readonly ipcMain: HostIpcMain;
  readonly accelerators: { readonly keys: () => readonly string[]; readonly press: (key: string) => void };
}

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

let nextId = 1;

/** `webContents`: one page, its preload, its navigations and its messages. */
export class HostWebContents extends EventEmitter {
  readonly id = nextId++;
  private readonly host: ContentsHost;
  private page: Page | null = null;
  private world: PreloadWorld | null = null;
  private expected: string | null = null;
  private openHandler: OpenHandler | null = null;

  constructor(host: ContentsHost) {
    super();
    this.host = host;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: readonly unknown[]): void {
    this.world?.send({ kind: 'send', channel, args: structuredClone([...args]) });
  }
  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }
  getURL(): string {
    return this.page === null ? '' : this.host.protocol.origins.toApp(this.page.url());
  }

  /** Gives the page to the window: its preload is attached before anything is loaded into it. */
  async attach(page: Page, preloadPath: string | undefined): Promise<void> {
    this.page = page;
    await page.route('**/*', (route) => this.request(page, route));
    if (preloadPath === undefined) return;
    const session = await page.context().newCDPSession(page);
    this.world = await attachPreload(page, session, await readFile(preloadPath, 'utf8'), {
      onReady: () => this.world?.send({ kind: 'accelerators', keys: this.host.accelerators.keys() }),
      onMessage: (message, reply) => {
        if (message.kind === 'accelerator') return this.host.accelerators.press(message.key);
        const { id, channel, args } = message;
        this.host.ipcMain.invoke(channel, this.event(page), args).then(
          (value) => reply({ kind: 'answer', id, ok: true, value }),
          (value: unknown) => reply({ kind: 'answer', id, ok: false, value }),
        );
      },
    });
  }

  /** Loads a URL that the app itself asks for; no navigation event, as in Electron. */
  async load(url: string): Promise<void> {
    if (this.page === null) throw new Error('The window has no page yet.');
    this.expected = this.host.protocol.origins.toPage(url);
    await this.page.goto(this.expected, { waitUntil: 'load' });
  }

  /** A page that the app's page tried to open: the app decides, and it has only ever said no. */
  stray(page: Page): void {
    const url = this.host.protocol.origins.toApp(page.url());
    const answer = this.openHandler?.({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    });
    if (answer?.action !== 'deny') process.stderr.write('The Chromium host opens no popups.\n');
    void page.close();
  }

  private event(page: Page): InvokeEvent {
    const { origins } = this.host.protocol;
    const frame = {
      get url() {
        return origins.toApp(page.url());
      },
      parent: null,
      detached: false,
      isDestroyed: () => page.isClosed(),
    };
    return { sender: this, senderFrame: frame, frameId: 1, processId: 1 };
  }

  private async request(page: Page, route: Route): Promise<void> {
    const request = route.request();
    if (
      request.isNavigationRequest() &&
      !this.mayNavigate(page, request.url(), request.frame() === page.mainFrame())
    )
      return route.abort('aborted');
    return answerRequest(page, route, this.host.protocol);
  }

  private mayNavigate(_page: Page, pageUrl: string, isMainFrame: boolean): boolean {
    if (isMainFrame && pageUrl === this.expected) {
      this.expected = null;
      return true;
    }
    const url = this.host.protocol.origins.toApp(pageUrl);
    const details = preventable({ url, isMainFrame, isSameDocument: false });
    this.emit('will-frame-navigate', details);
    if (isMainFrame && !details.defaultPrevented) this.emit('will-navigate', details);
    return !details.defaultPrevented;
  }
}
