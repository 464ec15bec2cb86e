import { expect, it } from 'vitest';
import { mutants } from '../../harness/crash-steps/mutants.ts';
import { runMutant, runSteps } from '../../harness/crash-steps/run-steps.ts';

it('comes to one video for each object, at whichever call to the disk the process dies', async () => {
  const { cases, wrongs } = await runSteps(11);
  expect(cases).toBeGreaterThan(50);
  expect(wrongs).toEqual([]);
});

it.each(Object.entries(mutants))('convicts a process that %s', async (_name, plan) => {
  expect((await runMutant(plan)).wrongs).not.toEqual([]);
});
