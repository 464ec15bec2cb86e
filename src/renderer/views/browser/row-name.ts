import type { BrowseRow } from '../../../shared/browse.ts';

/** What of a key stands in its row: the part below the folder that is shown, for a folder without its slash. */
export function rowName({ key, kind }: Pick<BrowseRow, 'key' | 'kind'>, prefix: string): string {
  const below = key.startsWith(prefix) ? key.slice(prefix.length) : key;
  // The marker of the folder itself has nothing below; its last part says what it is.
  if (below === '') return key.split('/').at(-2) ?? key;
  return kind === 'folder' && below.endsWith('/') && below.length > 1 ? below.slice(0, -1) : below;
}
