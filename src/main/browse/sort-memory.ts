/** What putting rows in order takes besides their ids: a number for each, and room to move both to. */
export interface SortMemory {
  readonly values: Float64Array;
  readonly spareIds: Uint32Array;
  readonly spareValues: Float64Array;
}

let idle: WeakRef<SortMemory> | null = null;

/**
 * Lends memory for so many rows. A million rows take 20 MB; asked of the system at every click on a column, they set off
 * V8's collection while it sorts. They are kept for the next time, until V8 collects what nobody holds.
 */
export async function withSortMemory<T>(rows: number, work: (memory: SortMemory) => Promise<T>): Promise<T> {
  const kept = idle?.deref();
  idle = null;
  const memory = kept !== undefined && kept.values.length >= rows ? kept : sortMemory(rows);
  try {
    return await work({
      values: memory.values.subarray(0, rows),
      spareIds: memory.spareIds.subarray(0, rows),
      spareValues: memory.spareValues.subarray(0, rows),
    });
  } finally {
    idle = new WeakRef(memory);
  }
}

const sortMemory = (rows: number): SortMemory => ({
  values: new Float64Array(rows),
  spareIds: new Uint32Array(rows),
  spareValues: new Float64Array(rows),
});
