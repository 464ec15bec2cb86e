import type { SelectionChange } from '../../shared/browse.ts';
import { Bits } from './bits.ts';
import type { RowStore } from './row-store.ts';

/** The selected objects of a listing, by row id: filters, sort orders and new pages cannot change it. */
export class Selection {
  readonly ids = new Bits();
  count = 0;
  bytes = 0;
  readonly #store: RowStore;

  constructor(store: RowStore) {
    this.#store = store;
  }

  /** Carries out what the operator did in a view; positions outside it and rows that cannot be picked are passed over. */
  apply(change: SelectionChange, view: Uint32Array): void {
    switch (change.kind) {
      case 'only':
        this.#clear();
        this.#put(view[change.index], true);
        return;
      case 'toggle': {
        const id = view[change.index];
        this.#put(id, id !== undefined && !this.ids.has(id));
        return;
      }
      case 'range': {
        if (!change.additive) this.#clear();
        const last = Math.min(Math.max(change.from, change.to), view.length - 1);
        for (let at = Math.min(change.from, change.to); at <= last; at += 1) this.#put(view[at], true);
        return;
      }
      case 'all-matching':
        for (const id of view) this.#put(id, true);
        return;
      case 'invert-matching':
        for (const id of view) this.#put(id, !this.ids.has(id));
        return;
      case 'none':
        this.#clear();
    }
  }

  /** Selects one row, for a listing that takes over the selection of the one before it. */
  add(id: number): void {
    this.#put(id, true);
  }

  /** How many selected objects a view does not show. */
  countOutside(shown: Bits): number {
    let outside = 0;
    for (let index = 0; index < this.ids.words.length; index += 1) {
      let word = (this.ids.words[index] ?? 0) & ~(shown.words[index] ?? 0);
      for (; word !== 0; word &= word - 1) outside += 1;
    }
    return outside;
  }

  #put(id: number | undefined, on: boolean): void {
    if (id === undefined || this.ids.has(id) === on || !this.#store.isPickable(id)) return;
    this.ids.set(id, on);
    this.count += on ? 1 : -1;
    this.bytes += on ? this.#store.sizeOf(id) : -this.#store.sizeOf(id);
  }

  #clear(): void {
    this.ids.clear();
    this.count = 0;
    this.bytes = 0;
  }
}
