import type { BrowseRow } from '../../../shared/browse.ts';
import type { Format } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';

/** How much of a folder is imported, as its row says it; null where there is no video to speak of. */
export function importedInWords(
  { done, total, more }: NonNullable<BrowseRow['imported']>,
  text: Pick<Text['browser'], 'importedOf' | 'importedAtLeast' | 'importedOfFirst' | 'tooLarge'>,
  format: Pick<Format, 'count'>,
): { readonly words: string; readonly explanation: string | undefined } | null {
  if (total === 0 && !more) return null;
  const [some, all] = [format.count(done), format.count(total)];
  if (!more) return { words: text.importedOf(some, all), explanation: undefined };
  // None of the first videos says nothing of the others.
  const words = done === 0 ? text.tooLarge : text.importedAtLeast(some);
  return { words, explanation: text.importedOfFirst(some, all) };
}
