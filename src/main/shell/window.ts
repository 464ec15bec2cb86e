import { BrowserWindow, nativeTheme } from 'electron';
import { APP_ORIGIN } from '../ipc/trusted-sender.ts';
import type { WindowState } from './window-state.ts';

/** What the window is opened with. */
export interface WindowOptions {
  readonly preloadPath: string;
  /** The dev server's origin, or null in every built app. */
  readonly devOrigin: string | null;
  readonly state: WindowState;
  /** DevTools exist in development only. */
  readonly devTools: boolean;
}

/** The only place where a window is made: sandboxed, isolated, without Node, showing the app's own page. */
export async function openWindow(options: WindowOptions): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    ...options.state.bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Pixop Ingest',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload: options.preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => {
    if (options.state.maximized) window.maximize();
    window.show();
  });
  return window;
}

/** Loads the page into a window whose calls are already trusted, so that its first call is not refused. */
export async function loadPage(window: BrowserWindow, devOrigin: string | null): Promise<void> {
  await window.loadURL(devOrigin ?? `${APP_ORIGIN}/index.html`);
}
