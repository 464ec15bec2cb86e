import type { KeyRange } from './key-range.ts';

/** Rows that must remain on average on both sides before a range is split: one page each. */
const WORTH_ROWS = 2_000;

/** Places where the key space can be cut, in byte order; found by the scout, used by idle lanes. */
export class Boundaries {
  #sorted: Buffer[] = [];

  add(found: readonly Buffer[]): void {
    const all = [...this.#sorted, ...found].toSorted((left, right) => left.compare(right));
    this.#sorted = all.filter((key, index) => index === 0 || all[index - 1]?.equals(key) !== true);
  }

  /** Best cut through one of the ranges: the middle of the one with most boundaries ahead; null when none is worth it. */
  cut(
    ranges: Iterable<KeyRange>,
    rowsListed: number,
  ): { readonly range: KeyRange; readonly at: Buffer } | null {
    let best: { range: KeyRange; from: number; count: number } | null = null;
    let ahead = 0;
    for (const range of ranges) {
      if (range.cursor === null) continue;
      const from = this.#behind(range.cursor);
      // The range's own end is no cut through it.
      const to = range.until === null ? this.#sorted.length : this.#behind(range.until) - 1;
      const count = Math.max(0, to - from);
      ahead += count;
      if (count > (best?.count ?? 0)) best = { range, from, count };
    }
    if (best === null) return null;
    const passed = this.#sorted.length - ahead;
    if (passed > 8 && (rowsListed / passed) * (best.count + 1) < WORTH_ROWS) return null;
    const at = this.#sorted[best.from + (best.count >> 1)];
    return at === undefined ? null : { range: best.range, at };
  }

  /** Index of the first boundary behind `key`. */
  #behind(key: Buffer): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.compare(key) ?? 1) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
