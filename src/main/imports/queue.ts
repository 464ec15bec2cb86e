import type { JobState } from '../../shared/imports.ts';
import { jobStates } from '../../shared/imports.ts';
import { liveStates, unresolvedStates, videoIdOf, type Batch, type Job } from './job.ts';
import { ObjectIndex } from './object-index.ts';
import { PlannedLine } from './planned-line.ts';
import type { JournalRecord } from './records.ts';
import { plannedJob, transition } from './transitions.ts';

/** What changed since it was last asked, for whoever shows the queue. */
export interface QueueChanges {
  readonly jobs: Set<string>;
  readonly removed: Set<string>;
  readonly batches: Set<string>;
}

/**
 * Every import and the indexes that the engine asks: the fold of the journal's records, at start and while running
 * alike. A record is applied only when it is on disk.
 */
export class Queue {
  readonly jobs = new Map<string, Job>();
  readonly batches = new Map<string, Batch>();
  readonly counts = new Map<JobState, number>(jobStates.map((state) => [state, 0]));
  /** Jobs whose video Pixop works on. */
  readonly live = new Set<string>();
  /** Jobs whose outcome was not seen, or was not settled. */
  readonly unresolved = new Set<string>();
  readonly objects = new ObjectIndex();
  readonly changes: QueueChanges = { jobs: new Set(), removed: new Set(), batches: new Set() };
  /** Pauses of the operator outlive the app. */
  pausedByOperator = false;
  /** Latest time that Pixop itself is known to have shown before an import was sent; null when none was. */
  lastServerMs: number | null = null;
  /** Bytes of every listed import that was not given up. */
  totalBytes = 0;
  doneBytes = 0;
  copiedBytes = 0;
  /** Bytes that are still to be copied, of imports that wait or run. */
  pendingBytes = 0;
  listed = 0;
  #highest = 0;
  #lowest = 0;
  readonly #lines = new Map<string, PlannedLine>();
  readonly #listedInBatch = new Map<string, number>();
  readonly #openInBatch = new Map<string, number>();
  readonly #byVideo = new Map<string, string>();
  readonly #byRef = new Map<string, string>();

  /** Applies a record; false when it fits no arrow of the state diagram. */
  apply(record: JournalRecord): boolean {
    switch (record.type) {
      case 'batch':
        this.batches.set(record.batch.batchId, record.batch);
        this.#sawServerTime(record.batch.anchorMs);
        this.changes.batches.add(record.batch.batchId);
        return true;
      case 'anchor': {
        const batch = this.batches.get(record.batchId);
        if (batch === undefined) return false;
        this.batches.set(record.batchId, { ...batch, anchorMs: record.anchorMs });
        this.#sawServerTime(record.anchorMs);
        return true;
      }
      case 'audited':
        return this.#audit(record.batchId, true);
      case 'planned':
        return this.#admit(plannedJob(record));
      case 'job':
        return this.#admit(record.job);
      case 'removed':
        return this.#remove(record.jobId);
      case 'paused':
        this.pausedByOperator = record.paused;
        return true;
      default: {
        if (record.type === 'intent') this.#sawServerTime(record.sinceMs);
        const job = this.jobs.get(record.jobId);
        const next = job === undefined ? null : transition(job, record);
        if (next === null) return false;
        this.replace(next);
        if (record.type === 'accepted') this.#audit(next.batchId, false);
        return true;
      }
    }
  }

  /** Puts a changed job in the place of its former self. */
  replace(job: Job): void {
    const before = this.jobs.get(job.jobId);
    if (before === job) return;
    if (before !== undefined) this.#unlink(before);
    this.jobs.set(job.jobId, job);
    this.#link(job);
    this.changes.jobs.add(job.jobId);
    if (job.hidden && before?.hidden === false) this.changes.removed.add(job.jobId);
  }

