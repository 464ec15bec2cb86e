import { needsOneBox } from './split-for-middle.ts';

/** Parts a key into its folders and its name, of which the folders give way first; null when it must not be cut. */
export function splitPath(text: string): { readonly folder: string; readonly name: string } | null {
  const slash = text.lastIndexOf('/', text.length - 2);
  if (slash <= 0 || needsOneBox(text)) return null;
  return { folder: text.slice(0, slash), name: text.slice(slash + 1) };
}
