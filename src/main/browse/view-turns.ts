import type { BrowseState } from '../../shared/browse.ts';

/** The views of one listing: one that has to wait before it can be shown must not take the place of a newer one. */
export class ViewTurns {
  #newest: Promise<BrowseState> | null = null;

  /** Shows a view once it is ready; one that was overtaken meanwhile is not shown and answers as the newest does. */
  take(
    ready: Promise<void> | null,
    show: (isNewest: () => boolean) => Promise<BrowseState>,
  ): Promise<BrowseState> {
    const isNewest = (): boolean => this.#newest === mine;
    const mine: Promise<BrowseState> =
      ready === null
        ? show(isNewest)
        : ready.then(() => (isNewest() || this.#newest === null ? show(isNewest) : this.#newest));
    this.#newest = mine;
    return mine;
  }
}
