import type { JobRow, JobState } from '../../shared/imports.ts';

/** What the queue's list can be sorted by. */
export const jobSorts = ['queue', 'name', 'size', 'state', 'changed'] as const;
/** See {@link jobSorts}. */
export type JobSort = (typeof jobSorts)[number];

/** The direction that an operator expects of each at first: the largest and the newest stand first. */
export const startsDescending: Readonly<Record<JobSort, boolean>> = {
  queue: false,
  name: false,
  size: true,
  state: false,
  changed: true,
};

/** By how much a state asks for the operator: what has to be decided first, what is over last. */
const rankOfState: Readonly<Record<JobState, number>> = {
  'needs-decision': 0,
  failed: 1,
  rejected: 2,
  unknown: 3,
  abandoning: 4,
  restarting: 5,
  sending: 6,
  copying: 7,
  ingesting: 8,
  accepted: 9,
  planned: 10,
  done: 11,
  skipped: 12,
  abandoned: 13,
};

// Takes are numbered: 2 comes before 10.
const collator = new Intl.Collator(undefined, { numeric: true });

const firstBy: Readonly<Record<JobSort, (a: JobRow, b: JobRow) => number>> = {
  queue: () => 0,
  name: (a, b) => collator.compare(a.name, b.name),
  size: (a, b) => a.sizeBytes - b.sizeBytes,
  state: (a, b) => rankOfState[a.state] - rankOfState[b.state],
  changed: (a, b) => a.changedAtMs - b.changedAtMs,
};

/** Orders imports; equal ones stand in queue order, so that no two are ever equal and none changes places by itself. */
export function jobOrder(sort: JobSort, isDescending: boolean): (a: JobRow, b: JobRow) => number {
  const first = firstBy[sort];
  const sign = isDescending ? -1 : 1;
  return (a, b) =>
    sign * (first(a, b) || a.position - b.position || (a.jobId < b.jobId ? -1 : a.jobId > b.jobId ? 1 : 0));
}
