import type { BrowseState, BrowseView } from '../../../shared/browse.ts';
import type { Format } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';

/** What of a listing is read out; empty where there is nothing to say: it is still being listed, nothing is selected. */
export interface ListingInWords {
  readonly listingId: string;
  readonly rows: string;
  readonly selection: string;
  readonly order: string;
}

/** Puts into words how much is shown, how much is selected, and in which order. */
export function listingInWords(
  browse: BrowseState,
  { column, descending }: BrowseView['sort'],
  text: Text['browser'],
  format: Format,
): ListingInWords {
  const { listingId, listed, matching, complete, error, selected, selectedBytes } = browse;
  const count = format.count(listed);
  const whole = matching < listed ? text.matching(format.count(matching), count) : text.announceListed(count);
  return {
    listingId,
    rows: complete ? whole : error === null ? '' : text.partial(count),
    selection:
      selected === 0 ? '' : text.announceSelected(format.count(selected), format.bytes(selectedBytes)),
    order: text.announceSorted(text.columns[column], descending),
  };
}

/** What is to be heard after a change: of a new listing what there is, then only the parts that are other than before. */
export function changedWords(
  before: ListingInWords | null,
  now: ListingInWords,
  noneSelected: string,
): string {
  const isNew = before?.listingId !== now.listingId;
  const known = before === null || isNew ? { rows: '', selection: '', order: now.order } : before;
  const parts = [
    now.rows === known.rows ? '' : now.rows,
    now.selection === known.selection ? '' : now.selection || noneSelected,
    now.order === known.order ? '' : now.order,
  ];
  return parts.filter((part) => part !== '').join('. ');
}
