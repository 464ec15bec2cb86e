import { SAVED_NAME_CHARACTERS } from '../../../shared/saved.ts';
import { crumbsOf } from '../browser/crumbs.ts';

/** What a place is called when nobody has named it: its folder, else its location. */
export function nameOfPlace(prefix: string, location: string): string {
  const folder = crumbsOf(prefix).at(-1)?.name.trim() ?? location;
  // Half a character at the cut would be shown as a broken one.
  return folder.slice(0, SAVED_NAME_CHARACTERS).replace(/[\ud800-\udbff]$/, '') || '/';
}
