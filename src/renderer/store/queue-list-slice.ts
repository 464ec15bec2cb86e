import type { JobRow } from '../../shared/imports.ts';
import { tallyChanges, type BatchTally } from './batch-tallies.ts';
import { everythingInOrder, JobList, type JobChange, type JobGroup, type ListOptions } from './job-list.ts';
import type { Slice } from './store.ts';

/**
 * What the queue's screens make of its rows, kept up with each change so that none of them has to go through 30,000.
 * Each part is a new object only when it is another.
 */
export interface QueueListSlice {
  /** How the list is shown; kept here while the window lives. */
  readonly listOptions: ListOptions;
  readonly jobGroups: readonly JobGroup[];
  /** Batches of which only the heading is shown. */
  readonly collapsedBatches: ReadonlySet<string>;
  readonly batchTallies: ReadonlyMap<string, BatchTally>;
  /** Imports that failed or were not accepted, by id. */
  readonly failedJobs: ReadonlyMap<string, JobRow>;
  readonly showInQueue: (options: Partial<ListOptions>) => void;
  readonly setBatchCollapsed: (batchIds: readonly string[], isCollapsed: boolean) => void;
  /** To be called with every change of the mirror's rows, after it was made. */
  readonly jobsChanged: (changes: readonly JobChange[]) => void;
  /** To be called before the mirror is loaded anew. */
  readonly jobsForgotten: () => void;
}

const hasFailed = (row: JobRow | undefined): boolean =>
  row !== undefined && (row.state === 'failed' || row.state === 'rejected');

/** See {@link QueueListSlice}. */
export const createQueueListSlice: Slice<QueueListSlice> = () => (set, get) => {
  const list = new JobList();

  /** The batches by age; the newest stands first where what is sent last does. */
  const batchIds = (): readonly string[] => {
    const { sort, isDescending } = list.options;
    const batches = [...get().batches.values()].toSorted((a, b) => a.createdAtMs - b.createdAtMs);
    const ids = batches.map(({ batchId }) => batchId);
    return sort === 'queue' && isDescending ? ids.toReversed() : ids;
  };

  return {
    listOptions: everythingInOrder,
    jobGroups: [],
    collapsedBatches: new Set(),
    batchTallies: new Map(),
    failedJobs: new Map(),
    showInQueue(options) {
      const listOptions = { ...get().listOptions, ...options };
      list.show(listOptions);
      set({ listOptions, jobGroups: list.groups(batchIds()) });
    },
    setBatchCollapsed(ids, isCollapsed) {
      const { collapsedBatches } = get();
      const others = [...collapsedBatches].filter((id) => !ids.includes(id));
      set({ collapsedBatches: new Set(isCollapsed ? [...others, ...ids] : others) });
    },
    jobsChanged(changes) {
      const { batchTallies, failedJobs, jobGroups } = get();
      const isOther = list.change(changes);
      set({
        jobGroups: isOther ? list.groups(batchIds()) : jobGroups,
        batchTallies: tallyChanges(batchTallies, changes),
        failedJobs: withFailures(failedJobs, changes),
      });
    },
    jobsForgotten() {
      list.clear();
      set({ jobGroups: [], batchTallies: new Map(), failedJobs: new Map() });
    },
  };
};

function withFailures(
  failed: ReadonlyMap<string, JobRow>,
  changes: readonly JobChange[],
): ReadonlyMap<string, JobRow> {
  const relevant = changes.filter(({ before, after }) => hasFailed(before) || hasFailed(after));
  if (relevant.length === 0) return failed;
  const next = new Map(failed);
  for (const { before, after } of relevant) {
    if (after !== undefined && hasFailed(after)) next.set(after.jobId, after);
    else if (before !== undefined) next.delete(before.jobId);
  }
  return next;
}
