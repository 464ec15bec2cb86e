import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeText } from '../../shared/decode-text.ts';
import { AppFailure } from '../../shared/errors.ts';
import { MANIFEST_CHARACTERS, manifestExtensions } from '../../shared/manifests.ts';

const options: OpenDialogOptions = {
  properties: ['openFile'],
  filters: [{ name: 'CSV, TXT, JSON', extensions: [...manifestExtensions] }],
};

/** Makes the function that reads the manifest that the operator points to in the system's dialog; its path stays here. */
export function createOpenManifest(
  currentWindow: () => BrowserWindow | null,
): () => Promise<{ readonly fileName: string; readonly text: string } | null> {
  return async () => {
    const window = currentWindow();
    const chosen = await (window === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    const [path] = chosen.filePaths;
    if (chosen.canceled || path === undefined) return null;
    const bytes = await bytesOf(path);
    return { fileName: basename(path), text: decodeText(bytes, (...given) => new TextDecoder(...given)) };
  };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size <= MANIFEST_CHARACTERS) return await readFile(path);
  } catch (cause) {
    const detail = { source: 'disk', serviceCode: 'FILE_UNREADABLE' } as const;
    throw new AppFailure({ code: 'storage', message: 'The file could not be read.', detail }, { cause });
  }
  throw new AppFailure({
    code: 'bad-request',
    message: 'The file is too large for a list.',
    detail: { source: 'app', serviceCode: 'MANIFEST_TOO_LARGE' },
  });
}
