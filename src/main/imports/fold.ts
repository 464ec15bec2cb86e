import { Queue } from './queue.ts';
import { parseRecord } from './records.ts';
import { interrupted } from './transitions.ts';
import type { OpenedJournal } from './journal-port.ts';

/** The queue that a journal tells of. */
export interface Folded {
  readonly queue: Queue;
  /** Records that no version of this app would have written here: the journal is then only read. */
  readonly anomalies: number;
}

/**
 * Reads records into a queue. Intents without an outcome become `unknown`. Where something between two records was
 * lost, whatever may have been sent since becomes `unknown` too: nothing that might be a video is called unsent.
 */
export function fold(opened: Pick<OpenedJournal, 'records' | 'salvaged' | 'readOnly'>): Folded {
  const queue = new Queue();
  const anomalies = applyAll(queue, opened.records);
  if (opened.readOnly === 'damaged' || anomalies > 0) {
    applyAll(queue, opened.salvaged);
    for (const job of queue.jobs.values()) {
      if (job.state !== 'planned') continue;
      queue.apply({ type: 'unknown', jobId: job.jobId, atMs: job.changedAtMs, error: lost });
    }
  }
  for (const job of queue.jobs.values()) if (job.state === 'sending') queue.replace(interrupted(job));
  return { queue, anomalies };
}

/** The records of the same queue, as short as they can be. */
export function unfold(queue: Queue): readonly unknown[] {
  return [
    ...[...queue.batches.values()].map((batch) => ({ type: 'batch', batch })),
    ...[...queue.jobs.values()].map((job) => ({ type: 'job', job })),
    ...(queue.pausedByOperator ? [{ type: 'paused', paused: true }] : []),
  ];
}

const lost = {
  code: 'journal-damaged',
  message: 'A part of the queue’s journal was lost, so it is not known whether this was sent.',
  requestId: null,
  httpStatus: null,
};

function applyAll(queue: Queue, records: readonly unknown[]): number {
  let anomalies = 0;
  for (const value of records) {
    const record = parseRecord(value);
    if (record === null || !queue.apply(record)) anomalies += 1;
  }
  return anomalies;
}
