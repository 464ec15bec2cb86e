import { assertNever } from '../../shared/assert-never.ts';
import type { Decision, JobState } from '../../shared/imports.ts';
import type { Core } from './core.ts';
import type { Ask } from './engine-io.ts';
import type { Errands } from './errands.ts';
import type { Finder } from './finder.ts';
import { isForgettable } from './history.ts';
import { nextRefKey } from './import-reference.ts';
import type { Job } from './job.ts';
import { movedPositions } from './move.ts';
import type { JournalRecord } from './records.ts';

/** States in which an import may be taken off the list: what waits for a decision stays until it has one. */
const removable: ReadonlySet<JobState> = new Set<JobState>([
  'planned',
  'done',
  'rejected',
  'skipped',
  'failed',
  'abandoned',
]);

/** Does what the operator asks: every ask becomes records, and is answered when they are on disk. */
export class Operator {
  readonly #core: Core;
  readonly #errands: Errands;
  readonly #finder: Finder;

  constructor(core: Core, errands: Errands, finder: Finder) {
    this.#core = core;
    this.#errands = errands;
    this.#finder = finder;
  }

  ask(askId: number, ask: Ask): void {
    const core = this.#core;
    switch (ask.kind) {
      case 'enqueue':
        return this.#enqueue(askId, ask.records);
      case 'pause':
        return this.#write(askId, core.queue.pausedByOperator ? [] : [{ type: 'paused', paused: true }], 0);
      case 'resume':
        return this.#resume(askId);
      case 'retry':
        return this.#each(askId, this.#in(ask.target, ['rejected']), (job) => this.#replan(job));
      case 'restart':
        return this.#restart(askId, this.#in(ask.target, ['failed']), ask.skipChecksumValidation);
      case 'abandon':
        return this.#abandon(askId, this.#in(ask.target, ['failed']), ask.importAgain);
      case 'remove':
        return this.#each(askId, this.#in(ask.target, removable), (job) =>
          job.state === 'planned' ? { type: 'removed', jobId: job.jobId } : this.#about(job, 'hidden'),
        );
      case 'decide':
        return this.#decide(askId, this.#in(ask.target, ['needs-decision']), ask.decision);
      case 'move': {
        const wanted = new Set(ask.jobIds);
        const isFree = (job: Job): boolean => !core.isClaimed(job.jobId);
        const moved = movedPositions(
          core.queue,
          (job) => wanted.has(job.jobId) && isFree(job),
          isFree,
          ask.to,
        );
        const atMs = core.wallMs;
        const records = moved.map(([jobId, position]) => ({ type: 'moved' as const, jobId, atMs, position }));
        return this.#write(askId, records, records.length);
      }
      case 'forget': {
        const records = [...core.queue.jobs.values()]
          .filter((job) => isForgettable(job, ask.changedBeforeMs) && !core.isClaimed(job.jobId))
          .map(({ jobId }) => ({ type: 'removed' as const, jobId }));
        return this.#write(askId, records, records.length);
      }
      case 'candidates':
        return this.#finder.ask(askId, ask.jobId);
      default:
        return assertNever(ask);
    }
  }

  /**
   * Puts a batch into the queue. Refused imports of the same objects go off the list with it: retried there as well,
   * they would make a second video.
   */
  #enqueue(askId: number, records: readonly JournalRecord[]): void {
    const { queue } = this.#core;
    const bucket = records.find((record) => record.type === 'batch')?.batch.bucket ?? '';
    const planned = records.filter((record) => record.type === 'planned');
    const replaced = planned
      .flatMap(({ objectKey }) => queue.objects.jobIds(bucket, objectKey))
      .flatMap((jobId) => queue.jobs.get(jobId) ?? [])
      .filter((job) => job.state === 'rejected' && !job.hidden && !this.#core.isClaimed(job.jobId))
      .map((job) => this.#about(job, 'hidden'));
    this.#write(askId, [...records, ...replaced], planned.length);
  }

  #resume(askId: number): void {
    const core = this.#core;
    core.unpause();
    core.breaker.accept();
    core.link.forgive(core.now);
    if (core.storage === 'broken') core.reopenAt = core.now;
    if (core.storage === 'read-only') core.emit({ kind: 'reopen', mode: 'repair' });
    this.#write(askId, core.queue.pausedByOperator ? [{ type: 'paused', paused: false }] : [], 0);
  }

  #decide(askId: number, jobs: readonly Job[], decision: Decision): void {
    const core = this.#core;
    switch (decision.kind) {
      case 'import-again':
        // Looked for once more before it is sent: the first attempt may have appeared since.
        for (const job of jobs) if (job.refs.length > 0) core.suspects.add(job.jobId);
        return this.#each(askId, jobs, (job) => this.#replan(job));
      case 'skip':
        return this.#each(askId, jobs, (job) => this.#about(job, 'skipped'));
      case 'choose': {
        const [job, ...others] = jobs;
        const owner = core.queue.jobOfVideo(decision.videoId);
        const isAnothers = owner !== undefined && owner.jobId !== job?.jobId;
        if (job === undefined || others.length > 0 || isAnothers) {
          const message = isAnothers
            ? `That video is already known as ${owner.name}.`
            : 'A video can be chosen for one import that needs a decision.';
          return core.answer(askId, { ok: false, error: { code: 'conflict', message } });
        }
        const { jobId } = job;
        const { videoId } = decision;
        return this.#write(
          askId,
          [{ type: 'accepted', jobId, atMs: core.wallMs, videoId, how: 'chosen' }],
          1,
        );
      }
      default:
        return assertNever(decision);
    }
  }

  #restart(askId: number, jobs: readonly Job[], skipChecksumValidation: boolean): void {
    const records = jobs.map((job) => this.#about(job, 'restarting'));
    this.#write(askId, records, records.length, () => {
      for (const { jobId } of jobs) this.#errands.begin(jobId, 'restart', skipChecksumValidation);
    });
  }

  #abandon(askId: number, jobs: readonly Job[], again: boolean): void {
    const atMs = this.#core.wallMs;
    const records = jobs.map(({ jobId }) => ({ type: 'abandoning' as const, jobId, atMs, again }));
    this.#write(askId, records, records.length, () => {
      for (const { jobId } of jobs) this.#errands.begin(jobId, 'abandon', false);
    });
  }

  #replan(job: Job): JournalRecord {
    const last = job.refs.at(-1);
    const ref = last === undefined ? null : nextRefKey(last, this.#core.rules.newAttempt());
    return { type: 'replanned', jobId: job.jobId, atMs: this.#core.wallMs, ref };
  }

  #about(job: Job, type: 'hidden' | 'skipped' | 'restarting'): JournalRecord {
    return { type, jobId: job.jobId, atMs: this.#core.wallMs };
  }

  #in(target: Parameters<Core['targets']>[0], states: Iterable<JobState>): readonly Job[] {
    const allowed = new Set(states);
    return this.#core.targets(target).filter((job) => allowed.has(job.state));
  }

  #each(askId: number, jobs: readonly Job[], record: (job: Job) => JournalRecord): void {
    const records = jobs.map(record);
    this.#write(askId, records, records.length);
  }

  #write(askId: number, records: readonly JournalRecord[], affected: number, then?: () => void): void {
    this.#core.write(
      records,
      () => {
        then?.();
        this.#core.answer(askId, { ok: true, affected, candidates: [] });
      },
      (error) => this.#core.answer(askId, { ok: false, error }),
    );
  }
}
