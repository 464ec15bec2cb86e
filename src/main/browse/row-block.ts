import { ETAG_BYTES, type PageColumns } from '../s3/page-columns.ts';
import { copyWords, wordsOf } from '../s3/words.ts';

/** Rows in one block, a power of two: small enough that the last, half-empty block wastes little. */
export const BLOCK_ROWS = 16_384;
/** Bits to shift a row id by to get its block. */
export const BLOCK_SHIFT = 14;
/** Mask of a row id's place in its block. */
export const BLOCK_MASK = BLOCK_ROWS - 1;

/** Bits of `flags`. The lowest three hold the index of the reason why the row cannot be picked, 0 for none. */
export const flagBits = { reason: 7, folder: 8, video: 16 } as const;

/**
 * Memory of a column. It is of the shared kind although only one thread looks at it: V8 counts the other kind towards a
 * collection of its whole heap, which took a sixth of a listing's time, and rows are nothing that it could collect.
 */
const columnMemory = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);

/**
 * A block of rows as columns. Of each key only the part behind its last slash is stored here; the directory is
 * stored once per run of neighbours, which halves both memory and the bytes that a filter has to look at.
 */
export class RowBlock {
  count = 0;
  names = Buffer.from(columnMemory(BLOCK_ROWS * 24));
  #nameWords = wordsOf(this.names);
  readonly nameEnds = new Uint32Array(columnMemory(BLOCK_ROWS * Uint32Array.BYTES_PER_ELEMENT));
  readonly sizes = new Float64Array(columnMemory(BLOCK_ROWS * Float64Array.BYTES_PER_ELEMENT));
  readonly modified = new Float64Array(columnMemory(BLOCK_ROWS * Float64Array.BYTES_PER_ELEMENT));
  readonly classes = new Uint8Array(columnMemory(BLOCK_ROWS));
  readonly flags = new Uint8Array(columnMemory(BLOCK_ROWS));
  readonly badges = new Uint8Array(columnMemory(BLOCK_ROWS));
  readonly etags = new Uint8Array(columnMemory(BLOCK_ROWS * ETAG_BYTES));
  readonly etagParts = new Uint16Array(columnMemory(BLOCK_ROWS * Uint16Array.BYTES_PER_ELEMENT));
  /** Runs of rows that share a directory: first row of each run, and the directory's index in the store. */
  readonly runStarts: number[] = [];
  readonly runDirectories: number[] = [];

  nameStart(row: number): number {
    return row === 0 ? 0 : (this.nameEnds[row - 1] ?? 0);
  }

  name(row: number): Buffer {
    return this.names.subarray(this.nameStart(row), this.nameEnds[row]);
  }

  /** Takes the columns that are the same here as on a page, of rows `[from, to)` of it, behind the last row. */
  take(page: PageColumns, from: number, to: number): void {
    this.sizes.set(page.sizes.subarray(from, to), this.count);
    this.modified.set(page.modified.subarray(from, to), this.count);
    this.etagParts.set(page.etagParts.subarray(from, to), this.count);
    this.etags.set(page.etags.subarray(from * ETAG_BYTES, to * ETAG_BYTES), this.count * ETAG_BYTES);
  }

  /** Appends a name for row `count`. */
  putName(source: DataView, from: number, to: number): void {
    const start = this.nameStart(this.count);
    const end = start + to - from;
    if (end > this.names.length) this.#resize(Math.max(end, Math.round(this.names.length * 1.5)));
    copyWords(source, from, to, this.#nameWords, start);
    this.nameEnds[this.count] = end;
  }

  /** Gives back the memory that a full block's names did not need. */
  trim(): void {
    const used = this.nameStart(this.count);
    if (used < this.names.length) this.#resize(used);
  }

  /** Whether a row is an object that can be imported. */
  isPickable(row: number): boolean {
    return ((this.flags[row] ?? 0) & (flagBits.folder | flagBits.reason)) === 0;
  }

  /** Index of the directory of a row. */
  directory(row: number): number {
    return this.runDirectories[this.runAt(row)] ?? 0;
  }

  /** Which run of rows with one directory a row is in. */
  runAt(row: number): number {
    let low = 0;
    let high = this.runStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.runStarts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #resize(bytes: number): void {
    const names = Buffer.from(columnMemory(bytes));
    this.names.copy(names, 0, 0, Math.min(bytes, this.names.length));
    this.names = names;
    this.#nameWords = wordsOf(names);
  }
}
