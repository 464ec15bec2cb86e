import type { BrowseState } from '../../shared/browse.ts';

/** Where the browser is: what a breadcrumb, the address field and the history lead to. */
export interface Place {
  readonly locationId: string;
  readonly prefix: string;
  readonly scope: BrowseState['scope'];
}

/** How a place is gone to, for the history. */
export type How = 'visit' | 'back' | 'forward' | 'again';

/** What back and forward lead to, the nearest at the seam of the two. */
export interface PlaceHistory {
  readonly back: readonly Place[];
  readonly forward: readonly Place[];
}

/** Places kept behind and before the current one. */
const HISTORY_LENGTH = 100;

/** Whether two places are the same folder, however deep it is listed. */
export const isSameFolder = (one: Place | null, other: Place): one is Place =>
  one?.locationId === other.locationId && one.prefix === other.prefix;

/** The history once the operator has gone from one place to another. */
export function historyAfter(
  { back, forward }: PlaceHistory,
  from: Place | null,
  to: Place,
  how: How,
): PlaceHistory {
  const behind = from === null ? [] : [from];
  switch (how) {
    case 'visit':
      return isSameFolder(from, to) && from.scope === to.scope
        ? { back, forward }
        : { back: [...back, ...behind].slice(-HISTORY_LENGTH), forward: [] };
    case 'back':
      return { back: back.slice(0, -1), forward: [...behind, ...forward] };
    case 'forward':
      return { back: [...back, ...behind], forward: forward.slice(1) };
    case 'again':
      return { back, forward };
  }
}
