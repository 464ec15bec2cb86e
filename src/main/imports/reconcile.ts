import { MINUTE, type Milliseconds } from '../../shared/units.ts';

/** When an import whose outcome was not seen is looked for, after it became unknown. */
export const LOOK_DELAYS_MS: readonly Milliseconds[] = [0, 1 * MINUTE, 5 * MINUTE, 15 * MINUTE];

/** How far before a known server time a search goes: Pixop's own clocks need not agree to the minute. */
export const SEARCH_MARGIN_MS: Milliseconds = 10 * MINUTE;

/** What a complete search for one reference proves. */
export type Conclusion =
  | { readonly kind: 'adopt'; readonly videoId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ambiguous' };

/**
 * Exactly one video with the reference, known to be no other import's, is this import's video. None proves nothing by
 * itself: a late commit or a proxy's replay may still come. Two or more are for the operator.
 */
export function conclude(matches: readonly string[], isAnothers: (videoId: string) => boolean): Conclusion {
  const [only, ...others] = matches;
  if (only === undefined) return { kind: 'absent' };
  return others.length === 0 && !isAnothers(only) ? { kind: 'adopt', videoId: only } : { kind: 'ambiguous' };
}

interface Look {
  readonly sinceMs: Milliseconds;
  readonly dueAt: Milliseconds;
}

/** When each unresolved import is looked for next. */
export class LookSchedule {
  readonly #delaysMs: readonly Milliseconds[];
  readonly #looks = new Map<string, Look>();

  constructor(delaysMs: readonly Milliseconds[]) {
    this.#delaysMs = delaysMs;
  }

  /** Starts the series, or brings its next look forward to now. */
  soon(jobId: string, now: Milliseconds): void {
    const look = this.#looks.get(jobId);
    if (look === undefined) this.#looks.set(jobId, { sinceMs: now, dueAt: now + (this.#delaysMs[0] ?? 0) });
    else this.#looks.set(jobId, { ...look, dueAt: Math.min(now, look.dueAt) });
  }

  dueAt(jobId: string): Milliseconds {
    return this.#looks.get(jobId)?.dueAt ?? Infinity;
  }

  /**
   * A complete search that began at this time showed nothing; true when it began late enough to be the last one. A
   * search between two due ones brings the end no nearer.
   */
  sawNothing(jobId: string, startedAt: Milliseconds): boolean {
    const look = this.#looks.get(jobId);
    if (look === undefined) return false;
    const delay = this.#delaysMs.find((delayMs) => look.sinceMs + delayMs > startedAt);
    this.#looks.set(jobId, { ...look, dueAt: delay === undefined ? Infinity : look.sinceMs + delay });
    return delay === undefined;
  }

  forget(jobId: string): void {
    this.#looks.delete(jobId);
  }
}
