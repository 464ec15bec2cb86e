import { MINUTE, type Milliseconds } from '../../shared/units.ts';
import { asAppError, type Pause } from './breaker.ts';
import type { Core } from './core.ts';
import type { Batch, Job } from './job.ts';
import type { NotExecuted, Outcome } from './outcome.ts';
import type { SubmitFact } from './ports.ts';
import type { JournalRecord } from './records.ts';
import { submitRequest } from './submit-request.ts';

type Slot = 'writing-intent' | 'posting' | 'writing-outcome';

/** An object that was picked longer ago is looked at once more before it is sent: it may have been replaced since. */
const LOOK_AGAIN_AFTER_MS: Milliseconds = 15 * MINUTE;

/** Sends imports: intent on disk → request → outcome on disk → the next one. */
export class Sender {
  readonly #core: Core;
  readonly #slots = new Map<string, Slot>();
  /** Intents whose write failed: if one is on disk after all, it is known not to have been sent. */
  readonly #unsent = new Set<string>();

  readonly #onAccepted: () => void;

  constructor(core: Core, onAccepted: () => void) {
    this.#core = core;
    this.#onAccepted = onAccepted;
  }

  /** Requests that may be on their way. */
  get posting(): number {
    return [...this.#slots.values()].filter((slot) => slot === 'posting').length;
  }

  /** True when an import could be sent if the budget allowed it. */
  get isWanting(): boolean {
    return this.#isOpen && this.#next() !== null;
  }

  /** A batch that waits for its anchor: Pixop's own time before the first of its videos. */
  batchWithoutAnchor(): Batch | null {
    if (!this.#isOpen) return null;
    for (const [batchId] of this.#core.queue.lines()) {
      const batch = this.#core.queue.batches.get(batchId);
      if (batch?.anchorMs === null) return batch;
    }
    return null;
  }

  /** Starts as many imports as gates and budget allow. */
  start(): void {
    const core = this.#core;
    while (this.#isOpen && this.#slots.size < core.link.maxPosts(core.rules.maxPosts)) {
      const job = this.#next();
      if (job === null) return;
      if (!this.#isAffordable()) return;
      this.#begin(job);
    }
  }

  submitted(jobId: string, fact: SubmitFact): void {
    if (this.#slots.get(jobId) !== 'posting') return;
    const core = this.#core;
    if (fact.kind === 'withheld') core.budget.giveBack();
    else core.budget.settle();
    const outcome = this.#judge(jobId, fact);
    this.#draw(outcome);
    const job = core.queue.jobs.get(jobId);
    const record = recordOf(jobId, core.wallMs, outcome);
    const free = (): void => this.#free(jobId, outcome);
    // After the journal was opened anew the job is unknown, or has been found already.
    const isOpenQuestion =
      job?.state === 'sending' || (job?.state === 'unknown' && record.type !== 'unknown');
    if (!isOpenQuestion) return free();
    this.#slots.set(jobId, 'writing-outcome');
    core.write([record], free, free);
  }

  /** The journal was opened anew: what is known of requests in flight is written now. */
  reopened(unwritten: readonly JournalRecord[]): void {
    const { queue } = this.#core;
    const known = unwritten.filter(
      (record) => 'jobId' in record && queue.jobs.get(record.jobId)?.state === 'unknown',
    );
    const unsent = [...this.#unsent].filter((jobId) => queue.jobs.get(jobId)?.state === 'unknown');
    this.#unsent.clear();
    this.#core.write([
      ...known,
      ...unsent.map((jobId) => ({ type: 'released' as const, jobId, atMs: this.#core.wallMs })),
    ]);
  }

  /** True while something is under way for this import. */
  isBusy(jobId: string): boolean {
    return this.#slots.has(jobId);
  }

  get #isOpen(): boolean {
    const core = this.#core;
    return core.pause === null && core.storage === 'ok' && core.link.trouble === null;
  }

  /** The first unsent import that may go now: lines of batches that have to wait are passed over. */
  #next(): Job | null {
    const { queue, canaries, suspects } = this.#core;
    let next: Job | null = null;
    for (const [batchId, line] of queue.lines()) {
      const job = line.first;
      const batch = queue.batches.get(batchId);
      if (job === undefined || batch === undefined || batch.anchorMs === null) continue;
      if (suspects.has(job.jobId) || !canaries.maySend(batch)) continue;
      // The first ones may have an intent on its way to the disk.
      const free = line.firstWhere(({ jobId }) => !this.#core.isClaimed(jobId));
      if (free !== undefined && !suspects.has(free.jobId) && free.position < (next?.position ?? Infinity))
        next = free;
    }
    return next;
  }

  /** Polls keep their share of each window until its last second. */
  #isAffordable(): boolean {
    const { budget, now, pacing, queue } = this.#core;
    const free = budget.free(now);
    if (free <= 0) {
      this.#core.wakeBy(budget.nextChangeAt(now));
      return false;
    }
    if (budget.isProbing || queue.live.size === 0) return true;
    const leftMs = budget.leftMs(now);
    if (free > pacing.owedToPolls(now, budget.limit, leftMs)) return true;
    this.#core.wakeBy(now + Math.max(1, leftMs - pacing.lastCallMs));
    return false;
  }

  #begin(job: Job): void {
    const core = this.#core;
    const batch = core.queue.batchOf(job);
    const marked = core.isMarkerTrusted && job.refs.length > 0;
    // A clock that was set meanwhile costs a look more or less; what is sent does not depend on it otherwise.
    const isOld = core.wallMs - job.changedAtMs > LOOK_AGAIN_AFTER_MS;
    core.budget.take(core.now);
    core.canaries.sent(batch, job.jobId);
    this.#slots.set(job.jobId, 'writing-intent');
    core.write(
      [{ type: 'intent', jobId: job.jobId, atMs: core.wallMs, sinceMs: core.serverMs, marked }],
      () => this.#post(job.jobId, batch, isOld),
      () => {
        core.budget.giveBack();
        this.#unsent.add(job.jobId);
        core.canaries.ended(batch, job.jobId);
        this.#slots.delete(job.jobId);
      },
    );
  }

  #post(jobId: string, batch: Batch, isOld: boolean): void {
    const core = this.#core;
    const job = core.queue.jobs.get(jobId);
    if (job?.state === 'sending' && this.#isOpen) {
      this.#slots.set(jobId, 'posting');
      const { objectKey, sizeBytes, etag } = job;
      const { locationId, bucket } = batch;
      core.emit({
        kind: 'submit',
        jobId,
        request: submitRequest(job, batch),
        lookAgainAt: isOld ? { locationId, bucket, objectKey, sizeBytes, etag } : null,
      });
      return;
    }
    // A gate closed while the intent was being written: it is known not to have been sent.
    core.budget.giveBack();
    const free = (): void => {
      core.canaries.ended(batch, jobId);
      this.#slots.delete(jobId);
    };
    this.#slots.set(jobId, 'writing-outcome');
    core.write([{ type: 'released', jobId, atMs: core.wallMs }], free, free);
  }

  #judge(jobId: string, fact: SubmitFact): Outcome {
    const outcome = this.#core.rules.judge(fact);
    if (outcome.kind !== 'accepted') return outcome;
    const other = this.#core.queue.jobOfVideo(outcome.videoId);
    if (other === undefined || other.jobId === jobId) return outcome;
    const message = `Pixop answered with the id of another import’s video, ${outcome.videoId}.`;
    return {
      kind: 'unknown',
      error: { code: 'malformed-answer', message, requestId: null, httpStatus: 202 },
    };
  }

  /** Draws the consequences of an outcome for whatever else would be sent. They do not wait for the disk. */
  #draw(outcome: Outcome): void {
    const core = this.#core;
    switch (outcome.kind) {
      case 'accepted':
        core.link.succeeded();
        core.breaker.succeeded();
        return;
      case 'rejected': {
        core.link.succeeded();
        const pause = core.breaker.failed(outcome.error);
        if (pause !== null) core.pauseFor(pause);
        return;
      }
      case 'withheld':
        return;
      case 'not-executed':
        this.#hold(outcome.because, outcome);
        return;
      case 'unknown':
        if (core.link.close('unconfirmed', core.now)) core.pauseFor(unconfirmedPause(outcome.error.message));
    }
  }

