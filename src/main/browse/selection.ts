import type { RowRef, SelectionBlock, SelectionChange } from '../../shared/browse.ts';
import { AwaitedKeys } from './awaited-keys.ts';
import { Bits } from './bits.ts';
import { BLOCK_MASK, BLOCK_SHIFT } from './row-block.ts';
import type { RowStore } from './row-store.ts';

/** The selected objects of a listing, by row id: filters, sort orders and new pages cannot change it. */
export class Selection {
  readonly #store: RowStore;
  #now: Picked;
  /** What was selected when the drag of a rectangle began: it may become smaller again, or be called off. */
  #before: { readonly drag: number; readonly picked: Picked } | null = null;

  /** Begins with nothing, or with what `awaited` says as it comes. */
  constructor(store: RowStore, awaited = new AwaitedKeys()) {
    this.#store = store;
    this.#now = new Picked(store, awaited);
  }

  get ids(): Bits {
    return this.#now.ids;
  }

  get count(): number {
    return this.#now.count;
  }

  get bytes(): number {
    return this.#now.bytes;
  }

  /** How many objects are to be selected once they are listed. */
  get awaited(): number {
    return this.#now.awaited.count;
  }

  /** Takes in rows from `first` on, which have just been listed. */
  arrived(first: number): void {
    const now = this.#now;
    const before = this.#before?.picked ?? null;
    if (now.awaited.count === 0 && (before === null || before.awaited.count === 0)) return;
    for (let id = first; id < this.#store.count; id += 1) {
      const isNow = now.awaited.take(this.#store, id);
      if (isNow) now.put(id, true);
      if (before === null) continue;
      if (before.awaited === now.awaited ? isNow : before.awaited.take(this.#store, id)) before.put(id, true);
    }
  }

  /** What is still awaited is not there any more. */
  awaitNothing(): void {
    this.#now.awaited = new AwaitedKeys();
    if (this.#before !== null) this.#before.picked.awaited = new AwaitedKeys();
  }

  /** All that is selected or awaited: what a refresh will select. */
  keys(): AwaitedKeys {
    const keys = new AwaitedKeys(this.count + this.awaited);
    this.ids.forEach((id) => keys.add(this.#store, id));
    keys.addAll(this.#now.awaited);
    return keys;
  }

  /** Carries out what the operator did in a view; what is not in it and rows that cannot be picked are passed over. */
  apply(change: SelectionChange, view: Uint32Array): void {
    if (change.kind === 'marquee') return this.#drawn(change, view);
    this.#before = null;
    switch (change.kind) {
      case 'only':
        this.#now.clear();
        this.#now.put(this.#rowAt(change.row, view), true);
        return;
      case 'toggle': {
        const id = this.#rowAt(change.row, view);
        this.#now.put(id, id !== undefined && !this.ids.has(id));
        return;
      }
      case 'range': {
        if (!change.additive) this.#now.clear();
        const ends = [positionOf(change.from, view), positionOf(change.to, view)].filter((at) => at >= 0);
        const last = Math.min(Math.max(...ends), view.length - 1);
        for (let at = Math.min(...ends); at <= last; at += 1) this.#now.put(view[at], true);
        return;
      }
      case 'all-matching':
        this.#now.addAll(view);
        return;
      case 'invert-matching':
        for (const id of view) this.#now.put(id, !this.ids.has(id));
        this.#now.awaited = new AwaitedKeys();
        return;
      case 'none':
        this.#now.clear();
    }
  }

  /** Selects one row or not, without the operator: a listing that picks. */
  set(id: number, on: boolean): void {
    this.#now.put(id, on);
    this.#before?.picked.put(id, on);
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

  #rowAt({ index, id }: RowRef, view: Uint32Array): number | undefined {
    return id !== null && id < this.#store.count ? id : view[index];
  }

  #drawn(change: SelectionChange & { readonly kind: 'marquee' }, view: Uint32Array): void {
    const { drag, additive, block } = change;
    if (this.#before?.drag !== drag) this.#before = { drag, picked: this.#now };
    this.#now = additive || block === null ? this.#before.picked.copy() : new Picked(this.#store);
    if (block !== null) this.#putBlock(block, view);
  }

  #putBlock(block: SelectionBlock, view: Uint32Array): void {
    const { columns } = block;
    // The ends may lie anywhere.
    const toLine = Math.min(block.toLine, Math.ceil(view.length / columns));
    const toColumn = Math.min(block.toColumn, columns, view.length);
    for (let line = block.fromLine; line < toLine; line += 1)
      for (let column = block.fromColumn; column < toColumn; column += 1)
        this.#now.put(view[line * columns + column], true);
  }
}

/** Where a row stands in a view; -1 when it is not shown any more. */
export const positionOf = ({ index, id }: RowRef, view: Uint32Array): number =>
  id === null || view[index] === id ? index : view.indexOf(id);

/** A set of rows that can be picked, with the sum of their sizes, and of keys that are still to come. */
class Picked {
  readonly ids: Bits;
  count = 0;
  bytes = 0;
  awaited: AwaitedKeys;
  readonly #store: RowStore;

  constructor(store: RowStore, awaited = new AwaitedKeys(), ids = new Bits()) {
    this.#store = store;
    this.awaited = awaited;
    this.ids = ids;
  }

  /** What is awaited is shared: it comes once. */
  copy(): Picked {
    const copy = new Picked(this.#store, this.awaited, this.ids.copy());
    copy.count = this.count;
    copy.bytes = this.bytes;
    return copy;
  }

  put(id: number | undefined, on: boolean): void {
    if (id === undefined || this.ids.has(id) === on || !this.#store.isPickable(id)) return;
    this.ids.set(id, on);
    this.count += on ? 1 : -1;
    this.bytes += on ? this.#store.sizeOf(id) : -this.#store.sizeOf(id);
  }

  /** The same as putting each: a million of them take a frame, where one call each would take several. */
  addAll(ids: Uint32Array): void {
    this.ids.reserve(this.#store.count);
    const { blocks } = this.#store;
    const { words } = this.ids;
    let count = 0;
    let bytes = 0;
    for (const id of ids) {
      const block = blocks[id >>> BLOCK_SHIFT];
      const word = words[id >>> 5] ?? 0;
      const bit = 1 << (id & 31);
      if (block === undefined || (word & bit) !== 0 || !block.isPickable(id & BLOCK_MASK)) continue;
      words[id >>> 5] = word | bit;
      count += 1;
      bytes += block.sizes[id & BLOCK_MASK] ?? 0;
    }
    this.count += count;
    this.bytes += bytes;
  }

  clear(): void {
    this.ids.clear();
    this.count = 0;
    this.bytes = 0;
    this.awaited = new AwaitedKeys();
  }
}
