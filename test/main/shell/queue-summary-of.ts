import { jobStates, type JobState, type QueueSummary } from '../../../src/shared/imports.ts';

/** The summary of a queue that holds so many imports in each state. */
export function summaryOf(given: Partial<Record<JobState, number>>): QueueSummary {
  const counts = Object.fromEntries(jobStates.map((state) => [state, given[state] ?? 0])) as Record<
    JobState,
    number
  >;
  const unsent = counts.planned + counts.sending;
  return {
    revision: 1,
    counts,
    totalBytes: 100,
    doneBytes: 0,
    copiedBytes: 0,
    paused: null,
    offline: false,
    rate: null,
    bytesPerSecond: null,
    etaMs: null,
    unsent,
    safeToQuit: unsent + counts.unknown + counts.restarting + counts.abandoning === 0,
  };
}
