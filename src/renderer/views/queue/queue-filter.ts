import type { JobRow, JobState } from '../../../shared/imports.ts';

/** The tabs of the queue: what an operator looks for, each a set of states. */
export const queueTabs = ['all', 'waiting', 'running', 'attention', 'done'] as const;
/** See {@link queueTabs}. */
export type QueueTab = (typeof queueTabs)[number];

/** Which tab a state stands under, besides `all`; every state has one. */
const tabOfState: Readonly<Record<JobState, Exclude<QueueTab, 'all'>>> = {
  planned: 'waiting',
  sending: 'running',
  unknown: 'running',
  accepted: 'running',
  copying: 'running',
  ingesting: 'running',
  restarting: 'running',
  abandoning: 'running',
  'needs-decision': 'attention',
  failed: 'attention',
  rejected: 'attention',
  done: 'done',
  skipped: 'done',
  abandoned: 'done',
};

/** How many imports stand under each tab. */
export function tabCounts(counts: Readonly<Partial<Record<JobState, number>>>): Record<QueueTab, number> {
  const result: Record<QueueTab, number> = { all: 0, waiting: 0, running: 0, attention: 0, done: 0 };
  for (const [state, tab] of Object.entries(tabOfState)) {
    const count = counts[state as JobState] ?? 0;
    result.all += count;
    result[tab] += count;
  }
  return result;
}

/** The ids to show, in queue order. `search` matches name and object key, whatever the case. */
export function visibleJobs(jobs: Iterable<JobRow>, tab: QueueTab, search: string): readonly string[] {
  const needle = search.trim().toLowerCase();
  const rows: JobRow[] = [];
  for (const row of jobs) {
    if (tab !== 'all' && tabOfState[row.state] !== tab) continue;
    if (
      needle !== '' &&
      !row.name.toLowerCase().includes(needle) &&
      !row.objectKey.toLowerCase().includes(needle)
    )
      continue;
    rows.push(row);
  }
  return rows.toSorted((a, b) => a.position - b.position).map((row) => row.jobId);
}
