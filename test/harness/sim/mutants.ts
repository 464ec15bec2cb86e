import { judge } from '../../../src/main/imports/outcome.ts';
import { conclude } from '../../../src/main/imports/reconcile.ts';
import type { SubmitFact } from '../../../src/main/imports/ports.ts';
import type { Flaws } from './schedule.ts';

const retryIf =
  (isRetried: (fact: SubmitFact) => boolean): typeof judge =>
  (fact) => {
    const outcome = judge(fact);
    if (outcome.kind !== 'unknown' || !isRetried(fact)) return outcome;
    return { kind: 'not-executed', because: { wait: 'network' }, error: outcome.error };
  };

/** Engines and disks that each lack one precaution: schedules that pass them prove nothing. */
export const mutants: Readonly<Record<string, Flaws>> = {
  'says written before it is (no fsync)': { isEarly: true },
  'keeps no intent and no outcome (no journal)': { isForgetful: true },
  'sends again after a lost answer': {
    rules: { judge: retryIf(({ kind }) => kind === 'no-answer') },
  },
  'sends again after a 5xx': {
    rules: { judge: retryIf((fact) => fact.kind === 'answered' && fact.status >= 500) },
  },
  'adopts one of two matches': {
    rules: {
      conclude: (matches, isAnothers) =>
        matches[0] === undefined ? conclude(matches, isAnothers) : { kind: 'adopt', videoId: matches[0] },
    },
  },
  'looks once and no more': { rules: { lookDelaysMs: [0] } },
};
