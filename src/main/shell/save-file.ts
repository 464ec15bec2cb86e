import { app, dialog, type BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppFailure } from '../../shared/errors.ts';

/**
 * Makes the function that keeps a text where the operator says. The path comes from the system's dialog alone, never
 * from the page; it is answered, or null when the dialog was closed.
 */
export function createSaveFile(
  currentWindow: () => BrowserWindow | null,
): (suggestedName: string, text: string) => Promise<string | null> {
  return async (suggestedName, text) => {
    const options = { defaultPath: join(app.getPath('downloads'), basename(suggestedName)) };
    const window = currentWindow();
    const chosen =
      window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
    if (chosen.canceled || chosen.filePath === '') return null;
    try {
      await writeFile(chosen.filePath, text);
    } catch (cause) {
      throw new AppFailure(
        {
          code: 'storage',
          message: 'The file could not be written.',
          detail: { source: 'disk', serviceCode: 'FILE_NOT_WRITTEN' },
        },
        { cause },
      );
    }
    return chosen.filePath;
  };
}