  jobOfVideo(videoId: string): Job | undefined {
    return this.jobs.get(this.#byVideo.get(videoId) ?? '');
  }

  jobOfRef(attempt: string): Job | undefined {
    return this.jobs.get(this.#byRef.get(attempt) ?? '');
  }

  batchOf(job: Job): Batch {
    const batch = this.batches.get(job.batchId);
    // A job is admitted only with its batch.
    if (batch === undefined) throw new Error(`Job ${job.jobId} has no batch`);
    return batch;
  }

  /** Unsent jobs of each batch that has some. */
  lines(): IterableIterator<[string, PlannedLine]> {
    return this.#lines.entries();
  }

  listedIn(batchId: string): number {
    return this.#listedInBatch.get(batchId) ?? 0;
  }

  /** Listed imports of a batch with which something will still happen by itself. */
  openIn(batchId: string): number {
    return this.#openInBatch.get(batchId) ?? 0;
  }

  /** A position after every other. */
  get endPosition(): number {
    return this.#highest + 1;
  }

  /** A position before every other. */
  get startPosition(): number {
    return this.#lowest - 1;
  }

  #audit(batchId: string, audited: boolean): boolean {
    const batch = this.batches.get(batchId);
    if (batch === undefined) return false;
    if (batch.audited !== audited) this.batches.set(batchId, { ...batch, audited });
    return true;
  }

  #admit(job: Job): boolean {
    if (this.jobs.has(job.jobId) || !this.batches.has(job.batchId)) return false;
    this.#sawServerTime(job.sinceMs);
    this.objects.add(this.batchOf(job).bucket, job);
    this.replace(job);
    return true;
  }

  #remove(jobId: string): boolean {
    const job = this.jobs.get(jobId);
    if (job === undefined || (job.state !== 'planned' && !job.hidden)) return false;
    this.#unlink(job);
    const videoId = videoIdOf(job);
    if (videoId !== null && this.#byVideo.get(videoId) === jobId) this.#byVideo.delete(videoId);
    this.objects.remove(this.batchOf(job).bucket, job);
    for (const ref of job.refs) this.#byRef.delete(ref);
    this.jobs.delete(jobId);
    this.changes.jobs.delete(jobId);
    this.changes.removed.add(jobId);
    return true;
  }

  #sawServerTime(ms: number | null): void {
    if (ms !== null) this.lastServerMs = Math.max(ms, this.lastServerMs ?? -Infinity);
  }

  #link(job: Job): void {
    this.#highest = Math.max(this.#highest, job.position);
    this.#lowest = Math.min(this.#lowest, job.position);
    const videoId = videoIdOf(job);
    if (videoId !== null) this.#byVideo.set(videoId, job.jobId);
    for (const ref of job.refs) this.#byRef.set(ref, job.jobId);
    if (job.state === 'planned') this.#lineOf(job.batchId).add(job);
    if (liveStates.has(job.state)) this.live.add(job.jobId);
    if (unresolvedStates.has(job.state)) this.unresolved.add(job.jobId);
    this.#count(job, 1);
  }

  #unlink(job: Job): void {
    if (job.state === 'planned') {
      const line = this.#lineOf(job.batchId);
      line.remove(job);
      if (line.first === undefined) this.#lines.delete(job.batchId);
    }
    this.live.delete(job.jobId);
    this.unresolved.delete(job.jobId);
    this.#count(job, -1);
  }

  #count(job: Job, by: 1 | -1): void {
    if (job.hidden) return;
    this.listed += by;
    this.counts.set(job.state, (this.counts.get(job.state) ?? 0) + by);
    this.#listedInBatch.set(job.batchId, this.listedIn(job.batchId) + by);
    if (!restingStates.has(job.state)) this.#openInBatch.set(job.batchId, this.openIn(job.batchId) + by);
    if (!givenUpStates.has(job.state)) this.totalBytes += by * job.sizeBytes;
    this.copiedBytes += by * copiedBytesOf(job);
    if (job.state === 'done') this.doneBytes += by * job.sizeBytes;
    if (uncopiedStates.has(job.state)) this.pendingBytes += by * (job.sizeBytes - copiedBytesOf(job));
  }

  #lineOf(batchId: string): PlannedLine {
    const line = this.#lines.get(batchId) ?? new PlannedLine();
    this.#lines.set(batchId, line);
    return line;
  }
}

/** Nothing more happens to these until the operator asks for it. */
const restingStates: ReadonlySet<JobState> = new Set<JobState>([
  'done',
  'rejected',
  'skipped',
  'failed',
  'abandoned',
  'needs-decision',
]);
/** Nothing of these will ever be copied: counted in, a finished queue would never look finished. */
const givenUpStates: ReadonlySet<JobState> = new Set<JobState>(['skipped', 'abandoned']);
const uncopiedStates: ReadonlySet<JobState> = new Set<JobState>([
  'planned',
  'sending',
  'accepted',
  'copying',
  'restarting',
]);

function copiedBytesOf(job: Job): number {
  if (job.state === 'done') return job.sizeBytes;
  return 'copyPercent' in job ? Math.floor((job.sizeBytes * job.copyPercent) / 100) : 0;
}
