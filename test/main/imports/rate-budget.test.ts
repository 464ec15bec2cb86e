import { describe, expect, it } from 'vitest';
import { RateBudget } from '../../../src/main/imports/rate-budget.ts';
import { MINUTE, SECOND } from '../../../src/shared/units.ts';

const limit = 100;
/** What the budget waits beyond the end of a window. */
const GUARD_MS = 150;
const inWindow = (remaining: number, now: number) => ({
  limit,
  remaining,
  resetInMs: MINUTE - now,
  retryAfterMs: null,
});

/** A budget at whose window's begin `ours` requests were answered one after the other, while others made some too. */
function used(ours: number, others: number, now: number): RateBudget {
  const budget = new RateBudget();
  for (let number = 1; number <= ours; number += 1) {
    budget.take(now);
    budget.observe(inWindow(limit - number - Math.round((others * number) / ours), now), now);
    budget.settle();
  }
  return budget;
}

describe('the budget of all calls to Pixop', () => {
  it('uses a key that nobody else uses to its last request', () => {
    const now = 30 * SECOND;
    expect(used(99, 0, now).free(now)).toBe(1);
    expect(used(99, 0, now).free(now + 20 * SECOND)).toBe(1);
  });

  it('leaves to others what they will have taken by the time its request arrives', () => {
    const now = 30 * SECOND;
    // Nearly one a second so far: one is on its way already.
    const budget = used(40, 28, now);
    expect(budget.free(now)).toBe(31);
    expect(budget.free(now + 10 * SECOND)).toBe(21);
  });

  it('believes the first answer, though its window may be about to end', () => {
    const budget = used(1, 96, MINUTE - SECOND);
    expect(budget.shown(MINUTE - SECOND)).toEqual({
      limit,
      remaining: 3,
      resetsInMs: SECOND,
      waitMs: 0,
    });
  });

  it('remembers the pace of others into the next window, and forgets it with a window in which they rest', () => {
    const budget = used(60, 30, MINUTE - SECOND);
    const second = MINUTE + 2 * SECOND;
    budget.take(second);
    budget.observe({ ...inWindow(limit - 1, 0), resetInMs: MINUTE - 2 * SECOND }, second);
    budget.settle();
    expect(budget.free(second)).toBe(limit - 2);
    const third = 2 * MINUTE + 4 * SECOND;
    budget.take(third);
    budget.observe({ ...inWindow(limit - 1, 0), resetInMs: MINUTE - 4 * SECOND }, third);
    budget.settle();
    expect(budget.free(third)).toBe(limit - 1);
  });

  it('says how long a request has to wait once the limit is used up, and of nothing while one may leave', () => {
    const waitMs = (budget: RateBudget, now: number) => budget.shown(now)?.waitMs;
    expect(waitMs(used(99, 0, 30 * SECOND), 30 * SECOND)).toBe(0);
    const budget = used(100, 0, 30 * SECOND);
    expect(waitMs(budget, 37 * SECOND)).toBe(23 * SECOND + GUARD_MS);
    // The next window is asked by a single request: that is no waiting.
    const next = MINUTE + GUARD_MS;
    expect(waitMs(budget, next)).toBe(0);
    budget.take(next);
    expect(waitMs(budget, next)).toBe(0);
    budget.block(5 * SECOND, next);
    expect(waitMs(budget, next)).toBe(5 * SECOND + GUARD_MS);
  });

  it('asks one request into a new window even where others take nearly all', () => {
    const budget = used(1, 99, 30 * SECOND);
    expect(budget.free(40 * SECOND)).toBe(0);
    expect(budget.free(MINUTE + SECOND)).toBe(1);
  });
});
