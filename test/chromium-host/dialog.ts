import type * as Electron from 'electron';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { HostOperator } from './operator.ts';

const messageBox = z.object({
  message: z.string(),
  detail: z.string().optional(),
  buttons: z.array(z.string()).min(1),
  cancelId: z.number(),
});

/**
 * `electron.dialog` without a screen, as a person would click through: what is saved goes to the folder `saved` of
 * the app's data, and what is opened is the newest by name of the folder `open`; without one the dialog is closed.
 */
export function createDialog(
  userData: string,
  operator: Pick<HostOperator, 'answer'>,
): Pick<Electron.Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'> {
  return {
    async showSaveDialog(...given: readonly unknown[]): Promise<Electron.SaveDialogReturnValue> {
      const options = given.at(-1);
      const path: unknown =
        typeof options === 'object' && options !== null ? Reflect.get(options, 'defaultPath') : undefined;
      const folder = join(userData, 'saved');
      await mkdir(folder, { recursive: true });
      return { canceled: false, filePath: join(folder, basename(typeof path === 'string' ? path : 'file')) };
    },
    async showOpenDialog(): Promise<Electron.OpenDialogReturnValue> {
      const folder = join(userData, 'open');
      await mkdir(folder, { recursive: true });
      const newest = (await readdir(folder)).toSorted().at(-1);
      if (newest === undefined) return { canceled: true, filePaths: [] };
      return { canceled: false, filePaths: [join(folder, newest)] };
    },
    // It is written to the standard error as well, where tests read it.
    showErrorBox: () => undefined,
    async showMessageBox(...given: readonly unknown[]): Promise<Electron.MessageBoxReturnValue> {
      const { message, detail = '', buttons, cancelId } = messageBox.parse(given.at(-1));
      return {
        response: await operator.answer({ message, detail, buttons, cancelId }),
        checkboxChecked: false,
      };
    },
  };
}
