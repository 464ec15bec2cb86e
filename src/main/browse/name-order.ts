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
  #lastOfFirstRange = -1;
  /** False once rows came that S3's own order would not allow. */
  ordered = true;

  constructor(store: RowStore) {
    this.#store = store;
  }

  split(left: number, right: number): void {
    this.#ranges.splice(this.#ranges.indexOf(left) + 1, 0, right);
    this.#segments.set(right, []);
  }

  append(range: number, first: number, count: number): void {
    const segments = this.#segments.get(range);
    if (segments === undefined) throw new RangeError(`Range ${range} does not exist`);
    if (this.ordered && range === 0) this.#check(first, count);
    const folders = this.#store.isFolder(first);
    const last = segments.at(-1);
    if (last !== undefined && last.folders === folders && last.first + last.count === first) {
      segments[segments.length - 1] = { ...last, count: last.count + count };
    } else {
      segments.push({ first, count, folders });
    }
  }

  /** The folders or the objects of the given set by name, as they stand in S3's own order. */
  pick(folders: boolean, shown: Bits): Uint32Array<ArrayBuffer> {
    const ids = new Uint32Array(this.#store.count);
    let at = 0;
    for (const range of this.#ranges) {
      for (const segment of this.#segments.get(range) ?? []) {
        if (segment.folders !== folders) continue;
        const end = segment.first + segment.count;
        for (let id = segment.first; id < end; id += 1) if (shown.has(id)) ids[at++] = id;
      }
    }
    return ids.subarray(0, at);
  }

  /** Only the first range can be out of order: lanes are not opened, or refuse, when keys do not ascend. */
  #check(first: number, count: number): void {
    if (
      this.#lastOfFirstRange >= 0 &&
      !this.#store.isFolder(first) &&
      !this.#store.isFolder(this.#lastOfFirstRange)
    ) {
      this.ordered = this.#store.compareKeys(this.#lastOfFirstRange, first) < 0;
    }
    for (let id = first + 1; this.ordered && id < first + count; id += 1) {
      this.ordered = this.#store.followsInOrder(id);
    }
    this.#lastOfFirstRange = first + count - 1;
  }
}
