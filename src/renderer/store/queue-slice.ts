import type { Input, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { BatchRow, JobRow, JobTarget, QueueChange, QueueSummary } from '../../shared/imports.ts';
import type { Result } from '../../shared/result.ts';
import type { JobChange } from './job-list.ts';
import type { Slice } from './store.ts';

/** Rows asked for first: some screens, so that the window shows the queue at once. */
const FIRST_ROWS = 200;
/** Rows asked for at once after that, so that no single message stalls the window. */
const SNAPSHOT_ROWS = 5_000;

/** The queue as main tells it: a mirror, changed by main's events only. */
export interface QueueSlice {
  /** Counts, pace and pause; null until main has answered once. */
  readonly queueSummary: QueueSummary | null;
  /** When it was told, by the window's own clock: times left in it run from then. */
  readonly summaryAtMs: number;
  readonly queueError: AppError | null;
  /**
   * Every import by its id. The map inside is changed in place, as copying 30,000 rows ten times a second would be
   * felt; the object around it and each changed row are new, so that what depends on them renders again.
   */
  readonly jobs: { readonly byId: ReadonlyMap<string, JobRow> };
  readonly batches: ReadonlyMap<string, BatchRow>;
  readonly loadQueue: () => Promise<AppError | null>;
  readonly queueChanged: (change: QueueChange) => void;
  readonly pauseQueue: () => Promise<AppError | null>;
  readonly resumeQueue: () => Promise<AppError | null>;
  readonly retryJobs: (target: JobTarget) => Promise<AppError | null>;
  readonly restartJobs: (target: JobTarget, skipChecksumValidation: boolean) => Promise<AppError | null>;
  readonly abandonJobs: (target: JobTarget, importAgain: boolean) => Promise<AppError | null>;
  readonly removeJobs: (target: JobTarget) => Promise<AppError | null>;
  readonly decideJobs: (
    target: JobTarget,
    decision: Input<'queue.decide'>['decision'],
  ) => Promise<AppError | null>;
  readonly moveJobs: (jobIds: readonly string[], to: Input<'queue.move'>['to']) => Promise<AppError | null>;
  /** Writes the list to a file; main asks where to. */
  readonly exportQueue: (input: Input<'queue.export'>) => Promise<Result<Output<'queue.export'>>>;
  readonly candidatesOf: (jobId: string) => Promise<Output<'queue.candidates'> | AppError>;
}

const told = (queueSummary: QueueSummary): Pick<QueueSlice, 'queueSummary' | 'summaryAtMs'> => ({
  queueSummary,
  summaryAtMs: performance.now(),
});

/** See {@link QueueSlice}. */
export const createQueueSlice: Slice<QueueSlice> = (client) => (set, get) => {
  const byId = new Map<string, JobRow>();
  const batches = new Map<string, BatchRow>();
  // Rows that arrived by event while the snapshot was being loaded are newer than the snapshot's.
  let loading: Set<string> | null = null;
  let turn = 0;

  const take = (rows: readonly JobRow[], removed: readonly string[] = []): void => {
    const changes: JobChange[] = [];
    for (const after of rows) {
      changes.push({ before: byId.get(after.jobId), after });
      byId.set(after.jobId, after);
    }
    for (const jobId of removed) {
      const before = byId.get(jobId);
      if (byId.delete(jobId)) changes.push({ before, after: undefined });
    }
    if (changes.length === 0) return;
    set({ jobs: { byId } });
    get().jobsChanged(changes);
  };
  const takeSummary = async (
    asked: ReturnType<typeof client.request<'queue.pause'>>,
  ): Promise<AppError | null> => {
    const result = await asked;
    if (result.ok) set(told(result.value));
    return result.ok ? null : result.error;
  };
  const failureOf = async (asked: Promise<Result<unknown>>): Promise<AppError | null> => {
    const result = await asked;
    return result.ok ? null : result.error;
  };

  return {
    queueSummary: null,
    summaryAtMs: 0,
    queueError: null,
    jobs: { byId },
    batches,
    async loadQueue() {
      const mine = (turn += 1);
      const newer = new Set<string>();
      loading = newer;
      byId.clear();
      batches.clear();
      get().jobsForgotten();
      set({ queueSummary: null, jobs: { byId } });
      let total = 1;
      for (let from = 0, count = FIRST_ROWS; from < total; from += count, count = SNAPSHOT_ROWS) {
        const result = await client.request('queue.snapshot', { from, count });
        // Another account's queue is being loaded instead.
        if (mine !== turn) return null;
        if (!result.ok) {
          loading = null;
          set({ queueError: result.error });
          return result.error;
        }
        total = result.value.total;
        for (const batch of result.value.batches) batches.set(batch.batchId, batch);
        take(result.value.rows.filter((row) => !newer.has(row.jobId)));
        set({ ...told(result.value.summary), queueError: null });
      }
      loading = null;
      return null;
    },
    queueChanged(change) {
      for (const batch of change.batches) batches.set(batch.batchId, batch);
      take(change.rows, change.removed);
      if (loading !== null)
        for (const id of [...change.rows.map((row) => row.jobId), ...change.removed]) loading.add(id);
      set(told(change.summary));
    },
    pauseQueue: () => takeSummary(client.request('queue.pause', null)),
    resumeQueue: () => takeSummary(client.request('queue.resume', null)),
    retryJobs: (target) => failureOf(client.request('queue.retry', target)),
    restartJobs: (target, skipChecksumValidation) =>
      failureOf(client.request('queue.restart', { target, skipChecksumValidation })),
    abandonJobs: (target, importAgain) => failureOf(client.request('queue.abandon', { target, importAgain })),
    removeJobs: (target) => failureOf(client.request('queue.remove', target)),
    decideJobs: (target, decision) => failureOf(client.request('queue.decide', { target, decision })),
    moveJobs: (jobIds, to) => failureOf(client.request('queue.move', { jobIds: [...jobIds], to })),
    exportQueue: (input) => client.request('queue.export', input),
    async candidatesOf(jobId) {
      const result = await client.request('queue.candidates', { jobId });
      return result.ok ? result.value : result.error;
    },
  };
};
