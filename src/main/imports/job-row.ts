import type { JobError, JobRow } from '../../shared/imports.ts';
import { noProgress, type Job } from './job.ts';
import { stateOf } from './video-progress.ts';

/** A job as the renderer mirrors it. */
export function toJobRow(job: Job): JobRow {
  const { plan, phase } = job;
  const progress = 'progress' in phase ? phase.progress : noProgress;
  return {
    jobId: plan.jobId,
    batchId: plan.batchId,
    position: job.position,
    objectKey: plan.objectKey,
    name: plan.name,
    sizeBytes: plan.sizeBytes,
    state: stateOf(job),
    copyPercent: progress.copyPercent,
    ingestPercent: progress.ingestPercent,
    etaSeconds: progress.etaSeconds,
    videoId: 'videoId' in phase ? phase.videoId : null,
    error: errorOf(job),
    attempt: job.attempt,
    changedAtMs: job.changedAtMs,
  };
}

function errorOf({ phase }: Job): JobError | null {
  if ('error' in phase) return phase.error;
  if (!('progress' in phase)) return null;
  const { error, ingest } = phase.progress;
  if (error !== null) return error;
  // Pixop gives no code for a failed ingestion.
  return ingest === 'FAILED'
    ? {
        code: 'INGESTION_FAILED',
        message: 'Pixop could not ingest the video.',
        requestId: null,
        httpStatus: null,
      }
    : null;
}
