import type { JobState } from '../../shared/imports.ts';
import type { Queue } from './queue.ts';

/** States in which Pixop still has to read the object from its bucket, or may be asked to. */
const needing: ReadonlySet<JobState> = new Set<JobState>([
  'planned',
  'sending',
  'unknown',
  'needs-decision',
  'accepted',
  'copying',
  'restarting',
]);

/** How many imports would be lost if an input location were deleted now. */
export function importsNeeding({ jobs, batches }: Queue, locationId: string): number {
  let count = 0;
  for (const { state, batchId } of jobs.values())
    if (needing.has(state) && batches.get(batchId)?.locationId === locationId) count += 1;
  return count;
}
