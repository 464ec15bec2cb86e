/** Steps are kept in a byte: what is longer moves on by less than it could. */
const LONGEST_STEP = 255;

/**
 * Makes a search for a few bytes in short stretches, such as names, by Horspool's rule: the byte under the needle's end
 * says how far the needle can move on. It is for stretches that are too short for a call into C++ to pay.
 */
export function finder(needle: Uint8Array): (bytes: Uint8Array, from: number, to: number) => boolean {
  const end = needle.length - 1;
  const last = needle[end];
  const steps = new Uint8Array(256).fill(Math.min(LONGEST_STEP, needle.length));
  for (let at = 0; at < end; at += 1) steps[needle[at] ?? 0] = Math.min(LONGEST_STEP, end - at);
  return (bytes, from, to) => {
    for (let at = from + end; at < to; at += steps[bytes[at] ?? 0] ?? 1) {
      if (bytes[at] !== last) continue;
      let same = end;
      while (same > 0 && needle[same - 1] === bytes[at - end + same - 1]) same -= 1;
      if (same === 0) return true;
    }
    return false;
  };
}
