import { toAppError } from '../../shared/errors.ts';
import { attemptPart, objectPart, withReference, writeReference } from './import-reference.ts';
import type { Job } from './job.ts';
import { judge, type Outcome } from './outcome.ts';
import type { PixopPort, SubmitRequest } from './ports.ts';
import type { Batch } from './queue-state.ts';
import type { JobRecord } from './records.ts';

/** What one attempt needs. */
export interface AttemptPorts {
  readonly pixop: Pick<PixopPort, 'submitImport'>;
  /** Resolves when the record is on disk and applied; rejects when it is not. */
  readonly commit: (record: JobRecord) => Promise<void>;
  readonly nowMs: () => number;
  /** At least five random bytes, anew with each call. */
  readonly randomBytes: () => Uint8Array;
  readonly sha256: (text: string) => Uint8Array;
}

/** How an attempt ended: with an outcome that is on disk, or because the disk failed before or after the call. */
export type AttemptEnd =
  | { readonly kind: 'settled'; readonly outcome: Outcome }
  /** Nothing was sent; the job is still planned. */
  | { readonly kind: 'not-started'; readonly message: string }
  /** The call was made, and its outcome could not be written: after a restart the job is unknown. */
  | { readonly kind: 'unwritten'; readonly outcome: Outcome; readonly message: string };

/**
 * Imports one planned job: intent on disk, then one call, then its outcome on disk. The order is the engine's whole
 * safety: a crash anywhere in between leaves either a job that was never sent, or one that is looked for.
 */
export async function attemptImport(
  job: Job,
  batch: Batch,
  ports: AttemptPorts,
  signal: AbortSignal,
): Promise<AttemptEnd> {
  const { jobId } = job.plan;
  const { text, reference } = describe(job, batch, ports);
  try {
    await ports.commit({ type: 'intent', jobId, atMs: ports.nowMs(), reference });
  } catch (thrown) {
    return { kind: 'not-started', message: toAppError(thrown).message };
  }
  const outcome = judge(await ports.pixop.submitImport(requestOf(job, batch, text), signal));
  try {
    await ports.commit(recordOf(jobId, outcome, ports.nowMs()));
  } catch (thrown) {
    return { kind: 'unwritten', outcome, message: toAppError(thrown).message };
  }
  return { kind: 'settled', outcome };
}

/** The description that is sent, and the reference in it when the batch wants one. */
function describe(
  job: Job,
  batch: Batch,
  ports: AttemptPorts,
): { readonly text: string; readonly reference: string | null } {
  const { description, objectKey, etag } = job.plan;
  if (!batch.row.settings.importReference) return { text: description, reference: null };
  const reference = {
    object: objectPart({ bucket: batch.row.bucket, objectKey, etag }, ports.sha256),
    attempt: attemptPart(ports.randomBytes()),
  };
  return { text: withReference(description, reference), reference: writeReference(reference) };
}

function requestOf({ plan }: Job, { row }: Batch, description: string): SubmitRequest {
  return {
    inputLocationId: row.locationId,
    teamId: row.settings.teamId,
    fullIngestion: row.settings.fullIngestion,
    body: {
      name: plan.name,
      objectKey: plan.objectKey,
      fileName: plan.fileName,
      ...(description === '' ? {} : { description }),
      ...(row.settings.projectId === null ? {} : { projectId: row.settings.projectId }),
    },
  };
}

function recordOf(jobId: string, outcome: Outcome, atMs: number): JobRecord {
  switch (outcome.kind) {
    case 'accepted':
      return { type: 'accepted', jobId, atMs, videoId: outcome.videoId, via: 'response' };
    case 'rejected':
    case 'not-executed':
    case 'unknown':
      return { type: outcome.kind, jobId, atMs, error: outcome.error };
  }
}
