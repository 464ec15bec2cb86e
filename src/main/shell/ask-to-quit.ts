import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { QuitQuestion } from './quit-question.ts';
import type { ShellWords } from './words/en.ts';

/** Asks whether to quit although something is interrupted by it; closing the dialog means to go on. */
export async function askToQuit(
  window: BrowserWindow | null,
  { message, detail }: QuitQuestion,
  words: ShellWords['quit'],
): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'question',
    message,
    detail,
    buttons: [words.keepRunning, words.quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (window === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 1;
}
