import type { Clock } from '../../../../src/main/platform/clock.ts';
import { Agenda } from './agenda.ts';

/** Virtual time that moves only when told to, so that an hour of copying is tested in a moment. */
export interface VirtualClock extends Clock {
  /** Moves on and runs what falls due on the way, in order. */
  readonly advance: (byMs: number) => void;
  /** When the next callback is due, or null. */
  readonly nextAtMs: () => number | null;
}

/** Starts a clock; the default is a date on which nothing special happens. */
export function createVirtualClock(startMs = Date.UTC(2026, 10, 24, 9)): VirtualClock {
  const agenda = new Agenda();
  let nowMs = startMs;
  return {
    now: () => nowMs,
    monotonic: () => nowMs - startMs,
    after(delayMs, callback) {
      let isCancelled = false;
      agenda.at(nowMs + delayMs, (dueMs) => {
        if (isCancelled) return;
        nowMs = dueMs;
        callback();
      });
      return () => {
        isCancelled = true;
      };
    },
    advance(byMs) {
      const untilMs = nowMs + byMs;
      agenda.runDue(untilMs);
      nowMs = untilMs;
    },
    nextAtMs: () => agenda.nextAtMs(),
  };
}
