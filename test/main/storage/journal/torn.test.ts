import { beforeAll, describe, expect, it } from 'vitest';
import type { History } from '../../../harness/torn/history.ts';
import { mutants } from '../../../harness/torn/mutants.ts';
import { histories, runTorn } from '../../../harness/torn/run.ts';

describe('a journal that was torn, cut, blanked or disordered', () => {
  const written: History[] = [];
  beforeAll(async () => void written.push(...(await histories(1, 14))));

  it('may lose its end but never says what was not written', async () => {
    const { cases, violations } = await runTorn(written, { seed: 1, every: 29 });
    expect(cases).toBeGreaterThan(2_500);
    expect(violations).toEqual([]);
  });

  it.each(Object.entries(mutants))('convicts an opener that %s', async (_name, open) => {
    const { violations } = await runTorn(written, { seed: 1, every: 601, open });
    expect(violations).not.toEqual([]);
  });
});
