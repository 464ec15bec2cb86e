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

interface KeptListing extends LeftListing {
  readonly leftMs: Milliseconds;
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
  #kept: readonly KeptListing[] = [];
  /** The one that was taken last and is not on screen yet: whoever turns elsewhere meanwhile may still come back to it. */
  #taken: KeptListing | null = null;

  constructor(close: (listingId: string) => void, nowMs: () => Milliseconds = Date.now) {
    this.#close = close;
    this.#nowMs = nowMs;
  }

  /**
   * Keeps a listing, or closes it when it is not whole: nobody waits for the rest of it. An older one of the same place is
   * kept no more: what was selected in it is past.
   */
  leave(listing: LeftListing): void {
    for (const one of this.#kept.filter(isOf(listing.browse))) this.#drop(one);
    if (listing.browse.complete) this.#keep({ ...listing, leftMs: this.#nowMs() });
    else this.#close(listing.browse.listingId);
  }

  /**
   * The listing of a place; null when there is none that is young enough. It is kept no more once it was settled that it
   * is shown; if another place is turned to before, it is as if it had not been taken.
   */
  take(of: Of): LeftListing | null {
    const before = this.#taken;
    const found = [...this.#kept, ...(before === null ? [] : [before])].find(isOf(of));
    this.#kept = this.#kept.filter((one) => one !== found);
    this.#taken = null;
    if (before !== null && before !== found) this.#keep(before);
    if (found === undefined) return null;
    if (this.#nowMs() - found.leftMs > KEPT_MS) {
      this.#close(found.browse.listingId);
      return null;
    }
    this.#taken = found;
    return found;
  }

  /** To be told when what was taken is on screen, or is gone after all. */
  settle(): void {
    this.#taken = null;
  }

  /** Closes that of a place which is visited anew: a listing opened beside it would take over its selection, as a refresh does. */
  forgetPlace(of: Of): void {
    const found = this.take(of);
    this.settle();
    if (found !== null) this.#close(found.browse.listingId);
  }

  has(listingId: string): boolean {
    return this.#kept.some(({ browse }) => browse.listingId === listingId);
  }

  /** Closes those of a location, or all of them. */
  forget(locationId: string | null): void {
    for (const one of [...this.#kept, ...(this.#taken === null ? [] : [this.#taken])])
      if (locationId === null || one.browse.locationId === locationId) this.#drop(one);
  }

  #rows(): number {
    return this.#kept.reduce((sum, { browse }) => sum + browse.listed, 0);
  }

  #keep(listing: KeptListing): void {
    this.#kept = [...this.#kept, listing].toSorted((one, other) => one.leftMs - other.leftMs);
    while (this.#kept.length > MOST_LISTINGS || this.#rows() > MOST_ROWS) this.#drop(this.#kept[0]);
  }

  #drop(listing: LeftListing | undefined): void {
    this.#kept = this.#kept.filter((one) => one !== listing);
    if (this.#taken === listing) this.#taken = null;
    if (listing !== undefined) this.#close(listing.browse.listingId);
  }
}

const isOf =
  ({ locationId, prefix, scope }: Of) =>
  ({ browse }: LeftListing): boolean =>
    browse.locationId === locationId && browse.prefix === prefix && browse.scope === scope;
