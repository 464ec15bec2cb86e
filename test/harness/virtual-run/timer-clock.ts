import type { Clock } from '../../../src/main/platform/clock.ts';

/**
 * A clock whose timers take whole milliseconds and at least one, as Node's do. Virtual time that is told to wait for a
 * part of a millisecond too small to count would stand still for ever.
 */
export const timerClock = (clock: Clock): Clock => ({
  ...clock,
  after: (delayMs, callback) => clock.after(Math.max(1, Math.trunc(delayMs)), callback),
});
