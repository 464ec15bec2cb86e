import type { Input, Output } from '../../shared/contract.ts';
import type { HistoryBatch, HistoryKind, HistoryQuery, HistoryRow } from '../../shared/history.ts';
import type { JobState } from '../../shared/imports.ts';
import type { Milliseconds } from '../../shared/units.ts';
import type { Core } from './core.ts';
import { exportedImports, type ExportedImport } from './exported-import.ts';
import { jobRow } from './job-row.ts';
import type { Batch, Job } from './job.ts';

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

/** Every import that the journal knows, those that were taken off the queue's list included. */
export class History {
  readonly #core: Pick<Core, 'queue'>;
  #paged: { readonly of: string; readonly jobIds: readonly string[] } | null = null;

  constructor(core: Pick<Core, 'queue'>) {
    this.#core = core;
  }

  /** A page of what a query finds, the newest batch first; a change of state meanwhile moves no row. */
  imports({ from, count, ...query }: Input<'history.imports'>): Output<'history.imports'> {
    const of = JSON.stringify([query, this.#core.queue.jobs.size]);
    if (this.#paged === null || this.#paged.of !== of || from === 0)
      this.#paged = { of, jobIds: this.#find(query).map(({ jobId }) => jobId) };
    const { jobs, batches } = this.#core.queue;
    const rows = this.#paged.jobIds.slice(from, from + count).flatMap((jobId): HistoryRow[] => {
      const job = jobs.get(jobId);
      const batch = job === undefined ? undefined : batches.get(job.batchId);
      return job === undefined || batch === undefined ? [] : [rowOf(job, batch)];
    });
    return { rows, total: this.#paged.jobIds.length };
  }

  /** The batches of which anything is left, the newest first. */
  batches(): HistoryBatch[] {
    const { jobs, batches } = this.#core.queue;
    const counts = new Map<string, { total: number; done: number; failed: number }>();
    for (const { batchId, state } of jobs.values()) {
      const count = counts.get(batchId) ?? { total: 0, done: 0, failed: 0 };
      counts.set(batchId, count);
      count.total += 1;
      const kind = kindOf(state);
      if (kind === 'done' || kind === 'failed') count[kind] += 1;
    }
    return [...counts]
      .flatMap(([batchId, count]) => {
        const batch = batches.get(batchId);
        if (batch === undefined) return [];
        const { createdAtMs, locationId, locationName, bucket, settings } = batch;
        const { projectName } = settings;
        return [{ batchId, createdAtMs, locationId, locationName, bucket, projectName, ...count }];
      })
      .toSorted((a, b) => b.createdAtMs - a.createdAtMs);
  }

  exported(query: HistoryQuery): readonly ExportedImport[] {
    const found = new Set(this.#find(query));
    return exportedImports(found, this.#core.queue.batches, () => true);
  }

  /** How many imports would be forgotten. */
  forgettable(changedBeforeMs: Milliseconds): number {
    let count = 0;
    for (const job of this.#core.queue.jobs.values()) if (isForgettable(job, changedBeforeMs)) count += 1;
    return count;
  }

  #find({ search, kind, batchId }: HistoryQuery): readonly Job[] {
    const { jobs, batches } = this.#core.queue;
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const createdOf = (job: Job): number => batches.get(job.batchId)?.createdAtMs ?? 0;
    return [...jobs.values()]
      .filter((job) => {
        if (batchId !== null && job.batchId !== batchId) return false;
        if (kind !== 'all' && kindOf(job.state) !== kind) return false;
        if (words.length === 0) return true;
        const videoId = 'videoId' in job ? job.videoId : '';
        const bucket = batches.get(job.batchId)?.bucket ?? '';
        const text = `${job.name}\n${job.objectKey}\n${bucket}\n${videoId}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .toSorted((a, b) => createdOf(b) - createdOf(a) || a.position - b.position);
  }
}

const rowOf = (job: Job, { bucket, locationName, settings, createdAtMs }: Batch): HistoryRow => ({
  ...jobRow(job),
  bucket,
  locationName,
  projectName: settings.projectName,
  queuedAtMs: createdAtMs,
  isListed: !job.hidden,
});
