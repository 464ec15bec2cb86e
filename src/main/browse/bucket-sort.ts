import type { Pause } from './pause.ts';
import type { SortMemory } from './sort-memory.ts';

/** More would be written to in more places than a processor keeps at hand, and each row then takes several times as long. */
const MOST_BUCKETS = 512;
/** Rows that are put in order one by one; below that, buckets cost more than they spare. */
const FEW_ROWS = 24;
/** Rows that are gone through between two looks at the clock. */
const SLICE_ROWS = 65_536;

/** Rows with a number each, by place. */
interface Rows {
  readonly ids: Uint32Array;
  readonly values: Float64Array;
}

/**
 * Sorts row ids by a number each, `values` by place, smallest first or largest first, keeping the given order among equals;
 * both are overwritten. Rows go into buckets by where their number lies between the smallest and the largest; a bucket
 * that gets many is treated in the same way, in less memory. A million rows are moved twice, and lastly by a place or two.
 */
export async function sortByNumber(
  ids: Uint32Array,
  { values, spareIds, spareValues }: SortMemory,
  descending: boolean,
  pause: Pause,
): Promise<void> {
  if (descending) for (let at = 0; at < values.length; at += 1) values[at] = -(values[at] ?? 0);
  const rows = { ids, values };
  const spare = { ids: spareIds, values: spareValues };
  const unsorted: [from: number, to: number][] = [[0, ids.length]];
  for (let range = unsorted.pop(); range !== undefined; range = unsorted.pop()) {
    const [from, to] = range;
    const buckets = bucketsOf(values, from, to);
    if (buckets === null) continue;
    const ends = await spread(rows, spare, from, to, buckets, pause);
    ids.set(spare.ids.subarray(from, to), from);
    values.set(spare.values.subarray(from, to), from);
    let start = from;
    for (let bucket = 0; bucket < ends.length; bucket += 1) {
      const end = ends[bucket] ?? start;
      if (end - start > FEW_ROWS) unsorted.push([start, end]);
      else if (end - start > 1) insert(rows, start, end);
      start = end;
    }
    await pause();
  }
}

/** Where a number belongs among `count` buckets: `(number - smallest) * scale`, rounded down. */
interface Buckets {
  readonly count: number;
  readonly smallest: number;
  readonly scale: number;
}

/** Buckets for rows `[from, to)`; null when there is nothing to sort. */
function bucketsOf(values: Float64Array, from: number, to: number): Buckets | null {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at += 1) {
    const value = values[at] ?? 0;
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  if (!(largest > smallest)) return null;
  const count = Math.max(FEW_ROWS / 2, Math.min(MOST_BUCKETS, (to - from) >>> 1));
  return { count, smallest, scale: (count - 1) / (largest - smallest) };
}

/** Writes rows `[from, to)` bucket by bucket to the same places of `into`; answers where each bucket ends there. */
async function spread(
  { ids, values }: Rows,
  into: Rows,
  from: number,
  to: number,
  { count, smallest, scale }: Buckets,
  pause: Pause,
): Promise<Uint32Array> {
  const places = new Uint32Array(count);
  for (let start = from; start < to; start += SLICE_ROWS) {
    const end = Math.min(to, start + SLICE_ROWS);
    for (let at = start; at < end; at += 1) {
      const bucket = (((values[at] ?? 0) - smallest) * scale) >>> 0;
      places[bucket] = (places[bucket] ?? 0) + 1;
    }
    await pause();
  }
  let place = from;
  for (let bucket = 0; bucket < count; bucket += 1) {
    const rows = places[bucket] ?? 0;
    places[bucket] = place;
    place += rows;
  }
  for (let start = from; start < to; start += SLICE_ROWS) {
    const end = Math.min(to, start + SLICE_ROWS);
    for (let at = start; at < end; at += 1) {
      const value = values[at] ?? 0;
      const bucket = ((value - smallest) * scale) >>> 0;
      const put = places[bucket] ?? 0;
      places[bucket] = put + 1;
      into.ids[put] = ids[at] ?? 0;
      into.values[put] = value;
    }
    await pause();
  }
  return places;
}

/** Sorts a few rows where they are. */
function insert({ ids, values }: Rows, from: number, to: number): void {
  for (let next = from + 1; next < to; next += 1) {
    const value = values[next] ?? 0;
    const id = ids[next] ?? 0;
    let at = next;
    for (; at > from && (values[at - 1] ?? 0) > value; at -= 1) {
      values[at] = values[at - 1] ?? 0;
      ids[at] = ids[at - 1] ?? 0;
    }
    values[at] = value;
    ids[at] = id;
  }
}
