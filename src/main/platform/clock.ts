import type { Milliseconds } from '../../shared/units.ts';

/** Time as services see it: injected, so that tests and the simulator run in virtual time. */
export interface Clock {
  /** Wall time, epoch milliseconds; may jump, never used to measure a duration. */
  readonly now: () => Milliseconds;
  /** Time since an arbitrary point that never goes back, in milliseconds. */
  readonly monotonic: () => Milliseconds;
  /** Calls back once after `delayMs`; returns the function that cancels it. */
  readonly after: (delayMs: Milliseconds, callback: () => void) => () => void;
}

/** The machine's own clock. Timers do not keep the process alive by themselves. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
