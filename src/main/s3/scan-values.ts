const ZERO = 48;

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
  const century = twoDigits(bytes, from);
  const ofCentury = twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const day = twoDigits(bytes, from + 8);
  const hours = twoDigits(bytes, from + 11);
  const minutes = twoDigits(bytes, from + 14);
  const seconds = twoDigits(bytes, from + 17);
  const millis = fraction ? scanNumber(bytes, from + 20, from + 23) : 0;
  if (century < 10 || ofCentury < 0 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || millis < 0) {
    return Number.NaN;
  }
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1_000 + millis;
  return midnight(century * 100 + ofCentury, month, day) + time;
}

/** Two decimal digits as their number, -1 when one of them is none. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

const DAY_MS = 86_400_000;
/** Days of 400 years, after which the calendar repeats itself, and from its beginning in March of year 0 to 1970. */
const ERA_DAYS = 146_097;
const DAYS_TO_1970 = 719_468;

/** Reckoned, because `Date.UTC` is the dearest part of reading a row: years begin in March, so that a leap day ends one. */
function midnight(year: number, month: number, day: number): number {
  const sinceMarch = (month + 9) % 12;
  const from = month <= 2 ? year - 1 : year;
  const era = Math.floor(from / 400);
  const inEra = from - era * 400;
  const inYear = Math.floor((153 * sinceMarch + 2) / 5) + day - 1;
  const days = inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear;
  return (era * ERA_DAYS + days - DAYS_TO_1970) * DAY_MS;
}

/** Values of lower-case hexadecimal digits by their byte, -1 for every other byte. */
const HEX_VALUES = Int8Array.from({ length: 256 }, (_, byte) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(byte)),
);

/** Reads `count` bytes written as lower-case hexadecimal digits; false when anything else is there. */
export function hexDigits(
  bytes: Uint8Array,
  from: number,
  into: Uint8Array,
  to: number,
  count: number,
): boolean {
  let worst = 0;
  for (let index = 0; index < count; index += 1) {
    const high = HEX_VALUES[bytes[from + 2 * index] ?? 0] ?? -1;
    const low = HEX_VALUES[bytes[from + 2 * index + 1] ?? 0] ?? -1;
    worst |= high | low;
    into[to + index] = (high << 4) | low;
  }
  return worst >= 0;
}
