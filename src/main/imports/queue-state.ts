import type { BatchRow } from '../../shared/imports.ts';
import type { Job } from './job.ts';
import { recordSchema, type JobRecord, type JournalRecord } from './records.ts';
import { isAllowed, transition } from './transitions.ts';

/** A batch as the engine keeps it. */
export interface Batch {
  readonly row: BatchRow;
  /** See `records.ts`. */
  readonly anchorMs: number | null;
}

/** Everything that the journal says, in memory. Changed by {@link applyRecord} only, and only after a record is on disk. */
export interface QueueState {
  readonly batches: Map<string, Batch>;
  readonly jobs: Map<string, Job>;
  operatorPaused: boolean;
}

/** A queue without a history. */
export const emptyQueue = (): QueueState => ({ batches: new Map(), jobs: new Map(), operatorPaused: false });

/** Applies one record; answers the ids of the jobs that changed. */
export function applyRecord(queue: QueueState, record: JournalRecord): readonly string[] {
  switch (record.type) {
    case 'batch':
      queue.batches.set(record.batch.batchId, { row: record.batch, anchorMs: record.anchorMs });
      return [];
    case 'planned':
      for (const { plan, position } of record.jobs) {
        queue.jobs.set(plan.jobId, {
          plan,
          position,
          attempt: 0,
          changedAtMs: record.atMs,
          removed: false,
          phase: { state: 'planned', error: null },
        });
      }
      return record.jobs.map(({ plan }) => plan.jobId);
    case 'job':
      queue.jobs.set(record.job.plan.jobId, record.job);
      return [record.job.plan.jobId];
    case 'operator-paused':
      queue.operatorPaused = record.paused;
      return [];
    default: {
      const job = queue.jobs.get(record.jobId);
      if (job === undefined) throw new Error(`There is no job ${record.jobId}`);
      queue.jobs.set(record.jobId, transition(job, record));
      return [record.jobId];
    }
  }
}

/** What a journal's records came to. */
export interface Replayed {
  readonly queue: QueueState;
  /** Records that this app cannot read or that contradict what came before; more than none means: only read. */
  readonly anomalies: number;
}

/** Rebuilds the queue at start. A job whose intent has no outcome may have been sent: it is unknown. */
export function replay(records: readonly unknown[], nowMs: number): Replayed {
  const queue = emptyQueue();
  let anomalies = 0;
  for (const raw of records) {
    const parsed = recordSchema.safeParse(raw);
    if (parsed.success && isPossible(queue, parsed.data)) applyRecord(queue, parsed.data);
    else anomalies += 1;
  }
  for (const record of recovery(queue, nowMs)) applyRecord(queue, record);
  return { queue, anomalies };
}

function isPossible(queue: QueueState, record: JournalRecord): boolean {
  if (!('jobId' in record)) return true;
  const job = queue.jobs.get(record.jobId);
  return job !== undefined && isAllowed(job, record);
}

/** What a crash left open: intents become unknown, and Pixop is asked again about restarts and abandons. */
export function recovery(queue: QueueState, atMs: number): JobRecord[] {
  const records: JobRecord[] = [];
  for (const { plan, phase } of queue.jobs.values()) {
    const { jobId } = plan;
    if (phase.state === 'intent') {
      const message = 'The app ended before the answer was seen.';
      records.push({
        type: 'unknown',
        jobId,
        atMs,
        error: { code: 'internal', message, requestId: null, httpStatus: null },
      });
    } else if (phase.state === 'restart-intent' || phase.state === 'abandon-intent') {
      records.push({ type: 'intent-dropped', jobId, atMs });
    }
  }
  return records;
}

/** The shortest records that rebuild this queue: what compaction writes. */
export function snapshotRecords(queue: QueueState): JournalRecord[] {
  return [
    ...[...queue.batches.values()].map(({ row, anchorMs }) => ({
      type: 'batch' as const,
      batch: row,
      anchorMs,
    })),
    ...[...queue.jobs.values()].map((job) => ({ type: 'job' as const, job })),
    { type: 'operator-paused', paused: queue.operatorPaused },
  ];
}
