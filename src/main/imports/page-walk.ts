import type { Milliseconds } from '../../shared/units.ts';
import type { VideosPage, VideosQuery } from './ports.ts';

/** Videos a page, the most that Pixop gives (openapi.json `PageSize`). */
export const PAGE_SIZE = 100;
/** Times that a walk starts over because the list shrank under it. */
const MAX_RESTARTS = 3;

/** Where a walk goes and when it has seen enough. */
export interface WalkPlan {
  readonly teamId: string;
  readonly sortBy: VideosQuery['sortBy'];
  /** Asked after each page, which has been observed by then. */
  readonly isEnough: (page: VideosPage, pages: number) => boolean;
  /** Walks that have to see everything start over when a deletion may have made them skip a video. */
  readonly isExact: boolean;
}

/** What a page means for the walk: `inexact` ends it without proof. */
export type WalkStep = 'more' | 'again' | 'end' | 'inexact';

/** Reads a list that changes while it is read, newest first: inserts repeat items, deletions skip them. */
export class PageWalk {
  readonly plan: WalkPlan;
  readonly startedAt: Milliseconds;
  /** Pages asked for, restarts included. */
  pages = 0;
  /** Largest `updatedAt` or `createdAt` of the first page. */
  newestMs = -Infinity;
  #pageNumber = 0;
  #restarts = 0;
  #total: number | null = null;

  constructor(plan: WalkPlan, startedAt: Milliseconds) {
    this.plan = plan;
    this.startedAt = startedAt;
  }

  /** Videos on the list by the last page; null where Pixop does not count them. */
  get total(): number | null {
    return this.#total;
  }

  get query(): VideosQuery {
    const { teamId, sortBy } = this.plan;
    return {
      teamId,
      // A team-mate may move a video to another project; the team's whole list has it still.
      projectId: null,
      sortBy,
      sortDirection: 'DESC',
      pageNumber: this.#pageNumber,
      pageSize: PAGE_SIZE,
    };
  }

  take(page: VideosPage): WalkStep {
    this.pages += 1;
    const { sortBy, isExact, isEnough } = this.plan;
    if (this.#pageNumber === 0) {
      for (const item of page.items) {
        this.newestMs = Math.max(this.newestMs, sortBy === 'createdAt' ? item.createdAtMs : item.updatedAtMs);
      }
    }
    const hasShrunk = this.#total !== null && page.totalElements !== null && page.totalElements < this.#total;
    this.#total = page.totalElements;
    if (hasShrunk && isExact) {
      if (this.#restarts === MAX_RESTARTS) return 'inexact';
      this.#restarts += 1;
      this.#pageNumber = 0;
      this.#total = null;
      return 'again';
    }
    if (page.isLast || isEnough(page, this.pages)) return 'end';
    this.#pageNumber += 1;
    return 'more';
  }
}
