import { describe, expect, it } from 'vitest';
import { mutants } from '../../harness/crash-steps/mutants.ts';
import { crashCases, firstCaught, runCrashes } from '../../harness/crash-steps/run.ts';

const cases = await crashCases();
const every = (step: number) => cases.filter((_, index) => index % step === 0);

describe('an app that dies in a call to its disk', () => {
  it('comes to one video for each object, at whichever call that is', async () => {
    const { cases: played, violations } = await runCrashes(every(17));
    expect(violations).toEqual([]);
    expect(played).toBeGreaterThan(100);
  });

  it.each(mutants)('would be caught with $name', async (mutant) => {
    expect(await firstCaught(every(7), mutant)).not.toBeNull();
  });
});
