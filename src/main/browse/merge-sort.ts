import type { Pause } from './pause.ts';

/** Rows that are sorted at one go before they are merged. */
const RUN_ROWS = 1_024;
/** Rows that are merged between two looks at the clock. */
const MERGE_ROWS = 2_048;

/** Sorts ids by comparison in slices: only for servers whose listings are not in order. */
export async function mergeSort(
  ids: Uint32Array<ArrayBuffer>,
  compare: (left: number, right: number) => number,
  pause: Pause,
): Promise<Uint32Array<ArrayBuffer>> {
  const { length } = ids;
  let source = ids.slice();
  let target = new Uint32Array(length);
  for (let from = 0; from < length; from += RUN_ROWS) {
    source.subarray(from, from + RUN_ROWS).sort(compare);
    await pause();
  }
  for (let width = RUN_ROWS; width < length; width *= 2) {
    for (let from = 0; from < length; from += width * 2) {
      const middle = Math.min(from + width, length);
      const end = Math.min(from + width * 2, length);
      let left = from;
      let right = middle;
      for (let at = from; at < end; at += 1) {
        const a = source[left] ?? 0;
        const b = source[right] ?? 0;
        const takeLeft = left < middle && (right >= end || compare(a, b) <= 0);
        target[at] = takeLeft ? a : b;
        if (takeLeft) left += 1;
        else right += 1;
        if (at % MERGE_ROWS === 0) await pause();
      }
    }
    [source, target] = [target, source];
  }
  return source;
}
