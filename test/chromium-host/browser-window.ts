import type * as Electron from 'electron';
import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium.ts';
import { preventable } from './preventable.ts';
import { strict } from './strict.ts';
import { HostWebContents, type ContentsHost } from './web-contents.ts';

/** What a window's stand-in needs of the rest of the host. */
export interface WindowHost extends ContentsHost {
  readonly chromium: Chromium;
  readonly onContents: (contents: HostWebContents) => void;
  readonly onAllClosed: () => void;
  /** A window was brought to the front. */
  readonly onFocused: () => void;
}

interface Bounds {
  readonly width: number;
  readonly height: number;
}

/** The windows that are open, and the class that opens them. */
export interface HostWindows {
  readonly BrowserWindow: new (options: Electron.BrowserWindowConstructorOptions) => object;
  /** Closes every window as a quit does; false when one of them refused. */
  readonly closeAll: () => boolean;
  readonly destroyAll: () => void;
  /** The contents whose page tried to open another one. */
  readonly anyContents: () => HostWebContents | null;
}

/** Settings without which the page would not be as shut in as it is in the shipped app. */
const required = { contextIsolation: true, sandbox: true, nodeIntegration: false } as const;

/** Makes `electron.BrowserWindow`: each window is one page of Chromium. */
export function createWindows(host: WindowHost): HostWindows {
  const open = new Set<HostWindow>();

  class HostWindow extends EventEmitter {
    readonly webContents: HostWebContents;
    private readonly options: Electron.BrowserWindowConstructorOptions;
    private readonly page: Promise<Page>;
    private current: Page | null = null;
    private closed = false;
    private maximized = false;
    private minimized = false;

    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super();
      const { webPreferences } = options;
      for (const [name, value] of Object.entries(required)) {
        if (Reflect.get(webPreferences ?? {}, name) !== value)
          throw new Error(`The Chromium host runs pages with ${name}: ${String(value)} only.`);
      }
      this.options = options;
      this.webContents = strictContents(new HostWebContents(host));
      open.add(this);
      host.onContents(this.webContents);
      this.page = this.openPage(webPreferences?.preload);
      this.page.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    }

    async loadURL(url: string): Promise<void> {
      await this.page;
      await this.webContents.load(url);
      this.emit('ready-to-show');
    }
    show(): void {
      this.focus();
    }
    focus(): void {
      // The window may be closed meanwhile, and then there is nothing to bring to the front.
      this.current?.bringToFront().then(host.onFocused, () => undefined);
    }
    isMinimized(): boolean {
      return this.minimized;
    }
    restore(): void {
      this.minimized = false;
    }
    maximize(): void {
      this.maximized = true;
    }
    isMaximized(): boolean {
      return this.maximized;
    }
    isDestroyed(): boolean {
      return this.closed;
    }
    isFocused(): boolean {
      return !this.minimized;
    }
    setProgressBar(_progress: number): void {}
    getNormalBounds(): Electron.Rectangle {
      return { x: 0, y: 0, ...this.size() };
    }
    close(): void {
      const event = preventable();
      this.emit('close', event);
      if (!event.defaultPrevented) this.destroy();
    }
    destroy(): void {
      if (this.closed) return;
      this.gone();
      void this.current?.close();
    }

    private size(): Bounds {
      return { width: this.options.width ?? 800, height: this.options.height ?? 600 };
    }
    private async openPage(preload: string | undefined): Promise<Page> {
      const page = await host.chromium.newPage(this.size());
      this.current = page;
      // The user closed it, or Chromium has gone: no listener can refuse any more.
      page.on('close', () => {
        if (this.closed) return;
        this.emit('close', preventable());
        this.gone();
      });
      await this.webContents.attach(page, preload);
      return page;
    }
    private gone(): void {
      this.closed = true;
      open.delete(this);
      this.emit('closed');
      if (open.size === 0) host.onAllClosed();
    }
  }

  return {
    BrowserWindow: new Proxy(HostWindow, {
      construct: (target, [options]: [Electron.BrowserWindowConstructorOptions]) =>
        strict('BrowserWindow', new target(options)),
    }),
    closeAll() {
      for (const window of open) window.close();
      return open.size === 0;
    },
    destroyAll() {
      for (const window of open) window.destroy();
    },
    anyContents: () => [...open][0]?.webContents ?? null,
  };
}

const strictContents = (contents: HostWebContents): HostWebContents => strict('webContents', contents);
