import type { BrowserWindow, ProgressBarOptions } from 'electron';
import type { QueueSummary } from '../../shared/imports.ts';

/** Steps of the bar: a change smaller than this is not worth a call to the system. */
const STEPS = 100;

/** What the taskbar or the dock shows of the queues; -1 is no bar. */
export interface TaskbarProgress {
  readonly share: number;
  readonly mode: NonNullable<ProgressBarOptions['mode']>;
}

/** How far all that is to be done is, by the bytes that were copied; no bar while there is nothing to wait for. */
export function taskbarProgress(summaries: readonly QueueSummary[]): TaskbarProgress {
  const running = summaries.filter(
    ({ counts, unsent }) => unsent + counts.accepted + counts.copying + counts.ingesting > 0,
  );
  if (running.length === 0) return { share: -1, mode: 'none' };
  const total = running.reduce((sum, { totalBytes }) => sum + totalBytes, 0);
  const copied = running.reduce((sum, { copiedBytes }) => sum + copiedBytes, 0);
  return {
    share: total === 0 ? 0 : Math.floor((copied / total) * STEPS) / STEPS,
    mode: running.every(({ paused }) => paused !== null) ? 'paused' : 'normal',
  };
}

/** Makes the function that keeps the window's place in the taskbar or dock at what the queues say. */
export function createTaskbar(
  currentWindow: () => BrowserWindow | null,
): (summaries: readonly QueueSummary[]) => void {
  let told: (TaskbarProgress & { readonly window: BrowserWindow }) | null = null;
  return (summaries) => {
    const window = currentWindow();
    if (window === null || window.isDestroyed()) return;
    const { share, mode } = taskbarProgress(summaries);
    if (told?.window === window && told.share === share && told.mode === mode) return;
    told = { window, share, mode };
    window.setProgressBar(share, { mode });
  };
}
