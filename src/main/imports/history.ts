import type { HistoryBatch, HistoryKind, HistoryQuery, HistoryRow } from '../../shared/history.ts';
import type { JobState } from '../../shared/imports.ts';
import type { Milliseconds } from '../../shared/units.ts';
import { exportedImports, type ExportedImport } from './exported-import.ts';
import { jobRow } from './job-row.ts';
import type { Batch, Job } from './job.ts';
import type { Queue } from './queue.ts';

/** States in which Pixop is not asked about an import any more. */
export const settledStates: ReadonlySet<JobState> = new Set<JobState>([
  'done',
  'rejected',
  'skipped',
  'failed',
  'abandoned',
]);

const kindOf = (state: JobState): Exclude<HistoryKind, 'all'> => {
  if (state === 'done') return 'done';
  if (state === 'failed' || state === 'rejected') return 'failed';
  return state === 'skipped' || state === 'abandoned' ? 'given-up' : 'open';
};

/** Whether an import may be forgotten: settled, off the list, and unchanged since. */
export const isForgettable = (job: Job, changedBeforeMs: Milliseconds): boolean =>
  job.hidden && settledStates.has(job.state) && job.changedAtMs < changedBeforeMs;

/** What an account's history is asked: everything of a query but whose it is. */
export type OwnQuery = Omit<HistoryQuery, 'connectionId'>;

/** An import that a query found, with its batch. */
export interface Found {
  readonly job: Job;
  readonly batch: Batch;
}

/** Has the queue to tell of: a journal that is opened anew makes another one. */
export interface QueueHolder {
  readonly queue: Pick<Queue, 'jobs' | 'batches'>;
}

/** Every import that one journal knows, those that were taken off the queue's list included. */
export class History {
  readonly #holder: QueueHolder;

  constructor(holder: QueueHolder) {
    this.#holder = holder;
  }

  /** How many imports it knows: another number means that what was found before is to be found anew. */
  get size(): number {
    return this.#holder.queue.jobs.size;
  }

  /** What a query finds, in no order. */
  find({ search, kind, batchId }: OwnQuery): readonly Found[] {
    const { jobs, batches } = this.#holder.queue;
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    return [...jobs.values()].flatMap((job): Found[] => {
      const batch = batches.get(job.batchId);
      if (batch === undefined) return [];
      if (batchId !== null && job.batchId !== batchId) return [];
      if (kind !== 'all' && kindOf(job.state) !== kind) return [];
      if (words.length === 0) return [{ job, batch }];
      const videoId = 'videoId' in job ? job.videoId : '';
      const text = `${job.name}\n${job.objectKey}\n${batch.bucket}\n${videoId}`.toLowerCase();
      return words.every((word) => text.includes(word)) ? [{ job, batch }] : [];
    });
  }

  /** An import as it is now; undefined when it was forgotten since it was found. */
  row(jobId: string): Omit<HistoryRow, 'connectionId'> | undefined {
    const job = this.#holder.queue.jobs.get(jobId);
    const batch = job === undefined ? undefined : this.#holder.queue.batches.get(job.batchId);
    return job === undefined || batch === undefined ? undefined : rowOf(job, batch);
  }

  /** The batches of which anything is left. */
  batches(): Omit<HistoryBatch, 'connectionId'>[] {
    const { jobs, batches } = this.#holder.queue;
    const counts = new Map<string, { total: number; done: number; failed: number }>();
    for (const { batchId, state } of jobs.values()) {
      const count = counts.get(batchId) ?? { total: 0, done: 0, failed: 0 };
      counts.set(batchId, count);
      count.total += 1;
      const kind = kindOf(state);
      if (kind === 'done' || kind === 'failed') count[kind] += 1;
    }
    return [...counts].flatMap(([batchId, count]) => {
      const batch = batches.get(batchId);
      if (batch === undefined) return [];
      const { createdAtMs, locationId, locationName, bucket, settings } = batch;
      const { projectName } = settings;
      return [{ batchId, createdAtMs, locationId, locationName, bucket, projectName, ...count }];
    });
  }

  exported(query: OwnQuery): readonly ExportedImport[] {
    const found = this.find(query).map(({ job }) => job);
    return exportedImports(found, this.#holder.queue.batches, () => true);
  }

  /** The imports that would be forgotten. */
  forgettable(changedBeforeMs: Milliseconds): readonly Job[] {
    return [...this.#holder.queue.jobs.values()].filter((job) => isForgettable(job, changedBeforeMs));
  }
}

const rowOf = (job: Job, { bucket, environmentId, locationName, settings, createdAtMs }: Batch) => ({
  ...jobRow(job),
  environmentId,
  bucket,
  locationName,
  projectName: settings.projectName,
  queuedAtMs: createdAtMs,
  isListed: !job.hidden,
});
