import type { Bits } from './bits.ts';
import type { RowStore } from './row-store.ts';

/** Rows that arrived together and follow each other by name. */
interface Segment {
  readonly first: number;
  readonly count: number;
  readonly folders: boolean;
}

/**
 * The rows of a listing by name. Lanes fill their ranges out of order, but within a range rows arrive sorted, so the
 * order of all is the ranges one after the other: nothing is ever sorted, unless the server itself was out of order.
 */
export class NameOrder {
  readonly #store: RowStore;
  readonly #ranges: number[] = [0];
  readonly #segments = new Map<number, Segment[]>([[0, []]]);
  /** False once rows came that S3's own order would not allow. */
  ordered = true;

  constructor(store: RowStore) {
    this.#store = store;
  }

  split(left: number, right: number): void {
    this.#ranges.splice(this.#ranges.indexOf(left) + 1, 0, right);
    this.#segments.set(right, []);
  }

  /** Rows `[first, first + count)` follow in a range; `inOrder` says whether all of them are behind those before them. */
  append(range: number, first: number, count: number, inOrder = true): void {
    const segments = this.#segments.get(range);
    if (segments === undefined) throw new RangeError(`Range ${range} does not exist`);
    this.ordered &&= inOrder;
    const folders = this.#store.isFolder(first);
    const last = segments.at(-1);
    if (last !== undefined && last.folders === folders && last.first + last.count === first) {
      segments[segments.length - 1] = { ...last, count: last.count + count };
    } else {
      segments.push({ first, count, folders });
    }
  }

  /** The folders or the objects of the given set by name, as they stand in S3's own order; there are at most `most` of them. */
  pick(folders: boolean, shown: Bits, most = this.#store.count): Uint32Array<ArrayBuffer> {
    const segments = this.#ranges
      .flatMap((range) => this.#segments.get(range) ?? [])
      .filter((segment) => segment.folders === folders);
    const ids = new Uint32Array(segments.length === 0 ? 0 : most);
    const { words } = shown;
    let at = 0;
    for (const { first, count } of segments) {
      for (let id = first; id < first + count; id += 1) {
        const word = words[id >>> 5] ?? 0;
        // A filter hides most of a long listing: 32 rows at a time.
        if (word === 0) id |= 31;
        else if ((word & (1 << (id & 31))) !== 0) ids[at++] = id;
      }
    }
    return at === ids.length ? ids : ids.slice(0, at);
  }
}
