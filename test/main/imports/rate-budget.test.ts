import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateBudget } from '../../../src/main/imports/rate-budget.ts';

const reading = (
  limit: number,
  remaining: number,
  resetInMs: number,
  retryAfterMs: number | null = null,
) => ({
  limit,
  remaining,
  resetInMs,
  retryAfterMs,
});

/** Pixop's limiter: a fixed window of a minute that starts at `phaseMs`. */
function limiter(limit: number, phaseMs: number) {
  let window = -1;
  let used = 0;
  let refused = 0;
  return {
    refused: () => refused,
    call(now: number) {
      const current = Math.floor((now - phaseMs) / 60_000);
      if (current !== window) [window, used] = [current, 0];
      const resetInMs = Math.ceil(((current + 1) * 60_000 + phaseMs - now) / 1_000) * 1_000;
      if (used >= limit) {
        refused += 1;
        return reading(limit, 0, resetInMs, resetInMs);
      }
      used += 1;
      return reading(limit, limit - used, resetInMs);
    },
  };
}

describe('the rate budget', () => {
  it('finds out the limit with one request', () => {
    const budget = new RateBudget();
    expect(budget.take('submit', 0, true)).toBe(true);
    expect(budget.take('submit', 1, true)).toBe(false);
    expect(budget.view(1)).toBeNull();
    budget.settle(reading(60, 59, 60_000), 10);
    expect(budget.view(10)).toEqual({ limit: 60, remaining: 59, resetsInMs: 60_000 });
    expect(budget.take('submit', 11, true)).toBe(true);
  });

  it('waits as long as a 429 says and not less', () => {
    const budget = new RateBudget();
    budget.take('submit', 0, true);
    budget.settle(reading(60, 30, 60_000, 17_000), 0);
    expect(budget.take('submit', 17_000, true)).toBe(false);
    expect(budget.waitMs(0)).toBeGreaterThanOrEqual(17_000);
  });

  it('leaves others their share', () => {
    const budget = new RateBudget(() => 0.5);
    budget.observe(reading(60, 31, 60_000), 0);
    expect(budget.take('submit', 0, false)).toBe(false);
    budget.observe(reading(60, 59, 60_000 * 2), 60_200);
    expect(budget.take('submit', 60_300, false)).toBe(true);
  });

  it('never exceeds a limit that it has alone, and uses nearly all of it, whatever the delays', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(20, 60, 120),
        fc.integer({ min: 0, max: 59_999 }),
        fc.array(fc.integer({ min: 5, max: 900 }), { minLength: 7, maxLength: 7 }),
        (limit, phaseMs, delays) => {
          const server = limiter(limit, phaseMs);
          const budget = new RateBudget();
          const arriving: {
            at: number;
            answerAt: number | null;
            answer: ReturnType<typeof reading> | null;
          }[] = [];
          let submits = 0;
          let polls = 0;
          const end = 10 * 60_000; // Five at a time, each under two seconds: more than 120 a minute.
          for (let now = 0; now < end; now += 50) {
            for (const one of arriving) {
              if (one.answer === null && now >= one.at) {
                one.answer = server.call(now);
                one.answerAt = now + (delays[(submits + polls) % 7] ?? 5);
              } else if (one.answerAt !== null && now >= one.answerAt) {
                budget.settle(one.answer, now);
                one.answerAt = null;
                one.at = Infinity;
              }
            }
            const busy = arriving.filter((one) => one.at < Infinity).length;
            if (busy < arriving.length && busy === 0) arriving.length = 0;
            if (busy >= 5) continue;
            const isPoll = now % 1_000 === 0;
            if (!budget.take(isPoll ? 'poll' : 'submit', now, true)) continue;
            if (isPoll) polls += 1;
            else submits += 1;
            arriving.push({ at: now + (delays[submits % 7] ?? 5), answerAt: null, answer: null });
          }
          expect(server.refused()).toBe(0);
          expect(polls).toBeGreaterThan(0);
          expect(submits + polls).toBeGreaterThan(limit * 10 * 0.75);
          expect(polls).toBeLessThanOrEqual(limit * 10 * 0.1 + limit * 0.1 + 2);
        },
      ),
      { numRuns: 20 },
    );
  });
});
