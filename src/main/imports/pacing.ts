import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';

/** Share of the limit that status polls get while imports wait. Measured: at 10 % a shown status is at most some seconds old. */
const POLL_SHARE = 0.1;
/** Polls owed at most, so that a long sweep does not stop the next ones for many minutes. */
const MAX_DEBT = 60;
/** What the polls have not used goes to imports in the last second of each window. */
const LAST_CALL_MS: Milliseconds = 1 * SECOND;
/** Between two sweeps when nothing else wants the budget. */
const MIN_INTERVAL_MS: Milliseconds = 2 * SECOND;
/** Between two sweeps when sweep after sweep shows nothing new. */
const MAX_INTERVAL_MS: Milliseconds = 15 * SECOND;
/** Sweeps without news before the interval grows. */
const PATIENCE = 10;
const GROWTH = 1.25;

/** Divides the budget between imports and status polls: polls are paid from a credit that grows with their share. */
export class Pacing {
  #credit = 1;
  #accruedAt: Milliseconds | null = null;
  #quietSweeps = 0;

  /** Polls that may be sent while imports wait; one window's worth is saved up at most. */
  credit(now: Milliseconds, limit: number): number {
    const since = this.#accruedAt ?? now;
    this.#credit = Math.min(
      pollsPerWindow(limit),
      this.#credit + ((now - since) * pollsPerWindow(limit)) / MINUTE,
    );
    this.#accruedAt = now;
    return this.#credit;
  }

  /** A poll was sent. */
  spend(): void {
    this.#credit = Math.max(-MAX_DEBT, this.#credit - 1);
  }

  /** Requests of this window that imports have to leave to polls. */
  owedToPolls(now: Milliseconds, limit: number, leftMs: Milliseconds): number {
    if (leftMs <= LAST_CALL_MS) return 0;
    const ofThisWindow = pollsPerWindow(limit) * Math.min(1, leftMs / MINUTE);
    return Math.ceil(ofThisWindow + Math.max(0, this.credit(now, limit)));
  }

  /** When the credit pays for a page. */
  affordableAt(now: Milliseconds, limit: number): Milliseconds {
    const missing = 1 - this.credit(now, limit);
    return missing <= 0 ? now : now + (missing * MINUTE) / pollsPerWindow(limit);
  }

  /** A sweep ended; without news the next one waits longer. */
  swept(hasNews: boolean): void {
    this.#quietSweeps = hasNews ? 0 : this.#quietSweeps + 1;
  }

  /** Until the next sweep when no import waits: often enough to look live, spread over what the window has left. */
  idleIntervalMs(pages: number, free: number, leftMs: Milliseconds): Milliseconds {
    const patient = MIN_INTERVAL_MS * GROWTH ** Math.max(0, this.#quietSweeps - PATIENCE);
    const spread = Math.min(leftMs, (pages * leftMs) / Math.max(1, free));
    return Math.max(Math.min(patient, MAX_INTERVAL_MS), spread);
  }

  /** Milliseconds before a window's end at which imports may take what is left. */
  get lastCallMs(): Milliseconds {
    return LAST_CALL_MS;
  }
}

const pollsPerWindow = (limit: number): number => Math.max(1, limit * POLL_SHARE);
