import type { AppError } from '../../shared/errors.ts';
import type { JobTarget } from '../../shared/imports.ts';
import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';
import { Breaker, type Pause } from './breaker.ts';
import { Canaries } from './canary.ts';
import type { AskAnswer, Command, Now } from './engine-io.ts';
import type { Job } from './job.ts';
import { Link } from './link.ts';
import type { judge } from './outcome.ts';
import { Pacing } from './pacing.ts';
import type { Queue } from './queue.ts';
import { RateBudget } from './rate-budget.ts';
import { LookSchedule, type conclude } from './reconcile.ts';
import type { JobRecord, JournalRecord } from './records.ts';
import { TeamImports } from './team-imports.ts';

/** The engine's rules: given, so that a harness can show that it notices a broken one. */
export interface Rules {
  readonly judge: typeof judge;
  readonly conclude: typeof conclude;
  readonly lookDelaysMs: readonly Milliseconds[];
  /** Imports on their way at once. Default 4: few enough to look for after an incident. */
  readonly maxPosts: number;
  readonly canary: boolean;
  /** A new attempt half of an import reference. */
  readonly newAttempt: () => string;
  /** An id for an import that takes another's place. */
  readonly newId: () => string;
}

interface PendingWrite {
  readonly records: readonly JournalRecord[];
  readonly applied: () => void;
  readonly lost: (error: AppError) => void;
}

/** Between two tries to open a journal that refused a write. */
const FIRST_REOPEN_MS: Milliseconds = 5 * SECOND;
const LAST_REOPEN_MS: Milliseconds = 1 * MINUTE;

/** What the engine's parts share: the queue, the gates, and the one way to change a job, which leads over the disk. */
export class Core {
  queue: Queue;
  readonly rules: Rules;
  readonly budget = new RateBudget();
  readonly pacing = new Pacing();
  readonly link = new Link();
  readonly breaker = new Breaker();
  readonly canaries: Canaries;
  readonly looks: LookSchedule;
  /** What other workstations have imported. */
  readonly team = new TeamImports();
  /** Unsent imports that an earlier run, or an attempt given up, may have sent after all: first looked for, then sent. */
  readonly suspects = new Set<string>();
  /** False once Pixop was seen to change or hide the reference: it is then neither sent nor relied on. */
  isMarkerTrusted = true;
  /** Latest time that Pixop has shown. */
  serverMs: Milliseconds | null;
  storage: 'ok' | 'broken' | 'read-only' = 'ok';
  reopenAt: Milliseconds = Infinity;
  now: Milliseconds = 0;
  wallMs: Milliseconds = 0;
  /** Earliest time at which a step is needed though nothing happens. */
  wakeAt: Milliseconds = Infinity;
  #pause: Pause | null = null;
  #storagePause: Pause | null = null;
  #reopens = 0;
  #commands: Command[] = [];
  #nextWriteId = 1;
  readonly #writes = new Map<number, PendingWrite>();
  readonly #claimed = new Set<string>();
  /** Outcomes that are known but could not be written, by import: the first that was learned. */
  readonly #unwritten = new Map<string, JournalRecord>();

  constructor(queue: Queue, rules: Rules) {
    this.queue = queue;
    this.rules = rules;
    this.canaries = new Canaries(rules.canary);
    this.looks = new LookSchedule(rules.lookDelaysMs);
    this.serverMs = queue.lastServerMs;
  }

  at(now: Now): void {
    this.now = now.monotonicMs;
    this.wallMs = now.wallMs;
  }

  emit(command: Command): void {
    this.#commands.push(command);
  }

  takeCommands(): readonly Command[] {
    const commands = this.#commands;
    this.#commands = [];
    return commands;
  }

  wakeBy(time: Milliseconds): void {
    if (time < this.wakeAt) this.wakeAt = time;
  }

  answer(askId: number, answer: AskAnswer): void {
    this.emit({ kind: 'answer', askId, answer });
  }

