import type { SelectedObject } from '../imports/selected-object.ts';
import type { Bits } from './bits.ts';
import { objectOf } from './listing-rows.ts';
import type { NameOrder } from './name-order.ts';
import type { RowStore } from './row-store.ts';

/** A selection on its way to the main process, part by part: it stands still from when its first part was read. */
export class SelectedParts {
  readonly #store: RowStore;
  readonly #names: NameOrder;
  #frozen = new Uint32Array();

  constructor(store: RowStore, names: NameOrder) {
    this.#store = store;
    this.#names = names;
  }

  /** Takes what is selected now: shown objects in the order shown, then the others. */
  freeze(selected: Bits, view: Uint32Array): void {
    const shown = view.filter((id) => selected.has(id));
    const hidden = selected.copy();
    for (const id of shown) hidden.set(id, false);
    const others = this.#names.pick(false, hidden);
    this.#frozen = new Uint32Array(shown.length + others.length);
    this.#frozen.set(shown);
    this.#frozen.set(others, shown.length);
  }

  part(from: number, count: number): { total: number; objects: SelectedObject[] } {
    const ids = this.#frozen.subarray(from, from + count);
    return { total: this.#frozen.length, objects: Array.from(ids, (id) => objectOf(this.#store, id)) };
  }
}
