import type { BrowseState, BrowseView } from '../../shared/browse.ts';
import { toAppError, type AppError } from '../../shared/errors.ts';
import { Bits } from './bits.ts';
import { sortByNumber } from './bucket-sort.ts';
import { compileFilter, noSum, type Matcher, type Sum } from './matcher.ts';
import { mergeSort } from './merge-sort.ts';
import type { NameOrder } from './name-order.ts';
import type { Pause } from './pause.ts';
import { onlyReason } from './pickable.ts';
import type { RowStore } from './row-store.ts';
import { withSortMemory } from './sort-memory.ts';

/** What a window of rows is cut from: it stands still until the next one takes its place. */
export interface Snapshot extends Readonly<Sum> {
  readonly ids: Uint32Array<ArrayBuffer>;
}

/** What is shown before the first rows have come. */
export const emptySnapshot: Snapshot = { ids: new Uint32Array(), ...noSum };

/** What a listing's state tells of the rows that are shown. */
export const countsOf = (snapshot: Snapshot) =>
  ({
    matching: snapshot.ids.length,
    matchingObjects: snapshot.objects,
    matchingPickable: snapshot.pickable,
    notPickable: onlyReason(snapshot.reasons),
    matchingBytes: snapshot.bytes,
  }) satisfies Partial<BrowseState>;

/** Rows that are matched between two looks at the clock. */
const MATCH_ROWS = 16_384;

/** A filter and an order over a growing listing: rows are matched once, as they come, and put in order when shown. */
export class ListingView {
  readonly shown = new Bits();
  readonly sort: BrowseView['sort'];
  readonly #matcher: Matcher;
  readonly #store: RowStore;
  #failure: AppError | null = null;
  #matched = 0;
  #sum: Readonly<Sum> = noSum;

  constructor(view: BrowseView, store: RowStore, prefix: string) {
    this.sort = view.sort;
    this.#store = store;
    this.#matcher = compileFilter(view.filter, store, prefix);
  }

  /** Matches everything anew, after a badge changed; the next match starts from the first row. */
  invalidate(): void {
    if (!this.#matcher.usesBadges) return;
    this.#matched = 0;
    this.#sum = noSum;
  }

  /** Why the filter was given up; null while it works. */
  get failure(): AppError | null {
    return this.#failure;
  }

  /** Matches the rows that came since the last time. */
  async match(pause: Pause): Promise<void> {
    const store = this.#store;
    while (this.#matched < store.count) {
      const from = this.#matched;
      const to = Math.min(store.count, from + MATCH_ROWS);
      this.shown.reserve(to);
      this.#matched = to;
      if (this.#failure === null) this.#decide(from, to);
      else this.#hide(from, to);
      await pause();
    }
  }

  /** Rows that a filter fails on are hidden, and so is the rest: it would fail on most of them again. */
  #decide(from: number, to: number): void {
    // An expression that fails does so within its rows, of which none is shown then.
    const sum = { ...this.#sum };
    try {
      this.#matcher.run(from, to, this.shown, sum);
      this.#sum = sum;
    } catch (thrown) {
      this.#failure = toAppError(thrown);
      this.#hide(from, to);
    }
  }

  #hide(from: number, to: number): void {
    for (let id = from; id < to; id += 1) this.shown.set(id, false);
  }

  /** Puts the matched rows in order: folders first, by name where the column says nothing of them. */
  async arrange(names: NameOrder, pause: Pause): Promise<Snapshot> {
    const store = this.#store;
    const { column, descending } = this.sort;
    const { ordered } = names;
    const sum = this.#sum;
    let folderIds = names.pick(true, this.shown);
    let objectIds = names.pick(false, this.shown, sum.objects);
    if (!ordered) {
      const compare = (left: number, right: number): number => store.compareKeys(left, right);
      folderIds = await mergeSort(folderIds, compare, pause);
      objectIds = await mergeSort(objectIds, compare, pause);
    }
    if (column === 'name' && descending) {
      folderIds.reverse();
      objectIds.reverse();
    } else if (column !== 'name') {
      await withSortMemory(objectIds.length, (memory) => {
        store.numbers(objectIds, column === 'size' ? 'sizes' : 'modified', memory.values);
        return sortByNumber(objectIds, memory, descending, pause);
      });
    }
    // Millions of ids are not copied for the sake of no folder.
    if (folderIds.length === 0) return { ids: objectIds, ...sum };
    const ids = new Uint32Array(folderIds.length + objectIds.length);
    ids.set(folderIds);
    ids.set(objectIds, folderIds.length);
    return { ids, ...sum };
  }
}
