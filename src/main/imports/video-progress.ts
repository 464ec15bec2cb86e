import type { JobError, JobState } from '../../shared/imports.ts';
import type { Job, Progress } from './job.ts';
import type { VideoInState } from './ports.ts';

/** A video's state as Pixop says it, as a job's progress. What Pixop leaves out keeps its last value. */
export function progressOf(video: VideoInState, last: Progress): Progress {
  const failure: JobError | null =
    video.upload?.error === null || video.upload === null
      ? null
      : {
          code: video.upload.error.code.slice(0, 200),
          message: video.upload.error.message.slice(0, 2_000),
          requestId: null,
          httpStatus: null,
        };
  const copy = video.upload?.status ?? last.copy;
  return {
    copy,
    copyPercent: copy === 'DONE' ? 100 : (video.upload?.percent ?? last.copyPercent),
    ingest: video.ingestion?.status ?? last.ingest,
    ingestPercent:
      video.ingestion?.status === 'DONE' ? 100 : (video.ingestion?.percent ?? last.ingestPercent),
    etaSeconds: video.ingestion?.etaSeconds ?? null,
    error: failure,
  };
}

/** Whether a change of progress must be on disk: the words, not the percentages, which can be read again. */
export const isMilestone = (before: Progress, after: Progress): boolean =>
  before.copy !== after.copy || before.ingest !== after.ingest || before.error?.code !== after.error?.code;

/** The state of a job in the queue's words; done only when Pixop has said DONE for copy and ingestion. */
export function stateOf({ phase }: Job): JobState {
  switch (phase.state) {
    case 'accepted':
      return stateOfProgress(phase.progress);
    case 'intent':
      return 'sending';
    case 'restart-intent':
      return 'restarting';
    case 'abandon-intent':
      return 'abandoning';
    default:
      return phase.state;
  }
}

function stateOfProgress({ copy, copyPercent, ingest }: Progress): JobState {
  if (copy === 'FAILED' || ingest === 'FAILED') return 'failed';
  if (copy === 'DONE') return ingest === 'DONE' ? 'done' : 'ingesting';
  return copy === 'IN_PROGRESS' || copyPercent > 0 ? 'copying' : 'accepted';
}
