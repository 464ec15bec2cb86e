import { losses, type Loss } from './disk.ts';
import type { Share } from './life.ts';
import { runCase, type CasePlan } from './run-case.ts';

/** What the deaths came to. */
export interface StepsReport {
  readonly calls: readonly string[];
  readonly cases: number;
  readonly wrongs: readonly string[];
}

const shares: readonly Share[] = [0, 0.5, 1];

/** Dies at every call to the disk, each time with nothing, half and all of it done, and with every loss. */
export async function runSteps(every = 1): Promise<StepsReport> {
  const { calls, wrong } = await runCase({ death: null, loss: 'none' });
  if (wrong !== null) return { calls, cases: 1, wrongs: [`without a death: ${wrong}`] };
  return runDeaths(calls, { losses, every });
}

/** How many deaths show that a precaution is missing. */
export async function runMutant(plan: Omit<CasePlan, 'death'>): Promise<StepsReport> {
  const { calls } = await runCase({ ...plan, death: null, loss: 'none', isLying: false });
  return runDeaths(calls, { losses: [plan.loss], every: 1 }, plan);
}

async function runDeaths(
  calls: readonly string[],
  { losses: tried, every }: { readonly losses: readonly Loss[]; readonly every: number },
  plan: Partial<CasePlan> = {},
): Promise<StepsReport> {
  const wrongs: string[] = [];
  let met = 0;
  let cases = 0;
  for (const [index, call] of calls.entries()) {
    for (const share of shares) {
      for (const loss of tried) {
        met += 1;
        if (met % every !== 0) continue;
        cases += 1;
        const { wrong } = await runCase({ ...plan, death: { atCall: index + 1, share }, loss });
        if (wrong !== null)
          wrongs.push(`call ${index + 1} (${call}), ${share} of it, loss of ${loss}: ${wrong}`);
      }
    }
  }
  return { calls, cases, wrongs };
}
