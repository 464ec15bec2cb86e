import { jobStates, type JobState, type QueueSummary } from '../../../src/shared/imports.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';
import type { Scenario } from './scenarios.ts';

function summaryOf(kind: Scenario['queue']): QueueSummary {
  const counts = Object.fromEntries(jobStates.map((state) => [state, 0])) as Record<JobState, number>;
  return {
    revision: 1,
    counts,
    totalBytes: 0,
    doneBytes: 0,
    copiedBytes: 0,
    paused:
      kind === 'read-only'
        ? { reason: 'journal-read-only', message: 'Line 4,812 of the journal is damaged.', error: null }
        : null,
    offline: false,
    rate: null,
    bytesPerSecond: null,
    etaMs: null,
    unsent: 0,
    safeToQuit: true,
  };
}

/** The queue: rows, actions and changes. */
export function createFakeQueue({ scenario }: FakeContext): FakeHandlers<'queue'> {
  const summary = summaryOf(scenario.queue);
  const nothing = (): { affected: number } => ({ affected: 0 });
  return {
    'queue.snapshot': () => ({ rows: [], batches: [], total: 0, summary }),
    'queue.pause': () => summary,
    'queue.resume': () => summary,
    'queue.retry': nothing,
    'queue.restart': nothing,
    'queue.abandon': nothing,
    'queue.decide': nothing,
    'queue.candidates': () => [],
    'queue.remove': nothing,
    'queue.move': nothing,
    'queue.export': ({ format }) => ({ savedAs: `/home/ingrid/Downloads/pixop-ingest.${format}`, rows: 3 }),
  };
}
