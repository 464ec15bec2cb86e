import type { QueueSummary } from '../../../shared/imports.ts';
import type { Format } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';

/** Whether the window may be closed, in words; calm only when every import has reached Pixop. */
export function closingWords(
  { counts, unsent, safeToQuit }: QueueSummary,
  text: Text['queue'],
  { count }: Format,
): { readonly isCalm: boolean; readonly words: string } {
  const undecided = counts['needs-decision'];
  const owed = [
    ...(undecided > 0 ? [text.undecided(count(undecided))] : []),
    ...(counts.rejected > 0 ? [text.refused(count(counts.rejected))] : []),
  ];
  if (!safeToQuit) {
    const unsettled = counts.unknown + counts.restarting + counts.abandoning;
    const busy = unsent > 0 ? text.unsafe(count(unsent)) : text.unsettled(count(unsettled));
    return { isCalm: false, words: [busy, ...owed].join(' ') };
  }
  if (owed.length > 0) return { isCalm: false, words: [...owed, text.nothingLost].join(' ') };
  return { isCalm: true, words: text.safe };
}
