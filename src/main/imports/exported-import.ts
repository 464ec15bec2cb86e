import type { BatchRow, JobError, JobState } from '../../shared/imports.ts';
import type { EnvironmentId } from '../../shared/session.ts';
import type { Milliseconds } from '../../shared/units.ts';
import { jobRow } from './job-row.ts';
import type { Batch, Job } from './job.ts';

/** One import of the queue with everything that is worth keeping in a file. */
export interface ExportedImport {
  readonly objectKey: string;
  readonly bucket: string;
  readonly name: string;
  readonly description: string;
  readonly project: BatchRow['settings']['projectName'];
  readonly state: JobState;
  readonly videoId: string | null;
  readonly error: JobError | null;
  readonly sizeBytes: number;
  readonly attempts: number;
  readonly queuedAtMs: Milliseconds;
  readonly changedAtMs: Milliseconds;
  readonly environment: EnvironmentId;
}

/** States that a list of what failed is made of: they can be imported anew. */
const failedStates: ReadonlySet<JobState> = new Set<JobState>(['failed', 'rejected']);

/** Whether an import is on the list; those that were taken off it are history. */
export const isListed = (job: Job): boolean => !job.hidden;
/** Whether an import is on the list and failed. */
export const isListedFailure = (job: Job): boolean => !job.hidden && failedStates.has(job.state);

/** The chosen ones of some imports, in queue order. */
export function exportedImports(
  jobs: Iterable<Job>,
  batches: ReadonlyMap<string, Batch>,
  isWanted: (job: Job) => boolean,
): readonly ExportedImport[] {
  return [...jobs]
    .filter(isWanted)
    .toSorted((a, b) => a.position - b.position)
    .flatMap((job) => {
      const batch = batches.get(job.batchId);
      return batch === undefined ? [] : [exported(job, batch)];
    });
}

function exported(job: Job, batch: Batch): ExportedImport {
  const { objectKey, name, description, state, sizeBytes, attempt, changedAtMs } = job;
  const { videoId, error } = jobRow(job);
  return {
    objectKey,
    bucket: batch.bucket,
    name,
    description,
    project: batch.settings.projectName,
    state,
    videoId,
    error,
    sizeBytes,
    attempts: attempt,
    queuedAtMs: batch.createdAtMs,
    changedAtMs,
    environment: batch.environmentId,
  };
}
