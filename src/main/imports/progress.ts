import type { JobError } from '../../shared/imports.ts';
import type { Job, JobPhase } from './job.ts';
import type { VideoInState } from './ports.ts';

/** What a video that Pixop works on looks like. */
export type LivePhase =
  | { readonly state: 'accepted'; readonly videoId: string }
  | Extract<JobPhase, { readonly state: 'copying' | 'ingesting' }>;

/** What an observation of a video says of its import: how far it is, or that it ended. */
export type Progress =
  | {
      readonly kind: 'running';
      readonly phase: LivePhase;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: JobError };

/**
 * Reads a video's state. Only what Pixop says in words that this app knows ends an import: an unknown status, or an
 * ingestion that has not appeared yet, is never taken for the end.
 */
export function progressOf(state: VideoInState, fullIngestion: boolean): Progress {
  const { videoId, upload, ingestion } = state;
  if (upload?.status === 'FAILED') return { kind: 'failed', error: failure('upload', upload.error) };
  if (ingestion?.status === 'FAILED') return { kind: 'failed', error: failure('ingestion', null) };
  const isCopied = upload?.status === 'DONE';
  // Metadata only: the answer need not carry an ingestion at all.
  if (isCopied && (ingestion?.status === 'DONE' || (ingestion === null && !fullIngestion)))
    return { kind: 'done' };
  if (isCopied) {
    return {
      kind: 'running',
      phase: {
        state: 'ingesting',
        videoId,
        copyPercent: 100,
        ingestPercent: ingestion?.percent ?? 0,
        etaSeconds: ingestion?.etaSeconds ?? null,
      },
    };
  }
  if (upload?.status !== 'IN_PROGRESS') return { kind: 'running', phase: { state: 'accepted', videoId } };
  return {
    kind: 'running',
    phase: { state: 'copying', videoId, copyPercent: upload.percent, ingestPercent: 0, etaSeconds: null },
  };
}

/** The job with an observed phase, or the same object when nothing changed: progress is re-readable, so it is not journaled. */
export function withProgress(job: Job, phase: LivePhase, atMs: number): Job {
  if (job.state !== 'accepted' && job.state !== 'copying' && job.state !== 'ingesting') return job;
  if (isSame(job, phase)) return job;
  const { jobId, batchId, position, objectKey, sizeBytes, etag, name, description, fileName } = job;
  const { refs, attempt, sinceMs, doubles, hidden } = job;
  const plan = { jobId, batchId, position, objectKey, sizeBytes, etag, name, description, fileName };
  return Object.assign(plan, { refs, attempt, sinceMs, doubles, hidden, changedAtMs: atMs }, phase);
}

const isSame = (job: Job, phase: JobPhase): boolean =>
  job.state === phase.state &&
  (!('copyPercent' in phase) ||
    ('copyPercent' in job &&
      job.copyPercent === phase.copyPercent &&
      job.ingestPercent === phase.ingestPercent &&
      job.etaSeconds === phase.etaSeconds));

const failure = (
  what: 'upload' | 'ingestion',
  error: { readonly code: string; readonly message: string } | null,
): JobError => ({
  code: (error?.code ?? (what === 'upload' ? 'COPY_FAILED' : 'INGESTION_FAILED')).slice(0, 200),
  message: (error?.message ?? `Pixop says that the ${what} failed.`).slice(0, 2_000),
  requestId: null,
  httpStatus: null,
});
