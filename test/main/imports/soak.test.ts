import { expect, it } from 'vitest';
import { soak } from '../../harness/soak/soak.ts';
import { faultsOf } from '../../harness/soak/verdict.ts';
import { brokenReadings } from '../../harness/virtual-run/counted-port.ts';

const options = { imports: 1_000, seed: 1, lostShare: 0.004, foreignPerMinute: 60 } as const;

it('brings a thousand imports through lost answers and failed copies, each once and within a shared limit', async () => {
  const figures = await soak(options);
  expect(faultsOf(figures)).toEqual([]);
  expect(figures.lost).toBeGreaterThan(0);
  expect(figures.restarted).toBeGreaterThan(0);
});

it.each(Object.entries(brokenReadings))('convicts a budget that %s', async (_, distort) => {
  expect(faultsOf(await soak({ ...options, distort })).join()).toContain('beyond the limit');
});
