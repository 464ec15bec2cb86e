import type { JobError, JobRow } from '../../shared/imports.ts';
import { videoIdOf, type Job } from './job.ts';

/** An import as the renderer mirrors it. */
export function jobRow(job: Job): JobRow {
  const { jobId, batchId, position, objectKey, name, sizeBytes, state, attempt, changedAtMs } = job;
  const isCopied = state === 'done' || state === 'ingesting';
  const isRunning = state === 'copying' || state === 'ingesting';
  return {
    jobId,
    batchId,
    position,
    objectKey,
    name,
    sizeBytes,
    state,
    copyPercent: isCopied ? 100 : isRunning ? job.copyPercent : 0,
    ingestPercent: state === 'done' ? 100 : isRunning ? job.ingestPercent : 0,
    etaSeconds: isRunning ? job.etaSeconds : null,
    videoId: videoIdOf(job),
    error: 'error' in job && job.error !== null ? job.error : doubledError(job),
    attempt,
    changedAtMs,
  };
}

/** What the engine exists to prevent is never kept from the operator. */
function doubledError({ doubles }: Job): JobError | null {
  if (doubles.length === 0) return null;
  return {
    code: 'doubled',
    message: `Pixop has more than one video of this import: ${doubles.join(', ')}.`.slice(0, 2_000),
    requestId: null,
    httpStatus: null,
  };
}
