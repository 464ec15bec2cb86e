import { app, screen, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { createJsonFile } from '../storage/json-file.ts';
import { openWindow } from './window.ts';
import { loadWindowState, rememberWindowState } from './window-state.ts';

/** What the window is made with. */
export interface MainWindowOptions {
  /** Where its place is remembered. */
  readonly directory: string;
  readonly preloadPath: string;
  readonly devOrigin: string | null;
  /** What went wrong with the remembered place; the window is made nevertheless. */
  readonly onProblem: (problem: string, fields: Readonly<Record<string, string>>) => void;
}

/** The app's one window; on macOS it may be closed and made again. */
export interface MainWindow {
  readonly current: () => BrowserWindow | null;
  /** Makes the window, with nothing in it yet. */
  readonly make: () => Promise<BrowserWindow>;
}

/** See {@link MainWindow}. */
export function createMainWindow({
  directory,
  preloadPath,
  devOrigin,
  onProblem,
}: MainWindowOptions): MainWindow {
  let current: BrowserWindow | null = null;
  const file = createJsonFile(join(directory, 'window.json'), (keptAs) =>
    onProblem('An unreadable file was set aside', { keptAs }),
  );
  return {
    current: () => current,
    async make() {
      const state = await loadWindowState(file, isOnDisplay);
      const made = await openWindow({ preloadPath, devOrigin, state, devTools: !app.isPackaged });
      current = made;
      rememberWindowState(made, file, (error) =>
        onProblem('The window’s place could not be saved', {
          message: error instanceof Error ? error.message : 'unknown',
        }),
      );
      made.on('closed', () => {
        if (current === made) current = null;
      });
      return made;
    },
  };
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
