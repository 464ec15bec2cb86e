const ZERO = 48;
const midnights = new Map<number, number>();
const MIDNIGHTS_KEPT = 4_096;

/** Reads decimal digits in `[from, to)`; -1 when anything else is there or the number is too large to be exact. */
export function scanNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > 15) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Reads `YYYY-MM-DDTHH:MM:SSZ`, with or without milliseconds, as epoch milliseconds; NaN for any other form. */
export function scanDate(bytes: Uint8Array, from: number, to: number): number {
  const length = to - from;
  const fraction = length === 24;
  if (
    (length !== 20 && !fraction) ||
    bytes[from + 4] !== 45 ||
    bytes[from + 7] !== 45 ||
    bytes[from + 10] !== 84 ||
    bytes[from + 13] !== 58 ||
    bytes[from + 16] !== 58 ||
    bytes[to - 1] !== 90 ||
    (fraction && bytes[from + 19] !== 46)
  ) {
    return Number.NaN;
  }
  const year = scanNumber(bytes, from, from + 4);
  const month = scanNumber(bytes, from + 5, from + 7);
  const day = scanNumber(bytes, from + 8, from + 10);
  const hours = scanNumber(bytes, from + 11, from + 13);
  const minutes = scanNumber(bytes, from + 14, from + 16);
  const seconds = scanNumber(bytes, from + 17, from + 19);
  const millis = fraction ? scanNumber(bytes, from + 20, from + 23) : 0;
  if (year < 1_000 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || millis < 0) {
    return Number.NaN;
  }
  return midnight(year, month, day) + ((hours * 60 + minutes) * 60 + seconds) * 1_000 + millis;
}

/** Objects of a bucket share few days, and `Date.UTC` is the dearest part of reading a row. */
function midnight(year: number, month: number, day: number): number {
  const name = (year * 12 + month) * 32 + day;
  const known = midnights.get(name);
  if (known !== undefined) return known;
  const value = Date.UTC(year, month - 1, day);
  if (midnights.size >= MIDNIGHTS_KEPT) midnights.clear();
  midnights.set(name, value);
  return value;
}

/** Value of a lower-case hexadecimal digit, or -1. */
export function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 48 && byte <= 57) return byte - 48;
  return byte >= 97 && byte <= 102 ? byte - 87 : -1;
}
