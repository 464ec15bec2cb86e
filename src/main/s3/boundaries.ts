import type { KeyRange } from './key-range.ts';

/** A directory in which one lane can end and the next begin. */
interface Boundary {
  readonly key: Buffer;
  readonly parent: string;
}

/** Directories that lie ahead, in byte order; found by the scout, used by idle lanes. */
export class Boundaries {
  #sorted: readonly Boundary[] = [];
  /** Directories whose subdirectories are too small for a lane each. */
  readonly #crowded = new Set<string>();

  /** Takes in subdirectories of one directory. */
  add(keys: readonly Buffer[], parent: string): void {
    const all = [...this.#sorted, ...keys.map((key) => ({ key, parent }))].toSorted((left, right) =>
      left.key.compare(right.key),
    );
    this.#sorted = all.filter(({ key }, index) => index === 0 || all[index - 1]?.key.equals(key) !== true);
  }

  /** Best cut through one of the ranges: the middle of the highest directories that are ahead of most. */
  cut(ranges: Iterable<KeyRange>): { readonly range: KeyRange; readonly at: Buffer } | null {
    let best: { readonly range: KeyRange; readonly highest: readonly Boundary[] } | null = null;
    for (const range of ranges) {
      const highest = this.#highestIn(range);
      if (highest.length > (best?.highest.length ?? 0)) best = { range, highest };
    }
    const middle = best?.highest[best.highest.length >> 1];
    return best === null || middle === undefined ? null : { range: best.range, at: middle.key };
  }

  /** Whether a subdirectory of this one lies ahead in a range. */
  hasAhead(parent: string, range: KeyRange): boolean {
    return this.#ahead(range).some((one) => one.parent === parent);
  }

  /** Learns from a range that held next to nothing: if several directories lie in it, their like is worth no lane each. */
  disappointed({ after, until }: KeyRange): void {
    const parent = this.#sorted.find(({ key }) => after !== null && key.equals(after))?.parent;
    if (parent === undefined) return;
    const others = this.#ahead({ cursor: after, until }).filter((one) => one.parent === parent);
    if (others.length > 0) this.#crowded.add(parent);
  }

  #highestIn(range: KeyRange): readonly Boundary[] {
    // Where they are many and small, only the first of them parts them from what is not.
    const worth = this.#ahead(range).filter(
      ({ key, parent }) =>
        !this.#crowded.has(parent) || this.#sorted.find((one) => one.parent === parent)?.key === key,
    );
    const level = Math.min(...worth.map(({ parent }) => parent.length));
    return worth.filter(({ parent }) => parent.length === level);
  }

  /** The range's own end is no cut through it. */
  #ahead({ cursor, until }: Pick<KeyRange, 'cursor' | 'until'>): readonly Boundary[] {
    if (cursor === null) return [];
    return this.#sorted.filter(
      ({ key }) => key.compare(cursor) > 0 && (until === null || key.compare(until) < 0),
    );
  }
}
