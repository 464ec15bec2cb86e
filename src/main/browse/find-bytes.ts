/** Steps are kept in a byte: what is longer moves on by less than it could. */
const LONGEST_STEP = 255;
/** Bytes of ASCII letters in lower case; every other byte is itself. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** Position of the first hit that lies within `[from, to)` of some bytes; -1 for none. */
export type FindBytes = (bytes: Uint8Array, from: number, to: number) => number;

/**
 * Makes a search for ASCII text in any case, given in lower case, by Horspool's rule: the byte under the needle's end says
 * how far the needle can move on. Most bytes of a long stretch are never looked at, and none has to be lower-cased first.
 */
export function finder(needle: Uint8Array): FindBytes {
  const end = needle.length - 1;
  const last = needle[end] ?? 0;
  if (end === 0) return byteFinder(last);
  const lowerSteps = new Uint8Array(256).fill(Math.min(LONGEST_STEP, needle.length));
  for (let at = 0; at < end; at += 1) lowerSteps[needle[at] ?? 0] = Math.min(LONGEST_STEP, end - at);
  const behindLast = lowerSteps[last] ?? 1;
  // No step under the needle's last byte: there it is compared.
  lowerSteps[last] = 0;
  const steps = LOWER.map((byte) => lowerSteps[byte] ?? 1);
  return (bytes, from, to) => {
    for (let at = from + end; at < to;) {
      const step = steps[bytes[at] ?? 0] ?? 0;
      at += step;
      if (step > 0) continue;
      let same = end;
      while (same > 0 && LOWER[bytes[at - end + same - 1] ?? 0] === needle[same - 1]) same -= 1;
      if (same === 0) return at - end;
      at += behindLast;
    }
    return -1;
  };
}

/** A single byte moves on by one wherever it is, which a processor does faster when it need not read that from a table. */
function byteFinder(byte: number): FindBytes {
  return (bytes, from, to) => {
    for (let at = from; at < to; at += 1) if (LOWER[bytes[at] ?? 0] === byte) return at;
    return -1;
  };
}
