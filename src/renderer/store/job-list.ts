import type { JobRow } from '../../shared/imports.ts';
import { jobOrder, type JobSort } from './job-sort.ts';
import { isUnderTab, type QueueTab } from './queue-tabs.ts';
import { mergeSorted } from './sorted-merge.ts';

/** What of the queue is listed, and in which order. */
export interface ListOptions {
  readonly tab: QueueTab;
  /** Matches name and object key, whatever the case. */
  readonly search: string;
  /** One batch only; null lists all. */
  readonly batchId: string | null;
  readonly sort: JobSort;
  readonly isDescending: boolean;
  readonly isGrouped: boolean;
}

/** What the list is at first: everything, in the order in which it is sent. */
export const everythingInOrder: ListOptions = {
  tab: 'all',
  search: '',
  batchId: null,
  sort: 'queue',
  isDescending: false,
  isGrouped: false,
};

/** A row as it was and as it is: new ones were not, removed ones are not. */
export interface JobChange {
  readonly before: JobRow | undefined;
  readonly after: JobRow | undefined;
}

/** Listed imports that stand together: those of a batch, or all, whose `batchId` is null. */
export interface JobGroup {
  readonly batchId: string | null;
  readonly jobIds: readonly string[];
}

/**
 * The queue's list, kept sorted and filtered while rows change: a change costs the rows that it is about and one pass
 * without comparisons, and nothing where neither a row's place nor its being listed is another.
 */
export class JobList {
  #options = everythingInOrder;
  #compare = jobOrder('queue', false);
  /** Every row, sorted. Its rows may be older than the mirror's, but not in what they are sorted by. */
  #sorted: readonly JobRow[] = [];
  #listed = new Set<string>();

  get options(): ListOptions {
    return this.#options;
  }

  /** Lists something else, or in another order. */
  show(options: ListOptions, current: ReadonlyMap<string, JobRow>): void {
    const last = this.#options;
    this.#options = options;
    if (options.sort !== last.sort) {
      this.#compare = jobOrder(options.sort, options.isDescending);
      this.#sorted = [...current.values()].toSorted(this.#compare);
    } else if (options.isDescending !== last.isDescending) {
      this.#compare = jobOrder(options.sort, options.isDescending);
      this.#sorted = this.#sorted.toReversed();
    }
    const isListed = listing(options);
    this.#listed = new Set();
    for (const row of current.values()) if (isListed(row)) this.#listed.add(row.jobId);
  }

  clear(): void {
    this.#sorted = [];
    this.#listed.clear();
  }

  /** Takes in changes of rows; true when the list is another than before. */
  change(changes: readonly JobChange[]): boolean {
    const isListed = listing(this.#options);
    const added: JobRow[] = [];
    const removed = new Set<string>();
    let isOther = false;
    for (const { before, after } of changes) {
      const isIn = after !== undefined && isListed(after);
      const jobId = after?.jobId ?? before?.jobId ?? '';
      const wasIn = this.#listed.has(jobId);
      if (isIn) this.#listed.add(jobId);
      else this.#listed.delete(jobId);
      const isMoved = before === undefined || after === undefined || this.#compare(before, after) !== 0;
      if (isMoved && before !== undefined) removed.add(jobId);
      if (isMoved && after !== undefined) added.push(after);
      if (wasIn !== isIn || (isMoved && isIn)) isOther = true;
    }
    if (added.length > 0 || removed.size > 0) {
      const isRemoved = ({ jobId }: JobRow): boolean => removed.has(jobId);
      this.#sorted = mergeSorted(this.#sorted, isRemoved, added, this.#compare);
    }
    return isOther;
  }

  /** What is listed; batches in the order of `batchIds`, which does not change while their rows do. */
  groups(batchIds: readonly string[]): readonly JobGroup[] {
    const rows = this.#sorted.filter(({ jobId }) => this.#listed.has(jobId));
    if (!this.#options.isGrouped)
      return rows.length === 0 ? [] : [{ batchId: null, jobIds: rows.map(({ jobId }) => jobId) }];
    const byBatch = new Map<string, string[]>(batchIds.map((batchId) => [batchId, []]));
    for (const { jobId, batchId } of rows) {
      const known = byBatch.get(batchId);
      if (known === undefined) byBatch.set(batchId, [jobId]);
      else known.push(jobId);
    }
    return [...byBatch]
      .filter(([, jobIds]) => jobIds.length > 0)
      .map(([batchId, jobIds]) => ({ batchId, jobIds }));
  }
}

function listing({ tab, search, batchId }: ListOptions): (row: JobRow) => boolean {
  const needle = search.trim().toLowerCase();
  return (row) =>
    isUnderTab(row.state, tab) &&
    (batchId === null || row.batchId === batchId) &&
    (needle === '' ||
      row.name.toLowerCase().includes(needle) ||
      row.objectKey.toLowerCase().includes(needle));
}
