/** Length of the window that the contract's headers speak of, milliseconds. */
const WINDOW_MS = 60_000;

/** What one request is told about the budget, as the `X-RateLimit-*` headers carry it. */
export interface RateAnswer {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Whole seconds, rounded up, at least 1. */
  readonly resetSeconds: number;
}

/** The mutable part of a window's configuration. */
export interface RateLimits {
  /** Requests a minute, at least 1. */
  limitPerMinute: number;
  /** Requests a minute that somebody else spends on the same key, spread evenly over each window. */
  foreignPerMinute: number;
}

/** Pixop's per-minute budget: fixed windows, refused requests cost nothing. Time comes from outside. */
export class RateWindow {
  readonly #limits: Readonly<RateLimits>;
  readonly #phaseMs: number;
  #window = Number.NaN;
  #used = 0;

  /** `limits` is read at every request, so changing its fields takes effect at once; windows begin at `phaseMs` + n minutes. */
  constructor(limits: Readonly<RateLimits>, phaseMs = 0) {
    this.#limits = limits;
    this.#phaseMs = phaseMs;
  }

  /** Counts one request, or refuses it. */
  take(nowMs: number): RateAnswer {
    const isAllowed = this.#remaining(nowMs) > 0;
    if (isAllowed) this.#used += 1;
    return this.#answer(nowMs, isAllowed);
  }

  /** The budget as it stands, for answers that cost nothing. */
  peek(nowMs: number): RateAnswer {
    return this.#answer(nowMs, true);
  }

  /** Spends requests of this window at one go, as another program with the same key does. */
  consume(requests: number, nowMs: number): void {
    this.#roll(nowMs);
    this.#used += requests;
  }

  #answer(nowMs: number, isAllowed: boolean): RateAnswer {
    const remaining = this.#remaining(nowMs);
    const resetSeconds = Math.max(1, Math.ceil((WINDOW_MS - this.#elapsed(nowMs)) / 1_000));
    return { isAllowed, limit: this.#limits.limitPerMinute, remaining, resetSeconds };
  }

  #remaining(nowMs: number): number {
    this.#roll(nowMs);
    const foreign = Math.floor((this.#limits.foreignPerMinute * this.#elapsed(nowMs)) / WINDOW_MS);
    return Math.max(0, this.#limits.limitPerMinute - this.#used - foreign);
  }

  #elapsed(nowMs: number): number {
    const sincePhase = (nowMs - this.#phaseMs) % WINDOW_MS;
    return sincePhase < 0 ? sincePhase + WINDOW_MS : sincePhase;
  }

  #roll(nowMs: number): void {
    const window = Math.floor((nowMs - this.#phaseMs) / WINDOW_MS);
    if (window === this.#window) return;
    this.#window = window;
    this.#used = 0;
  }
}
