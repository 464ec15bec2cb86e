import { app, type BrowserWindow } from 'electron';
import type { Log } from '../platform/log.ts';

/** What the lifecycle needs of the app. */
export interface LifecycleOptions {
  readonly log: Log;
  readonly currentWindow: () => BrowserWindow | null;
  readonly reopen: () => Promise<void>;
  /** Waits until everything that must not be lost is on disk. */
  readonly flush: () => Promise<void>;
}

/**
 * Only one instance may write the journal: a second start brings the first to the front and ends. Answers false
 * in the second instance, which must then do nothing else.
 */
export function claimSingleInstance(currentWindow: () => BrowserWindow | null): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', () => {
    const window = currentWindow();
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  return true;
}

/** Quits only after the flush; keeps running without a window on macOS, as its users expect. */
export function manageQuit(options: LifecycleOptions): void {
  let flushed = false;
  app.on('before-quit', (event) => {
    if (flushed) return;
    event.preventDefault();
    options
      .flush()
      .catch((error: unknown) => {
        options.log.error('Flush before quitting failed', {
          message: error instanceof Error ? error.message : 'unknown',
        });
      })
      .finally(() => {
        flushed = true;
        app.quit();
      });
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (options.currentWindow() === null) {
      options.reopen().catch((error: unknown) => {
        options.log.error('The window could not be opened again', {
          message: error instanceof Error ? error.message : 'unknown',
        });
      });
    }
  });
}
