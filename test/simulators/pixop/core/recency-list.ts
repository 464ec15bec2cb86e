/** Holes left by moved and removed items before the log is rewritten; below it, rewriting costs more than skipping. */
const MIN_HOLES = 1_024;

/**
 * Items by when they were last touched. A touch appends and leaves a hole behind, so that a hundred thousand videos
 * that all make progress stay in order at a constant cost each.
 */
export class RecencyList<Item extends object> {
  #log: (Item | null)[] = [];
  readonly #positions = new Map<Item, number>();

  /** Makes an item the newest; adds it when it is not there yet. */
  touch(item: Item): void {
    this.#vacate(item);
    this.#positions.set(item, this.#log.length);
    this.#log.push(item);
    if (this.#log.length > 2 * this.#positions.size + MIN_HOLES) this.#compact();
  }

  remove(item: Item): void {
    this.#vacate(item);
    this.#positions.delete(item);
  }

  /** Oldest first, or newest first: `take` items after the first `skip`. */
  slice(direction: 'ASC' | 'DESC', skip: number, take: number): Item[] {
    const found: Item[] = [];
    const step = direction === 'ASC' ? 1 : -1;
    let left = skip;
    let index = direction === 'ASC' ? 0 : this.#log.length - 1;
    for (; index >= 0 && index < this.#log.length && found.length < take; index += step) {
      const item = this.#log[index];
      if (item === null || item === undefined) continue;
      if (left > 0) left -= 1;
      else found.push(item);
    }
    return found;
  }

  #vacate(item: Item): void {
    const position = this.#positions.get(item);
    if (position !== undefined) this.#log[position] = null;
  }

  #compact(): void {
    this.#log = this.#log.filter((item) => item !== null);
    for (const [index, item] of this.#log.entries()) if (item !== null) this.#positions.set(item, index);
  }
}
