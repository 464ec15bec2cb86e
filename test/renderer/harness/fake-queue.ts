import { jobStates, type JobRow, type JobState, type QueueSummary } from '../../../src/shared/imports.ts';
import { MB } from '../../../src/shared/units.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';
import { fakeQueueRows } from './fake-queue-rows.ts';
import type { Scenario } from './scenarios.ts';

const pauses: Partial<Record<Scenario['queue'], QueueSummary['paused']>> = {
  'read-only': { reason: 'journal-read-only', message: 'Line 4,812 of the journal is damaged.', error: null },
  paused: { reason: 'operator', message: 'Paused by the operator.', error: null },
};

/** A refused key stops the queue, too. */
const keyPause = (error: Scenario['sessionError']): QueueSummary['paused'] =>
  error?.code === 'unauthorised' ? { reason: 'key-rejected', message: error.message, error } : null;

const plenty = { remaining: 84, resetsInMs: 21_000, waitMs: 0 } as const;
const usedUp = { remaining: 0, resetsInMs: 23_000, waitMs: 23_000 } as const;

const PACE_BYTES_PER_SECOND = 118 * MB;

function summaryOf({ queue, sessionError }: Scenario, rows: readonly JobRow[]): QueueSummary {
  const counts = Object.fromEntries(jobStates.map((state) => [state, 0])) as Record<JobState, number>;
  let [totalBytes, doneBytes, copiedBytes] = [0, 0, 0];
  for (const { state, sizeBytes, copyPercent } of rows) {
    counts[state] += 1;
    totalBytes += sizeBytes;
    copiedBytes += (sizeBytes * copyPercent) / 100;
    if (state === 'done') doneBytes += sizeBytes;
  }
  const unsent = counts.planned + counts.sending;
  const isRunning = counts.copying > 0;
  return {
    revision: 1,
    counts,
    totalBytes,
    doneBytes,
    copiedBytes,
    paused: pauses[queue] ?? keyPause(sessionError),
    offline: sessionError?.code === 'offline',
    rate: isRunning ? { limit: 120, ...(queue === 'limit' ? usedUp : plenty), reservePercent: 10 } : null,
    bytesPerSecond: isRunning ? PACE_BYTES_PER_SECOND : null,
    etaMs: isRunning ? ((totalBytes - copiedBytes) / PACE_BYTES_PER_SECOND) * 1_000 : null,
    unsent,
    safeToQuit: unsent + counts.unknown === 0,
  };
}

/** The queue: rows, actions and changes. */
export function createFakeQueue({ scenario }: FakeContext): FakeHandlers<'queue'> {
  const { rows, batches } = fakeQueueRows(scenario);
  const summary = summaryOf(scenario, rows);
  const nothing = (): { affected: number } => ({ affected: 0 });
  return {
    'queue.snapshot': ({ from, count }) => ({
      rows: rows.slice(from, from + count),
      batches: from === 0 ? [...batches] : [],
      total: rows.length,
      summary,
    }),
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
