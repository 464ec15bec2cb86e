import { EventEmitter } from 'node:events';
import { HostApp } from './app.ts';
import { readManifest } from './app-paths.ts';
import { createWindows } from './browser-window.ts';
import { createChromium } from './chromium.ts';
import { createDialog } from './dialog.ts';
import { createIpcMain } from './ipc-main.ts';
import { createMenu } from './menu.ts';
import { createNotification } from './notification.ts';
import { createOperator } from './operator.ts';
import { createProtocol } from './protocol.ts';
import { createSession } from './session.ts';
import { absent, strict } from './strict.ts';

/**
 * Stands in for the `electron` module in the process of a built app. What the app uses and this host lacks fails by
 * its name.
 */
const hostProtocol = createProtocol();
const hostIpcMain = createIpcMain();
const menu = createMenu();
const operator = createOperator();
const hostApp = new HostApp(readManifest(process.argv[1] ?? process.cwd()), {
  closeWindows: () => windows.closeAll(),
  destroyWindows: () => windows.destroyAll(),
  end: (code) => {
    void chromium.close().finally(() => process.exit(code));
  },
});
const chromium = createChromium({
  userData: hostApp.getPath('userData'),
  visible: process.env['PIXOP_INGEST_HOST_VISIBLE'] === '1',
  onStarted(browser) {
    // Whoever started this process connects to the page by it.
    process.stdout.write(`${JSON.stringify({ chromiumHost: browser })}\n`);
    void hostSession.apply();
  },
  onStrayPage: (page) => {
    const contents = windows.anyContents();
    if (contents === null) void page.close();
    else contents.stray(page);
  },
});
const hostSession = createSession(chromium.setPermission);
const windows = createWindows({
  chromium,
  protocol: hostProtocol,
  ipcMain: hostIpcMain,
  accelerators: menu,
  onContents: (contents) => hostApp.emit('web-contents-created', {}, contents),
  onAllClosed: () => hostApp.allWindowsClosed(),
  // A page cannot tell: whoever drives it makes it believe that it always has the focus.
  onFocused: () => void process.stdout.write(`${JSON.stringify({ windowFocused: true })}\n`),
});

let lastBlocker = 0;
const blockers = new Set<number>();

export const app = strict('app', hostApp);
export const BrowserWindow = windows.BrowserWindow;
export const ipcMain = hostIpcMain.electron;
export const protocol = hostProtocol.electron;
export const session = hostSession.session;
export const Menu = menu.Menu;
export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false, themeSource: 'system' });
export const powerMonitor = strict('powerMonitor', new EventEmitter());
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start(_type: string): number {
    lastBlocker += 1;
    blockers.add(lastBlocker);
    return lastBlocker;
  },
  stop: (id: number) => blockers.delete(id),
  isStarted: (id: number) => blockers.has(id),
});
export const screen = strict('screen', {
  getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 16_384, height: 16_384 } }),
});
export const shell = strict('shell', {
  async openExternal(url: string): Promise<void> {
    process.stdout.write(`${JSON.stringify({ openExternal: url })}\n`);
  },
});
export const dialog = strict('dialog', createDialog(hostApp.getPath('userData'), operator));
export const Notification = createNotification(operator);
export const nativeImage = absent('nativeImage');
export const clipboard = absent('clipboard');
export const safeStorage = absent('safeStorage');
export const net = absent('net');
export const contextBridge = absent('contextBridge');
export const ipcRenderer = absent('ipcRenderer');
export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  protocol,
  session,
  Menu,
  Notification,
  nativeTheme,
  powerMonitor,
  screen,
  shell,
};
