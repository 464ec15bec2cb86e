import { decodeText } from '../../../shared/decode-text.ts';
import { MANIFEST_CHARACTERS, manifestExtensions } from '../../../shared/manifests.ts';

/** Why something that was dropped is not read. */
type Refusal = 'several' | 'no-list' | 'too-large';

/** What a drop or paste is: one list, or why it is none. */
export function listFileOf(files: ArrayLike<Pick<File, 'name' | 'size'>>): Refusal | null {
  const [file] = Array.from(files);
  if (file === undefined) return 'no-list';
  if (files.length > 1) return 'several';
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (!manifestExtensions.some((extension) => extension === ending)) return 'no-list';
  return file.size > MANIFEST_CHARACTERS ? 'too-large' : null;
}

/** A file's text, in whatever encoding it has. */
export const textOfFile = async (file: Blob): Promise<string> =>
  decodeText(
    new Uint8Array(await file.arrayBuffer()),
    (encoding, options) => new TextDecoder(encoding, options),
  );

/** Whether pasted text can be a list: an address, or more than one line. A single word is nobody's list. */
export const isPastedList = (text: string): boolean =>
  /^\s*(s3:\/\/|arn:aws[a-z-]*:s3:::)\S/i.test(text) || /\S[^\r\n]*[\r\n]+[^\r\n]*\S/.test(text.trim());
