import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';
import type { RateReading } from './ports.ts';

/** What a request is for: submits go before polls, and polls have a share of their own while submits wait. */
export type RequestPurpose = 'submit' | 'poll';

/** Length of Pixop's window, `X-RateLimit-*` "per minute". */
const WINDOW_MS: Milliseconds = MINUTE;
/** Assumed until the first answer, requests a minute; Pixop publishes no figure. */
const ASSUMED_LIMIT = 60;
/** `Reset` is in whole seconds and the answer took a while: a window is believed over this much later. */
const GUARD_MS: Milliseconds = 150;
/** Share of the limit that polls may use while submits wait. Default 0.1: a shown status is then 3 to 21 s old (p95). */
const POLL_SHARE = 0.1;
/** Readings whose window ends this much later than the known one belong to the next window. */
const NEXT_WINDOW_MS: Milliseconds = 30 * SECOND;

/** The numbers as the queue shows them. */
export interface RateView {
  readonly limit: number;
  readonly remaining: number;
  readonly resetsInMs: Milliseconds;
}

/**
 * One budget for every request of a key, learned from the headers of each answer. Times are monotonic milliseconds,
 * given by the caller, so that it runs in virtual time too.
 */
export class RateBudget {
  #limit: number | null = null;
  #remaining = ASSUMED_LIMIT;
  #resetAt = Infinity;
  #blockedUntil = 0;
  #inFlight = 0;
  #pollCredit = 1;
  #creditAt = 0;
  readonly #reserveShare: () => number;

  /** `reserveShare` is the part of the limit left to other users of the key, 0 to 0.9. */
  constructor(reserveShare: () => number = () => 0) {
    this.#reserveShare = reserveShare;
  }

  /** Takes one request from the budget if it may be sent now; each take is ended by {@link settle}. */
  take(purpose: RequestPurpose, now: Milliseconds, submitsWait: boolean): boolean {
    this.#rollOver(now);
    this.#accrue(now);
    if (now < this.#blockedUntil || this.#free() < 1) return false;
    // Until the first answer nothing is known of the limit: one request finds out.
    if (this.#limit === null && this.#inFlight > 0) return false;
    if (purpose === 'poll') {
      if (submitsWait && this.#pollCredit < 1) return false;
      this.#pollCredit -= 1;
    } else if (
      this.#limit !== null &&
      this.#free() <= Math.floor(Math.min(this.#pollCredit, this.#pollsPerWindow()))
    ) {
      return false;
    }
    this.#inFlight += 1;
    return true;
  }

  /** Ends a take. Without a reading (no answer came) the request counts as spent. */
  settle(reading: RateReading | null, now: Milliseconds): void {
    this.#inFlight = Math.max(0, this.#inFlight - 1);
    if (reading === null) this.#remaining = Math.max(0, this.#remaining - 1);
    else this.observe(reading, now);
  }

  /** Learns from an answer, also of requests that were not taken here, such as the list of teams. */
  observe(reading: RateReading, now: Milliseconds): void {
    this.#rollOver(now);
    const resetAt = now + reading.resetInMs;
    const isNextWindow = this.#resetAt === Infinity || resetAt > this.#resetAt + NEXT_WINDOW_MS;
    this.#limit = reading.limit;
    // Answers overtake each other: within a window the smaller number is the later one, and the smaller reset the closer.
    this.#remaining = isNextWindow ? reading.remaining : Math.min(this.#remaining, reading.remaining);
    this.#resetAt = isNextWindow ? resetAt : Math.min(this.#resetAt, resetAt);
    if (reading.retryAfterMs !== null) {
      this.#remaining = 0;
      this.#blockedUntil = Math.max(this.#blockedUntil, now + reading.retryAfterMs + GUARD_MS);
    }
  }

  /** How long until a take may succeed for lack of budget, 0 when it may now. */
  waitMs(now: Milliseconds): Milliseconds {
    this.#rollOver(now);
    if (now < this.#blockedUntil) return this.#blockedUntil - now;
    return this.#free() >= 1 ? 0 : Math.max(0, this.#resetAt + GUARD_MS - now);
  }

  /** The numbers for the screen; null before the first answer. */
  view(now: Milliseconds): RateView | null {
    this.#rollOver(now);
    if (this.#limit === null) return null;
    return {
      limit: this.#limit,
      remaining: Math.max(0, this.#remaining),
      resetsInMs: Math.max(0, this.#resetAt - now),
    };
  }

  #free(): number {
    const reserve = Math.floor((this.#limit ?? ASSUMED_LIMIT) * this.#reserveShare());
    return this.#remaining - this.#inFlight - reserve;
  }

  #pollsPerWindow(): number {
    return Math.max(1, (this.#limit ?? ASSUMED_LIMIT) * POLL_SHARE);
  }

  #rollOver(now: Milliseconds): void {
    if (this.#limit === null || now < this.#resetAt + GUARD_MS) return;
    const windows = Math.floor((now - this.#resetAt) / WINDOW_MS) + 1;
    this.#resetAt += windows * WINDOW_MS;
    this.#remaining = this.#limit;
  }

  #accrue(now: Milliseconds): void {
    const perWindow = this.#pollsPerWindow();
    this.#pollCredit = Math.min(
      perWindow,
      this.#pollCredit + ((now - this.#creditAt) * perWindow) / WINDOW_MS,
    );
    this.#creditAt = now;
  }
}
