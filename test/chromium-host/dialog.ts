import type * as Electron from 'electron';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** `electron.dialog` without a screen: what is saved goes to the folder `saved` of the app's data, as a person would click through. */
export function createDialog(userData: string): Pick<Electron.Dialog, 'showSaveDialog'> {
  return {
    async showSaveDialog(...given: readonly unknown[]): Promise<Electron.SaveDialogReturnValue> {
      const options = given.at(-1);
      const path: unknown =
        typeof options === 'object' && options !== null ? Reflect.get(options, 'defaultPath') : undefined;
      const folder = join(userData, 'saved');
      await mkdir(folder, { recursive: true });
      return { canceled: false, filePath: join(folder, basename(typeof path === 'string' ? path : 'file')) };
    },
  };
}
