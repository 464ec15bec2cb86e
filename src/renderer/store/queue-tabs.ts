import type { JobState } from '../../shared/imports.ts';

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

/** Whether an import in this state stands under the tab. */
export const isUnderTab = (state: JobState, tab: QueueTab): boolean =>
  tab === 'all' || tabOfState[state] === tab;

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
