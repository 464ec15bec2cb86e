import type { JobRow } from '../../shared/imports.ts';
import { jobOrder, type JobSort } from './job-sort.ts';
import { isUnderTab, type QueueTab } from './queue-tabs.ts';
import { SortedRows } from './sorted-rows.ts';

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

/** More changes than this at once, such as a page of the first load, are sorted in with all others. */
const MANY_CHANGES = 500;

/**
 * The queue's list, kept sorted, filtered and grouped while rows change: a change costs what it changes, and nothing
 * where neither a row's place nor its being listed is another.
 */
export class JobList {
  #options = everythingInOrder;
  #search: RegExp | null = null;
  #order = jobOrder('queue', false);
  /** Every row, and those that are listed by their groups. */
  #all = new SortedRows(this.#order);
  #listed = new Map<string | null, SortedRows>();
  /** The groups as they were last told, for those that are still the same. */
  readonly #told = new Map<string | null, JobGroup>();

  get options(): ListOptions {
    return this.#options;
  }

  /** Lists something else, or in another order. */
  show(options: ListOptions): void {
    const last = this.#options;
    this.#options = options;
    this.#search = searching(options.search);
    if (options.sort !== last.sort || options.isDescending !== last.isDescending) {
      this.#order = jobOrder(options.sort, options.isDescending);
      const rows = this.#all.rows;
      const isReversed = options.sort === last.sort;
      this.#all = new SortedRows(this.#order, isReversed ? rows.toReversed() : rows.toSorted(this.#order));
    }
    this.#list();
  }

  clear(): void {
    this.#all = new SortedRows(this.#order);
    this.#list();
  }

  /** Takes in changes of rows; true when the list is another than before. */
  change(changes: readonly JobChange[]): boolean {
    const moved: JobChange[] = [];
    for (const change of changes) {
      const { before, after } = change;
      if (before !== undefined && after !== undefined && this.#standsAt(before, after))
        this.#all.replace(after);
      else moved.push(change);
    }
    if (moved.length > MANY_CHANGES) return this.#changeMany(moved);
    let isOther = false;
    for (const { before, after } of moved) {
      if (before !== undefined) {
        this.#all.remove(before);
        if (this.#isListed(before)) isOther = this.#unlist(before);
      }
      if (after !== undefined) {
        this.#all.insert(after);
        if (this.#isListed(after)) isOther = this.#enlist(after);
      }
    }
    return isOther;
  }

  /** What is listed; batches in the order of `batchIds`, which does not change while their rows do. */
  groups(batchIds: readonly string[]): readonly JobGroup[] {
    const ids = this.#options.isGrouped ? [...new Set([...batchIds, ...this.#listed.keys()])] : [null];
    return ids.flatMap((batchId) => {
      const rows = this.#listed.get(batchId);
      if (rows === undefined || rows.rows.length === 0) return [];
      const group = this.#told.get(batchId) ?? { batchId, jobIds: rows.ids() };
      this.#told.set(batchId, group);
      return [group];
    });
  }

  #standsAt(before: JobRow, after: JobRow): boolean {
    return this.#order(before, after) === 0 && this.#isListed(before) === this.#isListed(after);
  }

  #changeMany(changes: readonly JobChange[]): true {
    const gone = new Set(changes.map(({ before }) => before?.jobId));
    const kept = this.#all.rows.filter(({ jobId }) => !gone.has(jobId));
    const rows = [...kept, ...changes.flatMap(({ after }) => after ?? [])];
    this.#all = new SortedRows(this.#order, rows.toSorted(this.#order));
    this.#list();
    return true;
  }

  #list(): void {
    const groups = new Map<string | null, JobRow[]>();
    for (const row of this.#all.rows) {
      if (!this.#isListed(row)) continue;
      const group = this.#groupOf(row);
      const known = groups.get(group);
      if (known === undefined) groups.set(group, [row]);
      else known.push(row);
    }
    this.#listed = new Map([...groups].map(([id, rows]) => [id, new SortedRows(this.#order, rows)]));
    this.#told.clear();
  }

  #enlist(row: JobRow): true {
    const group = this.#groupOf(row);
    const rows = this.#listed.get(group) ?? new SortedRows(this.#order);
    rows.insert(row);
    this.#listed.set(group, rows);
    this.#told.delete(group);
    return true;
  }

  #unlist(row: JobRow): true {
    this.#listed.get(this.#groupOf(row))?.remove(row);
    this.#told.delete(this.#groupOf(row));
    return true;
  }

  #groupOf({ batchId }: JobRow): string | null {
    return this.#options.isGrouped ? batchId : null;
  }

  #isListed(row: JobRow): boolean {
    const { tab, batchId } = this.#options;
    if (!isUnderTab(row.state, tab) || (batchId !== null && row.batchId !== batchId)) return false;
    return this.#search === null || this.#search.test(row.name) || this.#search.test(row.objectKey);
  }
}

/** Finds a text whatever the case; an expression makes no second, lower-cased text of each of 30,000 names. */
function searching(text: string): RegExp | null {
  const needle = text.trim().replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  return needle === '' ? null : new RegExp(needle, 'iu');
}
