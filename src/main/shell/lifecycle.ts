import { app, type BrowserWindow } from 'electron';
import type { Log } from '../platform/log.ts';
import { bringToFront } from './bring-to-front.ts';

/** What the lifecycle needs of the app. */
export interface LifecycleOptions {
  readonly log: Log;
  readonly currentWindow: () => BrowserWindow | null;
  readonly reopen: () => Promise<void>;
  /** Whether to quit; the operator is asked when that would interrupt anything. */
  readonly mayQuit: () => Promise<boolean>;
  /** Waits until everything that must not be lost is on disk. */
  readonly flush: () => Promise<void>;
}

/** What a window needs to know of the lifecycle. */
export interface Lifecycle {
  /** Closing the last window means to quit, except on macOS: the window stays until that is settled. */
  readonly guard: (window: BrowserWindow) => void;
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
  app.on('second-instance', () => bringToFront(currentWindow()));
  return true;
}

/** Quits when that may be, after the flush; keeps running without a window on macOS, as its users expect. */
export function manageQuit({ log, currentWindow, reopen, mayQuit, flush }: LifecycleOptions): Lifecycle {
  const isMac = process.platform === 'darwin';
  let isSettling = false;
  let isFlushed = false;
  const failed = (what: string) => (error: unknown) =>
    log.error(what, { message: error instanceof Error ? error.message : 'unknown' });
  const open = (): void => {
    if (currentWindow() === null) reopen().catch(failed('The window could not be opened again'));
  };

  async function settle(): Promise<void> {
    // A question that could not be asked must not keep the app open for ever.
    const may = await mayQuit().catch((error: unknown) => {
      failed('The question before quitting could not be asked')(error);
      return true;
    });
    if (!may) return open();
    await flush().catch(failed('Flush before quitting failed'));
    isFlushed = true;
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (isFlushed) return;
    event.preventDefault();
    if (isSettling) return;
    isSettling = true;
    void settle().finally(() => (isSettling = false));
  });
  app.on('window-all-closed', () => {
    if (!isMac) app.quit();
  });
  app.on('activate', open);
  return {
    guard(window) {
      window.on('close', (event) => {
        if (isMac || isFlushed) return;
        event.preventDefault();
        app.quit();
      });
    },
  };
}
