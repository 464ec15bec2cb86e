import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';

/** A job that no list page has shown for this long is asked for by itself; doubled while it does not change. */
const FIRST_PATIENCE_MS: Milliseconds = 1 * MINUTE;
const LAST_PATIENCE_MS: Milliseconds = 10 * MINUTE;
/** Pages overlap by this much server time, for servers whose clocks differ a little. */
const OVERLAP_MS: Milliseconds = 2 * SECOND;

interface Sight {
  readonly at: Milliseconds;
  readonly patienceMs: Milliseconds;
}

/** When which video was seen last, and how far back the next sweep has to read. */
export class Polling {
  readonly #sights = new Map<string, Sight>();
  /** Server time up to which a team's changes have been read. */
  readonly #watermarks = new Map<string, Milliseconds>();

  seen(jobId: string, now: Milliseconds, isNews: boolean): void {
    const patienceMs = isNews
      ? FIRST_PATIENCE_MS
      : (this.#sights.get(jobId)?.patienceMs ?? FIRST_PATIENCE_MS);
    this.#sights.set(jobId, { at: now, patienceMs });
  }

  /** It was asked for by itself: without news, not so soon again. */
  asked(jobId: string, now: Milliseconds): void {
    const patienceMs = Math.min(
      LAST_PATIENCE_MS,
      2 * (this.#sights.get(jobId)?.patienceMs ?? FIRST_PATIENCE_MS / 2),
    );
    this.#sights.set(jobId, { at: now, patienceMs });
  }

  wasSeenSince(jobId: string, since: Milliseconds): boolean {
    return (this.#sights.get(jobId)?.at ?? -Infinity) >= since;
  }

  /** Live jobs that have not been seen for longer than patience allows, the longest unseen first; forgets all others. */
  stale(live: ReadonlySet<string>, now: Milliseconds): readonly string[] {
    for (const jobId of this.#sights.keys()) if (!live.has(jobId)) this.#sights.delete(jobId);
    const stale: { readonly jobId: string; readonly at: Milliseconds }[] = [];
    for (const jobId of live) {
      const sight = this.#sights.get(jobId);
      if (sight === undefined) this.#sights.set(jobId, { at: now, patienceMs: FIRST_PATIENCE_MS });
      else if (now - sight.at > sight.patienceMs) stale.push({ jobId, at: sight.at });
    }
    return stale.toSorted((a, b) => a.at - b.at).map(({ jobId }) => jobId);
  }

  /** A page older than this holds nothing new. */
  floorOf(teamId: string): Milliseconds {
    return (this.#watermarks.get(teamId) ?? -Infinity) - OVERLAP_MS;
  }

  /** A sweep has read everything that changed up to this server time. */
  sweptTo(teamId: string, newestMs: Milliseconds): void {
    if (newestMs > (this.#watermarks.get(teamId) ?? -Infinity)) this.#watermarks.set(teamId, newestMs);
  }
}
