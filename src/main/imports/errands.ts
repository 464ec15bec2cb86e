import type { AppError } from '../../shared/errors.ts';
import type { JobError } from '../../shared/imports.ts';
import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';
import type { Core } from './core.ts';
import type { ReadAnswer } from './engine-io.ts';
import { nextRefKey } from './import-reference.ts';
import type { Job } from './job.ts';
import { progressOf } from './progress.ts';
import type { JournalRecord } from './records.ts';

/** Between two questions whether an errand was done, doubled from the first to the last. */
const FIRST_WAIT_MS: Milliseconds = 2 * SECOND;
const LAST_WAIT_MS: Milliseconds = 1 * MINUTE;
/** Answers without a state (204), after which the copy counts as failed as it was. */
const MAX_EMPTY = 5;

interface Errand {
  readonly jobId: string;
  readonly act: 'restart' | 'abandon';
  readonly skipChecksumValidation: boolean;
  /** `call` makes the request; `confirm` asks for the state first, as after a crash. */
  readonly step: 'call' | 'confirm';
  readonly dueAt: Milliseconds;
  readonly tries: number;
  readonly error: JobError | null;
}

/** Restarts and abandons failed copies, on the operator's word only, one at a time, and believes only the state that follows. */
export class Errands {
  readonly #core: Core;
  readonly #errands = new Map<string, Errand>();
  #acting: string | null = null;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Forgets the errands of an earlier queue and takes up those that the journal left open: their state is asked first. */
  takeUp(): void {
    for (const job of this.#core.queue.jobs.values()) {
      if ((job.state !== 'restarting' && job.state !== 'abandoning') || this.#errands.has(job.jobId))
        continue;
      this.#plan(job, job.state === 'restarting' ? 'restart' : 'abandon', false, 'confirm');
    }
  }

  /** The intent is on disk: the call may be made. */
  begin(jobId: string, act: 'restart' | 'abandon', skipChecksumValidation: boolean): void {
    const job = this.#core.queue.jobs.get(jobId);
    if (job !== undefined) this.#plan(job, act, skipChecksumValidation, 'call');
  }

  /** Makes the next call, if one is due and none is under way. */
  start(): void {
    const core = this.#core;
    if (this.#acting !== null || core.link.trouble !== null || core.isKeyTrouble || core.storage !== 'ok')
      return;
    const errand = this.#next('call');
    if (errand === null) return;
    const job = core.queue.jobs.get(errand.jobId);
    if (job === undefined || !('videoId' in job)) return void this.#errands.delete(errand.jobId);
    if (core.budget.free(core.now) <= 0) return core.wakeBy(core.budget.nextChangeAt(core.now));
    core.budget.take(core.now);
    this.#acting = errand.jobId;
    const { act, skipChecksumValidation } = errand;
    core.emit({ kind: 'act', act, videoId: job.videoId, skipChecksumValidation });
  }

  acted(error: AppError | null): void {
    const core = this.#core;
    core.budget.settle();
    const errand = this.#errands.get(this.#acting ?? '');
    this.#acting = null;
    if (errand === undefined) return;
    if (error?.code === 'rate-limited') {
      core.budget.block(error.retryAfterMs ?? MINUTE, core.now);
      return this.#put({ ...errand, dueAt: core.now });
    }
    if (error === null && errand.act === 'restart') return this.#settle(errand, 'resumed');
    if (error?.code === 'offline') core.link.close('offline', core.now);
    this.#put({
      ...errand,
      step: 'confirm',
      dueAt: core.now,
      error: error === null ? null : asJobError(error),
    });
  }

  /** The video whose state has to be asked for, or null when none is due. */
  toConfirm(): { readonly jobId: string; readonly videoId: string } | null {
    const errand = this.#next('confirm');
    const job = this.#core.queue.jobs.get(errand?.jobId ?? '');
    return job !== undefined && 'videoId' in job ? { jobId: job.jobId, videoId: job.videoId } : null;
  }

