import { describe, expect, it } from 'vitest';
import { mutants } from '../../harness/sim/mutants.ts';
import { firstCaught, runRange } from '../../harness/sim/run-range.ts';
import { runSchedule } from '../../harness/sim/run-schedule.ts';

describe('random schedules of crashes, lost answers and full disks', () => {
  it('lose no import, double none, and leave none unexplained', () => {
    expect(runRange(1, 500)).toMatchObject({ failed: 0, failures: [] });
  });

  /** Each showed a fault once. */
  it.each([
    [2, 'a journal taken for damaged after an import was looked for in vain'],
    [13, 'an import without a reference looked for again and again'],
    [71, 'a search given up after its first look'],
    [1_176, 'unsent imports without a reference that nothing woke'],
    [1_379, 'a doubled import that no audit saw, because the app ended before it'],
    [8_258, 'searches brought to their end early by failures of the disk'],
    [9_764, 'an outcome learned twice while the disk could not be written'],
  ])('still tell the truth with seed %i: %s', (seed) => {
    expect(runSchedule(seed).wrongs).toEqual([]);
  });

  it.each(Object.entries(mutants))('catch an engine that %s', (_name, flaws) => {
    expect(firstCaught(3_000, flaws)).not.toBeNull();
  });
});
