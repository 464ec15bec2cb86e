const ZERO = 48;

/** Bytes of a date with milliseconds, and of one without. */
export const DATE_BYTES = 24;
export const SHORT_DATE_BYTES = 20;

/** What stands between the numbers of a date. */
const DASH = 45;
const T = 84;
const COLON = 58;
const Z = 90;
const POINT = 46;

/** Reads `YYYY-MM-DDTHH:MM:SSZ`, with or without milliseconds, as epoch milliseconds; NaN for any other form. */
export function scanDate(words: DataView, from: number, length: number): number {
  const hasMillis = length === DATE_BYTES;
  if (
    words.getUint8(from + 4) !== DASH ||
    words.getUint8(from + 7) !== DASH ||
    words.getUint8(from + 10) !== T ||
    words.getUint8(from + 13) !== COLON ||
    words.getUint8(from + 16) !== COLON ||
    words.getUint8(from + 19) !== (hasMillis ? POINT : Z) ||
    words.getUint8(from + length - 1) !== Z
  ) {
    return Number.NaN;
  }
  const century = twoDigits(words, from);
  const ofCentury = twoDigits(words, from + 2);
  const month = twoDigits(words, from + 5);
  const day = twoDigits(words, from + 8);
  const hours = twoDigits(words, from + 11);
  const minutes = twoDigits(words, from + 14);
  const seconds = twoDigits(words, from + 17);
  const tens = hasMillis ? twoDigits(words, from + 20) : 0;
  const ones = hasMillis ? words.getUint8(from + 22) - ZERO : 0;
  if (century < 10 || ofCentury < 0 || month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59)
    return Number.NaN;
  if (tens < 0 || ones < 0 || ones > 9) return Number.NaN;
  const time = ((hours * 60 + minutes) * 60 + seconds) * 1_000 + tens * 10 + ones;
  return midnight(century * 100 + ofCentury, month, day) + time;
}

/** Two decimal digits as their number, -1 when one of them is none. */
const twoDigits = (words: DataView, at: number): number => DIGIT_PAIRS[words.getUint16(at)] ?? -1;

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

/** Where the decimal digits that begin at `start` end, or one behind `most` of them. */
export function endOfDigits(bytes: Uint8Array, start: number, most: number): number {
  let at = start;
  while (at <= start + most && isDigit(bytes[at] ?? 0)) at += 1;
  return at;
}

/** The number that the decimal digits in `[from, to)` write, up to 15 of them exactly. */
export function decimal(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + (bytes[at] ?? ZERO) - ZERO;
  return value;
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/** Values of bytes written as two lower-case hexadecimal digits, by the number that both characters make; -1 for all else. */
const HEX_PAIRS = pairsOf('0123456789abcdef');
/** The same for two decimal digits. */
const DIGIT_PAIRS = pairsOf('0123456789');

function pairsOf(digits: string): Int16Array {
  const pairs = new Int16Array(65_536).fill(-1);
  for (const [high, first] of Buffer.from(digits).entries())
    for (const [low, second] of Buffer.from(digits).entries())
      pairs[(first << 8) | second] = high * digits.length + low;
  return pairs;
}

/** Reads `count` bytes written as lower-case hexadecimal digits; false when anything else is there. */
export function hexDigits(
  words: DataView,
  from: number,
  into: Uint8Array,
  to: number,
  count: number,
): boolean {
  let worst = 0;
  for (let index = 0; index < count; index += 1) {
    const value = HEX_PAIRS[words.getUint16(from + 2 * index)] ?? -1;
    worst |= value;
    into[to + index] = value;
  }
  return worst >= 0;
}
