import { videoExtensions } from '../../shared/video-extensions.ts';

const LONGEST = Math.max(...videoExtensions.map((extension) => extension.length));
const DOT = 46;
/** Bit that makes a capital letter a small one. */
const LOWER = 32;
/** More than the value of any byte counted here, so that different extensions have different numbers. */
const BASE = 128;
const known = new Set(
  videoExtensions.map((extension) => numberOf(Buffer.from(extension), 0, extension.length)),
);

/** Whether a file name, given as UTF-8 bytes, ends in one of {@link videoExtensions}. */
export function isVideoName(bytes: Buffer, from: number, to: number): boolean {
  const stop = Math.max(from, to - LONGEST - 1);
  for (let at = to - 1; at >= stop; at -= 1) {
    // A file that is all extension (".mov") is a hidden file of that name, not a video.
    if (bytes[at] === DOT) return at > from && known.has(numberOf(bytes, at + 1, to));
  }
  return false;
}

/** An extension as a number, the same in either case: rows come by the hundred thousand, and strings cost. */
function numberOf(bytes: Buffer, from: number, to: number): number {
  // Begins with one, so that a leading zero counts.
  let number = 1;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    const isCapital = byte >= 65 && byte <= 90;
    // Bytes beyond ASCII belong to no known extension.
    if (byte >= BASE) return -1;
    number = number * BASE + (isCapital ? byte | LOWER : byte);
  }
  return number;
}
