import type { BrowseState } from '../../shared/browse.ts';
import { MINUTE, type Milliseconds } from '../../shared/units.ts';
import type { Cursor } from './cursor-slice.ts';
import type { RowWindows } from './row-windows.ts';

/** A listing that was left and is still open, as it was then. */
export interface LeftListing {
  readonly browse: BrowseState;
  readonly rowWindows: RowWindows;
  readonly cursor: Cursor;
}

/** What says which listing is meant. */
type Of = Pick<BrowseState, 'locationId' | 'prefix' | 'scope'>;

/** Listings kept open: as many steps back as are taken without a thought. */
const MOST_LISTINGS = 3;
/** Rows in all of them: their 80 bytes each are held for nothing as long as nobody goes back. */
const MOST_ROWS = 1_000_000;
/** After this a bucket has to be looked at anew: what came meanwhile would be missing. */
const KEPT_MS: Milliseconds = 5 * MINUTE;

/** The listings that back and forward lead to without listing again, with what was selected and where the keyboard was. */
export class LeftListings {
  readonly #close: (listingId: string) => void;
  readonly #nowMs: () => Milliseconds;
  /** The one left last is the last. */
  #kept: readonly (LeftListing & { readonly leftMs: Milliseconds })[] = [];

  constructor(close: (listingId: string) => void, nowMs: () => Milliseconds = Date.now) {
    this.#close = close;
    this.#nowMs = nowMs;
  }

  /**
   * Keeps a listing, or closes it when it is not whole: nobody waits for the rest of it. An older one of the same place is
   * kept no more: what was selected in it is past.
   */
  leave(listing: LeftListing): void {
    this.forgetPlace(listing.browse);
    if (listing.browse.complete) this.#kept = [...this.#kept, { ...listing, leftMs: this.#nowMs() }];
    else this.#close(listing.browse.listingId);
    while (this.#kept.length > MOST_LISTINGS || this.#rows() > MOST_ROWS) this.#drop(this.#kept[0]);
  }

  /** The listing of a place, which then is kept no more; null when there is none that is young enough. */
  take(of: Of): LeftListing | null {
    const found = this.#kept.find(isOf(of));
    if (found === undefined) return null;
    this.#kept = this.#kept.filter((one) => one !== found);
    if (this.#nowMs() - found.leftMs <= KEPT_MS) return found;
    this.#close(found.browse.listingId);
    return null;
  }

  /** Closes that of a place which is visited anew: a listing opened beside it would take over its selection, as a refresh does. */
  forgetPlace(of: Of): void {
    for (const one of this.#kept.filter(isOf(of))) this.#drop(one);
  }

  has(listingId: string): boolean {
    return this.#kept.some(({ browse }) => browse.listingId === listingId);
  }

  /** Closes those of a location, or all of them. */
  forget(locationId: string | null): void {
    for (const one of this.#kept)
      if (locationId === null || one.browse.locationId === locationId) this.#drop(one);
  }

  #rows(): number {
    return this.#kept.reduce((sum, { browse }) => sum + browse.listed, 0);
  }

  #drop(listing: LeftListing | undefined): void {
    this.#kept = this.#kept.filter((one) => one !== listing);
    if (listing !== undefined) this.#close(listing.browse.listingId);
  }
}

const isOf =
  ({ locationId, prefix, scope }: Of) =>
  ({ browse }: LeftListing): boolean =>
    browse.locationId === locationId && browse.prefix === prefix && browse.scope === scope;