  #hold(because: NotExecuted, { error }: Extract<Outcome, { readonly kind: 'not-executed' }>): void {
    const core = this.#core;
    if (because.wait === 'network') core.link.close('offline', core.now);
    else if (because.wait === 'rate-limit') core.budget.block(because.retryAfterMs ?? MINUTE, core.now);
    else core.pauseFor({ reason: because.reason, message: error.message, error: asAppError(error) });
  }

  #free(jobId: string, outcome: Outcome): void {
    const core = this.#core;
    this.#slots.delete(jobId);
    const job = core.queue.jobs.get(jobId);
    if (job === undefined) return;
    const batch = core.queue.batchOf(job);
    if (outcome.kind === 'accepted') {
      core.canaries.accepted(batch, jobId, core.now);
      this.#onAccepted();
    } else core.canaries.ended(batch, jobId);
    if (job.state === 'unknown') core.looks.soon(jobId, core.now);
  }
}

const unconfirmedPause = (message: string): Pause => ({
  reason: 'unconfirmed',
  message: `Three times in a row the outcome of imports was not seen: ${message}`,
  error: { code: 'upstream', message, detail: { source: 'pixop' } },
});

function recordOf(jobId: string, atMs: number, outcome: Outcome): JournalRecord {
  switch (outcome.kind) {
    case 'accepted':
      return { type: 'accepted', jobId, atMs, videoId: outcome.videoId, how: 'answered' };
    case 'rejected':
    case 'withheld':
      return { type: 'rejected', jobId, atMs, error: outcome.error };
    case 'not-executed':
      return { type: 'released', jobId, atMs };
    case 'unknown':
      return { type: 'unknown', jobId, atMs, error: outcome.error };
  }
}
