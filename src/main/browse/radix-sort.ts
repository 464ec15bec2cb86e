import type { Pause } from './pause.ts';

/** Widest digit in bits: its counts stay in the processor's nearest memory. */
const DIGIT_BITS = 11;
/** Bits of the lower half of a number: two digits, so that no half is wider than an integer. */
const LOW_BITS = 2 * DIGIT_BITS;
const LOW = 2 ** LOW_BITS;

/**
 * Sorts row ids by a number each, by place, smallest first or largest first, keeping the given order among equals: least
 * significant digit first, over as many digits as the numbers differ in. A million rows take a sixth
 * of what sorting an array of objects takes. Numbers are whole and below 2^52; they are overwritten. Pauses between its passes.
 */
export async function sortByNumber(
  ids: Uint32Array<ArrayBuffer>,
  values: Float64Array,
  descending: boolean,
  pause: Pause,
): Promise<Uint32Array<ArrayBuffer>> {
  const [smallest, largest] = extent(values);
  if (!(largest > smallest)) return ids;
  await pause();
  const keys = keysOf(values, descending ? largest : smallest);
  await pause();
  const bits = Math.floor(Math.log2(largest - smallest)) + 1;
  let order: Uint32Array<ArrayBuffer> | null = null;
  let spare = new Uint32Array(ids.length);
  for (const [half, halfBits] of [Math.min(LOW_BITS, bits), bits - LOW_BITS].entries()) {
    // As narrow as the half needs: fewer counts, the same passes.
    const width = Math.ceil(halfBits / Math.ceil(halfBits / DIGIT_BITS));
    for (let shift = 0; shift < halfBits; shift += width) {
      const before: Uint32Array<ArrayBuffer> | null = order;
      byDigit(keys, half, before, spare, shift, width);
      order = spare;
      spare = before ?? new Uint32Array(ids.length);
      await pause();
    }
  }
  return order === null ? ids : inOrder(ids, order, spare);
}

function extent(values: Float64Array): readonly [smallest: number, largest: number] {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  return [smallest, largest];
}

/**
 * How far each number is from the first one, as two integers side by side, the lower half first. They take the place of
 * the numbers: memory that is touched for the first time costs as much as a pass.
 */
function keysOf(values: Float64Array, first: number): Uint32Array {
  const keys = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  for (let at = 0; at < values.length; at += 1) {
    const key = Math.abs((values[at] ?? 0) - first);
    const upper = Math.floor(key / LOW);
    keys[2 * at] = key - upper * LOW;
    keys[2 * at + 1] = upper;
  }
  return keys;
}

/** Puts places in the order of one digit of one half of their keys, keeping their order where it is the same; null is the order they stand in. */
function byDigit(
  keys: Uint32Array,
  half: number,
  places: Uint32Array | null,
  into: Uint32Array,
  shift: number,
  width: number,
): void {
  const mask = 2 ** width - 1;
  const starts = new Uint32Array(2 ** width);
  // How often each digit occurs does not depend on the order: keys are counted as they stand.
  for (let at = half; at < keys.length; at += 2) {
    const digit = ((keys[at] ?? 0) >>> shift) & mask;
    starts[digit] = (starts[digit] ?? 0) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < starts.length; digit += 1) {
    const count = starts[digit] ?? 0;
    starts[digit] = sum;
    sum += count;
  }
  for (let at = 0; at < into.length; at += 1) {
    const place = places === null ? at : (places[at] ?? 0);
    const digit = ((keys[2 * place + half] ?? 0) >>> shift) & mask;
    const to = starts[digit] ?? 0;
    starts[digit] = to + 1;
    into[to] = place;
  }
}

function inOrder(
  ids: Uint32Array,
  places: Uint32Array,
  into: Uint32Array<ArrayBuffer>,
): Uint32Array<ArrayBuffer> {
  for (let at = 0; at < places.length; at += 1) into[at] = ids[places[at] ?? 0] ?? 0;
  return into;
}
