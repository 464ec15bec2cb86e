import type { JobState } from '../../shared/imports.ts';
import type { JobChange } from './job-list.ts';

/** How far a batch is: its imports on the list by state, and their bytes. */
export interface BatchTally {
  readonly counts: Readonly<Partial<Record<JobState, number>>>;
  readonly total: number;
  readonly bytes: number;
}

/** Takes changes into the tallies of the batches that they are about; the others stay the same objects. */
export function tallyChanges(
  tallies: ReadonlyMap<string, BatchTally>,
  changes: readonly JobChange[],
): ReadonlyMap<string, BatchTally> {
  const changed = new Map<
    string,
    { counts: Partial<Record<JobState, number>>; total: number; bytes: number }
  >();
  const add = ({ batchId, state, sizeBytes }: NonNullable<JobChange['after']>, sign: 1 | -1): void => {
    const last = tallies.get(batchId);
    const tally = changed.get(batchId) ?? {
      counts: { ...last?.counts },
      total: last?.total ?? 0,
      bytes: last?.bytes ?? 0,
    };
    tally.counts[state] = (tally.counts[state] ?? 0) + sign;
    tally.total += sign;
    tally.bytes += sign * sizeBytes;
    changed.set(batchId, tally);
  };
  for (const { before, after } of changes) {
    if (before !== undefined && before.state === after?.state) continue;
    if (before !== undefined) add(before, -1);
    if (after !== undefined) add(after, 1);
  }
  return changed.size === 0 ? tallies : new Map([...tallies, ...changed]);
}
