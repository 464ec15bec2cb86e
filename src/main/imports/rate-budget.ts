import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';
import type { RateReading } from './ports.ts';

/** Requests a minute before Pixop has said how many it allows; no figure is published, so a modest one. */
const ASSUMED_LIMIT = 60;
/** `X-RateLimit-Reset` is a whole number of seconds; a little more than its end is waited for. */
const GUARD_MS: Milliseconds = 150;
/** A reading whose window ends this much later than the known one belongs to the next window. */
const NEXT_WINDOW_MS: Milliseconds = 30 * SECOND;
/** From the moment that an answer tells of until the next request arrives: others with the same key go on meanwhile. */
const ROUND_TRIP_MS: Milliseconds = 1 * SECOND;
/** The pace of others is not told from less of a window than this. */
const MIN_OBSERVED_MS: Milliseconds = 10 * SECOND;

/**
 * The one budget of all calls to Pixop, learned from its answers. It counts what is in flight as spent, asks a single
 * request into each new window to learn what is left there, and never uses more than its share.
 */
export class RateBudget {
  /** Percent of the limit that is left to others. Range 0 to 90. */
  reservePercent = 0;
  #limit: number | null = null;
  #remaining = ASSUMED_LIMIT;
  /** Requests of ours that were answered in this window. */
  #used = 0;
  #windowEndsAt: Milliseconds | null = null;
  #blockedUntil: Milliseconds = -Infinity;
  #inFlight = 0;
  /** Requests that left in this window. */
  #taken = 0;
  /** True until an answer has been seen in this window. */
  #isProbing = true;
  /** Requests that others have spent on the same key, at least: in this window, and in the one before. */
  #others = 0;
  #othersBefore = 0;
  #readAt: Milliseconds = 0;

  /** Requests a minute, as far as known. */
  get limit(): number {
    return this.#limit ?? ASSUMED_LIMIT;
  }

  /** True until this window has been asked what is left in it: a single request does that. */
  get isProbing(): boolean {
    return this.#isProbing;
  }

  /** Requests that may leave now. */
  free(now: Milliseconds): number {
    this.#roll(now);
    if (now < this.#blockedUntil) return 0;
    if (this.#isProbing) return this.#inFlight === 0 ? 1 : 0;
    const reserve = Math.ceil((this.limit * this.reservePercent) / 100);
    const share = Math.max(1, this.limit - reserve) - this.#used;
    return Math.max(0, Math.min(this.#remaining - this.#takenByOthers(now), share) - this.#inFlight);
  }

  /** Milliseconds of this window that are left. */
  leftMs(now: Milliseconds): Milliseconds {
    this.#roll(now);
    return this.#windowEndsAt === null ? MINUTE : this.#windowEndsAt + GUARD_MS - now;
  }

  /** When more may be free than now, if no answer arrives before. */
  nextChangeAt(now: Milliseconds): Milliseconds {
    if (now < this.#blockedUntil) return this.#blockedUntil;
    return this.#windowEndsAt === null ? Infinity : this.#windowEndsAt + GUARD_MS;
  }

  /** A request leaves, or is about to. */
  take(now: Milliseconds): void {
    this.#roll(now);
    this.#windowEndsAt ??= now + MINUTE;
    this.#inFlight += 1;
    this.#taken += 1;
  }

  /** A request was answered, or will not be. */
  settle(): void {
    this.#inFlight -= 1;
    this.#used += 1;
    // Without a reading every answer counts; a reading has said so already.
    if (this.#limit === null) this.#remaining -= 1;
    if (this.#taken > 0) this.#isProbing = false;
  }

  /** A request that was about to leave did not. */
  giveBack(): void {
    this.#inFlight -= 1;
    this.#taken -= 1;
  }

  /** What an answer's headers said. */
  observe(reading: RateReading, now: Milliseconds): void {
    this.#roll(now);
    const endsAt = now + reading.resetInMs;
    // Before the first reading its end is only assumed.
    const known = this.#limit === null ? null : this.#windowEndsAt;
    this.#limit = reading.limit;
    if (known !== null && known - endsAt > NEXT_WINDOW_MS && reading.resetInMs <= 2 * SECOND) {
      return; // A late answer of the window before.
    }
    if (known === null || endsAt - known > NEXT_WINDOW_MS) {
      this.#windowEndsAt = endsAt;
      this.#remaining = reading.remaining;
      this.#used = 0;
      this.#others = 0;
    } else {
      this.#windowEndsAt = Math.min(known, endsAt);
      this.#remaining = this.#isProbing ? reading.remaining : Math.min(this.#remaining, reading.remaining);
    }
    this.#isProbing = false;
    this.#readAt = now;
    const ours = this.#used + this.#inFlight;
    this.#others = Math.max(this.#others, reading.limit - reading.remaining - ours);
    if (reading.retryAfterMs !== null) this.block(reading.retryAfterMs, now);
  }

  /** Pixop asked for a pause. */
  block(forMs: Milliseconds, now: Milliseconds): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, now + forMs + GUARD_MS);
  }

  /** What the header bar shows; null before the first answer. */
  shown(now: Milliseconds): {
    readonly limit: number;
    readonly remaining: number;
    readonly resetsInMs: Milliseconds;
    /** Until a request may leave again; 0 while one may, or while this window is being asked. */
    readonly waitMs: Milliseconds;
  } | null {
    this.#roll(now);
    if (this.#limit === null || this.#windowEndsAt === null) return null;
    return {
      limit: this.#limit,
      remaining: Math.max(0, this.#remaining),
      resetsInMs: Math.max(0, this.#windowEndsAt - now),
      waitMs: this.#isWaiting(now) ? this.nextChangeAt(now) - now : 0,
    };
  }

  #isWaiting(now: Milliseconds): boolean {
    return now < this.#blockedUntil || (!this.#isProbing && this.free(now) === 0);
  }

  /** Requests that others will have spent since the last reading, by the time the next one arrives, at their pace so far. */
  #takenByOthers(now: Milliseconds): number {
    const observedMs = Math.max(MIN_OBSERVED_MS, MINUTE - this.leftMs(this.#readAt));
    const pace = Math.max(this.#others / observedMs, this.#othersBefore / MINUTE);
    return Math.ceil(pace * (now - this.#readAt + ROUND_TRIP_MS));
  }

  #roll(now: Milliseconds): void {
    if (this.#windowEndsAt === null || now < this.#windowEndsAt + GUARD_MS) return;
    const windows = Math.ceil((now - this.#windowEndsAt - GUARD_MS + 1) / MINUTE);
    this.#windowEndsAt += windows * MINUTE;
    this.#readAt = this.#windowEndsAt - MINUTE;
    this.#remaining = this.limit;
    this.#used = 0;
    this.#taken = 0;
    this.#othersBefore = windows === 1 ? this.#others : 0;
    this.#others = 0;
    this.#isProbing = true;
  }
}
