import type { BrowseState } from '../../shared/browse.ts';
import type { ConnectionId } from '../../shared/session.ts';
import { isPartial, type CoveredObjects } from './partial-selection.ts';
import type { ViewTurns } from './view-turns.ts';

/** Where a listing's objects lie. */
export interface BrowsedLocation {
  /** Whose location it is. */
  readonly connectionId: ConnectionId;
  readonly locationId: string;
  readonly locationName: string;
  readonly bucket: string;
}

/** What the main process keeps of a listing, which itself lives in the thread. */
export interface OpenListing {
  readonly location: BrowsedLocation;
  /** Whether what is selected as it comes depends on badges, whatever the view asks for. */
  readonly picksByBadge: boolean;
  readonly views: ViewTurns;
  /** Resolves when the thread knows the badges; null while it need not know any. */
  taught: Promise<void> | null;
  last: BrowseState | null;
  /** True until the operator changes what is selected as it comes. */
  isPicking: boolean;
  covered: CoveredObjects;
}

/** Whether its selection is less than it was meant to be: what is selected as it comes has everything that was listed. */
export const isPartialNow = ({ isPicking, covered, last }: OpenListing): boolean =>
  isPicking ? last?.complete === false : isPartial(covered, last);