  /** What stops everything that is sent; the disk before all else. */
  get pause(): Pause | null {
    if (this.#storagePause !== null) return this.#storagePause;
    if (this.#pause !== null) return this.#pause;
    return this.queue.pausedByOperator ? operatorPause : null;
  }

  pauseFor(pause: Pause): void {
    this.#pause ??= pause;
  }

  /** Ends a pause that the engine itself called for. */
  unpause(): void {
    this.#pause = null;
  }

  get isKeyTrouble(): boolean {
    const reason = this.#pause?.reason;
    return reason === 'key-missing' || reason === 'key-rejected';
  }

  isClaimed(jobId: string): boolean {
    return this.#claimed.has(jobId);
  }

  /**
   * Writes records and applies them when they are on disk; only then anything follows from them. Jobs with a record
   * on its way are claimed: nothing else is decided about them meanwhile.
   */
  write(
    records: readonly JournalRecord[],
    applied: () => void = nothing,
    lost: (error: AppError) => void = nothing,
  ): void {
    if (records.length === 0) return applied();
    if (this.storage !== 'ok') {
      this.#remember(records);
      return lost(storageError('The queue cannot be written at the moment.'));
    }
    const writeId = this.#nextWriteId;
    this.#nextWriteId += 1;
    for (const record of records) if ('jobId' in record) this.#claimed.add(record.jobId);
    this.#writes.set(writeId, { records, applied, lost });
    this.emit({ kind: 'append', writeId, records });
  }

  written(writeId: number): void {
    const write = this.#writes.get(writeId);
    if (write === undefined) return;
    this.#writes.delete(writeId);
    for (const record of write.records) {
      if ('jobId' in record) this.#claimed.delete(record.jobId);
      if (!this.queue.apply(record))
        throw new Error(`A ${record.type} record fits no arrow of the state diagram`);
    }
    write.applied();
  }

  /** The journal refused a write: nothing is sent until it was opened anew and every record read back. */
  storageFailed(error: AppError): void {
    if (this.storage !== 'ok') return;
    this.storage = 'broken';
    this.#storagePause = { reason: 'storage', message: error.message, error };
    this.#reopens = 0;
    this.#retryReopen();
    const writes = [...this.#writes.values()];
    this.#writes.clear();
    this.#claimed.clear();
    for (const { records, lost } of writes) {
      this.#remember(records);
      lost(error);
    }
  }

  reopenFailed(error: AppError): void {
    this.#storagePause = { reason: 'storage', message: error.message, error };
    this.#retryReopen();
  }

  /** The journal can be written again, and this is the queue that it tells of. */
  reopened(queue: Queue): readonly JournalRecord[] {
    this.#adopt(queue);
    this.storage = 'ok';
    this.#storagePause = null;
    this.reopenAt = Infinity;
    const unwritten = [...this.#unwritten.values()];
    this.#unwritten.clear();
    return unwritten;
  }

  readOnly(message: string): void {
    this.storage = 'read-only';
    this.#storagePause = { reason: 'journal-read-only', message, error: storageError(message) };
  }

  /** Jobs that a request names, as far as nothing is being written about them. */
  targets(target: JobTarget): readonly Job[] {
    const named =
      'jobIds' in target
        ? target.jobIds.flatMap((jobId) => this.queue.jobs.get(jobId) ?? [])
        : [...this.queue.jobs.values()].filter(
            (job) =>
              target.states.includes(job.state) &&
              (target.batchId === null || job.batchId === target.batchId) &&
              (target.errorCode === null || ('error' in job && job.error?.code === target.errorCode)),
          );
    return named.filter((job) => !job.hidden && !this.isClaimed(job.jobId));
  }

  #remember(records: readonly JournalRecord[]): void {
    for (const record of records) {
      if (isOutcome(record) && !this.#unwritten.has(record.jobId)) this.#unwritten.set(record.jobId, record);
    }
  }

  #adopt(queue: Queue): void {
    for (const jobId of this.queue.jobs.keys()) if (!queue.jobs.has(jobId)) queue.changes.removed.add(jobId);
    this.queue = queue;
  }

  #retryReopen(): void {
    this.reopenAt = this.now + Math.min(LAST_REOPEN_MS, FIRST_REOPEN_MS * 2 ** this.#reopens);
    this.#reopens += 1;
  }
}

const nothing = (): void => undefined;

const operatorPause: Pause = { reason: 'operator', message: 'Paused.', error: null };

/** Worth keeping in memory when the disk fails: it cannot be found out again without a search. */
const isOutcome = (record: JournalRecord): record is JobRecord =>
  record.type === 'accepted' || record.type === 'rejected' || record.type === 'released';

const storageError = (message: string): AppError => ({
  code: 'storage',
  message,
  detail: { source: 'disk' },
});
