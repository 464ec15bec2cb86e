import { objectOf } from './listing-rows.ts';
import type { KnownRow } from './listing-protocol.ts';
import type { Pause } from './pause.ts';
import type { RowStore } from './row-store.ts';

/** Rows of a listing that the queue knows something of: only these can have a badge other than "none". */
export class KnownRows {
  readonly #store: RowStore;
  #keys: ReadonlySet<string> = new Set();

  constructor(store: RowStore) {
    this.#store = store;
  }

  /** Takes new keys and answers with the rows that have them; rows that are not known any more lose their badge. */
  async know(keys: readonly string[], pause: Pause): Promise<KnownRow[]> {
    this.#keys = new Set(keys);
    const rows: KnownRow[] = [];
    for (let id = 0; id < this.#store.count; id += 1) {
      const row = this.#row(id);
      if (row !== null) rows.push(row);
      else if (this.#store.badgeOf(id) !== 0) this.#store.setBadge(id, 0);
      if (id % 512 === 0) await pause();
    }
    return rows;
  }

  /** Those of rows `[from, to)`, which have just come. */
  among(from: number, to: number): KnownRow[] {
    const rows: KnownRow[] = [];
    if (this.#keys.size === 0) return rows;
    for (let id = from; id < to; id += 1) {
      const row = this.#row(id);
      if (row !== null) rows.push(row);
    }
    return rows;
  }

  #row(id: number): KnownRow | null {
    if (this.#keys.size === 0 || this.#store.isFolder(id) || !this.#keys.has(this.#store.keyOf(id)))
      return null;
    return { id, object: objectOf(this.#store, id) };
  }
}