  confirmed(jobId: string, answer: ReadAnswer): void {
    const errand = this.#errands.get(jobId);
    const job = this.#core.queue.jobs.get(jobId);
    if (errand === undefined || job === undefined) return;
    const tries = errand.tries + 1;
    const waitMs = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** errand.tries);
    const later = { ...errand, tries, dueAt: this.#core.now + waitMs };
    if (!answer.ok) {
      const isGone = answer.error.code === 'not-found';
      if (isGone && errand.act === 'abandon') return this.#abandoned(errand, job);
      if (isGone) return this.#fail(errand, asJobError(answer.error));
      return this.#put({ ...later, tries: errand.tries });
    }
    if (answer.kind !== 'status') return;
    if (answer.state === null) {
      return tries < MAX_EMPTY ? this.#put(later) : this.#fail(errand, errand.error ?? errorOf(job));
    }
    const progress = progressOf(answer.state, this.#core.queue.batchOf(job).settings.fullIngestion);
    if (progress.kind === 'running') this.#settle(errand, 'resumed');
    else if (progress.kind === 'done') this.#settle(errand, 'done');
    else this.#fail(errand, errand.error ?? progress.error);
  }

  #plan(job: Job, act: Errand['act'], skipChecksumValidation: boolean, step: Errand['step']): void {
    this.#put({
      jobId: job.jobId,
      act,
      skipChecksumValidation,
      step,
      dueAt: this.#core.now,
      tries: 0,
      error: null,
    });
  }

  #put(errand: Errand): void {
    this.#errands.set(errand.jobId, errand);
  }

  #next(step: Errand['step']): Errand | null {
    let next: Errand | null = null;
    for (const errand of this.#errands.values()) {
      if (errand.step === step && (next === null || errand.dueAt < next.dueAt)) next = errand;
      if (next !== null && next.dueAt <= this.#core.now) break;
    }
    if (next !== null && next.dueAt > this.#core.now) {
      this.#core.wakeBy(next.dueAt);
      return null;
    }
    return next;
  }

  /** Its video is gone; where the operator asked for it, another import takes its place in the same write. */
  #abandoned({ jobId }: Errand, job: Job): void {
    const core = this.#core;
    const atMs = core.wallMs;
    this.#errands.delete(jobId);
    const again = job.state === 'abandoning' && job.again;
    core.write([
      { type: 'abandoned', jobId, atMs },
      ...(again ? [{ type: 'hidden' as const, jobId, atMs }, plannedAnew(core, job)] : []),
    ]);
  }

  #settle({ jobId }: Errand, type: 'resumed' | 'done'): void {
    this.#errands.delete(jobId);
    this.#core.write([{ type, jobId, atMs: this.#core.wallMs }]);
  }

  #fail({ jobId }: Errand, error: JobError): void {
    this.#errands.delete(jobId);
    this.#core.write([{ type: 'failed', jobId, atMs: this.#core.wallMs, error }]);
  }
}

/** A new import of the same object at the end of the line, with a reference of its own. */
function plannedAnew({ queue, rules, wallMs }: Core, job: Job): JournalRecord {
  const last = job.refs.at(-1);
  const { batchId, objectKey, sizeBytes, etag, name, description, fileName } = job;
  return {
    type: 'planned',
    atMs: wallMs,
    ref: last === undefined ? null : nextRefKey(last, rules.newAttempt()),
    jobId: rules.newId(),
    batchId,
    position: queue.endPosition,
    objectKey,
    sizeBytes,
    etag,
    name,
    description,
    fileName,
  };
}

const errorOf = (job: Job): JobError =>
  'error' in job && job.error !== null
    ? job.error
    : { code: 'internal', message: 'The copy failed.', requestId: null, httpStatus: null };

/** Pixop's own words of a refused call, kept for the row. */
export const asJobError = (error: AppError): JobError => ({
  code: error.detail?.serviceCode ?? error.code,
  message: error.message,
  requestId: error.detail?.requestId ?? null,
  httpStatus: error.detail?.httpStatus ?? null,
});
