import type { BrowseRow } from '../../shared/browse.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Client } from '../client.ts';
import { isSelectedAfter, type ForeseeableChange } from './foreseen-selection.ts';

/** Rows asked for at once: a few screens of them, well under the contract's 1,000. */
const WINDOW_ROWS = 200;
/** Windows kept: 12,800 rows, enough to scroll back and forth without asking again. */
const KEPT_WINDOWS = 64;

interface Window {
  readonly rows: readonly BrowseRow[];
  readonly revision: number;
}

/**
 * The rows near what is on screen, outside the store: a row component subscribes to its own position and renders
 * again only when the row there is another. Rows of an older revision stay until the new ones have come.
 */
export class RowWindows {
  readonly #client: Client;
  readonly #listingId: string;
  readonly #onFailure: (error: AppError) => void;
  readonly #windows = new Map<number, Window>();
  readonly #asked = new Map<number, number>();
  readonly #listeners = new Set<() => void>();
  #revision = 0;
  /** Windows that are on screen: the first, and the one behind the last. */
  #shown: readonly [number, number] = [0, 0];
  /** Changes of the selection so far: rows that were asked for before the last one know nothing of it. */
  #changes = 0;

  constructor(client: Client, listingId: string, onFailure: (error: AppError) => void) {
    this.#client = client;
    this.#listingId = listingId;
    this.#onFailure = onFailure;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The row at a position of the view; undefined while it is on its way. */
  row(index: number): BrowseRow | undefined {
    return this.#windows.get(Math.floor(index / WINDOW_ROWS))?.rows[index % WINDOW_ROWS];
  }

  /** Says which rows are on screen, and of which revision they have to be. */
  show(first: number, last: number, revision: number): void {
    this.#revision = Math.max(this.#revision, revision);
    this.#shown = [Math.floor(first / WINDOW_ROWS), Math.ceil(last / WINDOW_ROWS)];
    this.#fetchShown();
  }

  /** Shows rows as a change of the selection will leave them; to be called with the change itself, not after its answer. */
  foresee(change: ForeseeableChange): void {
    this.#changes += 1;
    for (const [number, { rows, revision }] of this.#windows) {
      const foreseen = rows.map((row, at) => {
        const selected = isSelectedAfter(change, row, number * WINDOW_ROWS + at);
        return selected === row.selected ? row : { ...row, selected };
      });
      this.#windows.set(number, { rows: foreseen, revision });
    }
    this.#tell();
  }

  /** Asks for everything anew: what was foreseen has not come true. */
  askAgain(): void {
    this.#changes += 1;
    for (const [number, { rows }] of this.#windows) this.#windows.set(number, { rows, revision: -1 });
    this.#fetchShown();
  }

  #fetchShown(): void {
    const [from, end] = this.#shown;
    for (let number = from; number < end; number += 1) void this.#fetch(number);
  }

  async #fetch(number: number): Promise<void> {
    const wanted = this.#revision;
    const newest = Math.max(this.#windows.get(number)?.revision ?? -1, this.#asked.get(number) ?? -1);
    if (newest >= wanted) return;
    this.#asked.set(number, wanted);
    const changes = this.#changes;
    const result = await this.#client.request('browse.rows', {
      listingId: this.#listingId,
      from: number * WINDOW_ROWS,
      count: WINDOW_ROWS,
    });
    if (this.#asked.get(number) === wanted) this.#asked.delete(number);
    if (!result.ok) {
      this.#onFailure(result.error);
      return;
    }
    if (changes !== this.#changes) return this.#fetch(number);
    const known = this.#windows.get(number);
    if (known !== undefined && known.revision > result.value.revision) return;
    this.#keep(number, {
      revision: Math.max(wanted, result.value.revision),
      rows: result.value.rows.map((row, at) => sameOr(known?.rows[at], row)),
    });
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #keep(number: number, window: Window): void {
    // Deleted first, so that the map's order is that of use.
    this.#windows.delete(number);
    this.#windows.set(number, window);
    for (const oldest of this.#windows.keys()) {
      if (this.#windows.size <= KEPT_WINDOWS) return;
      this.#windows.delete(oldest);
    }
  }
}

/** The known row when nothing about it has changed, so that its component does not render again. */
function sameOr(known: BrowseRow | undefined, row: BrowseRow): BrowseRow {
  if (known === undefined) return row;
  const isSame =
    known.id === row.id &&
    known.key === row.key &&
    known.selected === row.selected &&
    known.badge === row.badge &&
    known.etag === row.etag &&
    known.sizeBytes === row.sizeBytes &&
    known.modifiedMs === row.modifiedMs &&
    known.storageClass === row.storageClass &&
    known.notPickable === row.notPickable &&
    known.imported?.done === row.imported?.done &&
    known.imported?.total === row.imported?.total;
  return isSame ? known : row;
}
