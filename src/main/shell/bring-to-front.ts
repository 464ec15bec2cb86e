import type { BrowserWindow } from 'electron';

/** Shows the window to an operator who asked for the app from outside of it. */
export function bringToFront(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
