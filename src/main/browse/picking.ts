import type { BrowseView } from '../../shared/browse.ts';
import type { AppError } from '../../shared/errors.ts';
import { ListingView } from './listing-view.ts';
import type { Pause } from './pause.ts';
import type { RowStore } from './row-store.ts';
import type { Selection } from './selection.ts';

/** Rows that are selected between two looks at the clock. */
const PICK_ROWS = 4_096;

/**
 * Keeps a selection to what a filter lets through, while rows come and their badges change: whenever the listing is
 * complete, so is the selection. The operator's first change of the selection ends it.
 */
export class Picking {
  readonly #matched: ListingView;
  readonly #selection: Selection;
  #picked = 0;
  #isStale = false;
  #ended = false;

  constructor(filter: BrowseView['filter'], store: RowStore, prefix: string, selection: Selection) {
    this.#matched = new ListingView({ filter, sort: { column: 'name', descending: false } }, store, prefix);
    this.#selection = selection;
  }

  /** Why the filter was given up; null while it works. */
  get failure(): AppError | null {
    return this.#matched.failure;
  }

  /** Decides on every row anew, after a badge changed. */
  invalidate(): void {
    this.#matched.invalidate();
    this.#isStale = true;
  }

  /** Decides on those of the first `count` rows that came since the last time: on no row that is not shown yet. */
  async run(count: number, pause: Pause): Promise<void> {
    await this.#matched.match(pause);
    if (this.#isStale) this.#picked = 0;
    this.#isStale = false;
    while (this.#picked < count && !this.#ended) {
      const to = Math.min(count, this.#picked + PICK_ROWS);
      for (; this.#picked < to; this.#picked += 1)
        this.#selection.set(this.#picked, this.#matched.shown.has(this.#picked));
      await pause();
    }
  }

  /** Leaves the selection to the operator, in the middle of a run too. */
  end(): void {
    this.#ended = true;
  }
}
