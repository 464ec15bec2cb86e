import type { BrowseState } from '../../shared/browse.ts';
import type { Input } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { Client } from '../client.ts';
import type { Place } from './place-history.ts';
import type { SelectionChanges } from './selection-changes.ts';

/** A place on its way to being listed. */
export interface Opening {
  readonly place: Place;
  /** How it is to be listed, as it is wanted at the time: it may be asked more than once. */
  readonly how: () => Omit<Input<'browse.open'>, keyof Place>;
  /** Whether it is listed anew while it stays on screen, and the selection goes on. */
  readonly takesOver: boolean;
  /** Whether nobody has gone elsewhere since. */
  readonly isWanted: () => boolean;
}

/**
 * Opens listings so that they take over the selection as it is in the end. Main hands it over when a listing is opened,
 * from the newest one of the place. What is clicked until the answer belongs to the rows on screen, so that it goes to
 * their listing, as it always does; the new one knows nothing of it, and is opened once more. That costs a page in the
 * rare case, and nothing has to be found again by its key among rows that have not been listed yet.
 */
export class ListingOpener {
  readonly #client: Client;
  readonly #changes: SelectionChanges;
  /** Openings that take over a selection, by place: an older one would hand on what it was opened with. */
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(client: Client, changes: SelectionChanges) {
    this.#client = client;
    this.#changes = changes;
  }

  /** Null once it is not wanted any more: nobody would read that listing, and it is closed. */
  async open(opening: Opening): Promise<Result<BrowseState> | null> {
    const { locationId, prefix, scope } = opening.place;
    const name = JSON.stringify([locationId, prefix, scope]);
    for (let other = this.#underWay.get(name); other !== undefined; other = this.#underWay.get(name))
      await other;
    if (!opening.isWanted()) return null;
    if (!opening.takesOver) return this.#ask(opening);
    const asked = this.#askUntilNothingChanged(opening);
    this.#underWay.set(name, asked);
    try {
      return await asked;
    } finally {
      this.#underWay.delete(name);
    }
  }

  async #askUntilNothingChanged(opening: Opening): Promise<Result<BrowseState> | null> {
    for (;;) {
      const { made } = this.#changes;
      await this.#changes.settled();
      if (!opening.isWanted()) return null;
      const result = await this.#ask(opening);
      if (result?.ok !== true || made === this.#changes.made) return result;
      this.#close(result.value);
    }
  }

  async #ask({ place, how, isWanted }: Opening): Promise<Result<BrowseState> | null> {
    const result = await this.#client.request('browse.open', { ...place, ...how() });
    if (isWanted()) return result;
    if (result.ok) this.#close(result.value);
    return null;
  }

  #close({ listingId }: BrowseState): void {
    void this.#client.request('browse.close', { listingId });
  }
}
