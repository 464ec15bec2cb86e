import type { JobRow } from '../../shared/imports.ts';

/** How two rows stand to each other; never 0 for rows of different imports. */
export type RowOrder = (a: JobRow, b: JobRow) => number;

/**
 * Rows in an order, with their ids beside them. One is put in or taken out by halving, so that some changes among
 * 30,000 rows compare some dozens.
 */
export class SortedRows {
  readonly #order: RowOrder;
  readonly #rows: JobRow[];
  readonly #ids: string[];

  /** Takes rows that are in this order already. */
  constructor(order: RowOrder, rows: readonly JobRow[] = []) {
    this.#order = order;
    this.#rows = [...rows];
    this.#ids = rows.map(({ jobId }) => jobId);
  }

  get rows(): readonly JobRow[] {
    return this.#rows;
  }

  /** The ids as they are now, as a list of their own. */
  ids(): readonly string[] {
    return this.#ids.slice();
  }

  insert(row: JobRow): void {
    const at = this.#firstNotBefore(row);
    this.#rows.splice(at, 0, row);
    this.#ids.splice(at, 0, row.jobId);
  }

  remove(row: JobRow): void {
    const at = this.#firstNotBefore(row);
    if (this.#ids[at] !== row.jobId) return;
    this.#rows.splice(at, 1);
    this.#ids.splice(at, 1);
  }

  /** Puts a row in the place of its former self, which stood where it stands. */
  replace(row: JobRow): void {
    const at = this.#firstNotBefore(row);
    if (this.#ids[at] === row.jobId) this.#rows[at] = row;
  }

  #firstNotBefore(row: JobRow): number {
    let from = 0;
    let to = this.#rows.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = this.#rows[middle];
      if (other !== undefined && this.#order(other, row) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
