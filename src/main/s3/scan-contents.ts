import { NO_ETAG, restoreStates, type PageColumns } from './page-columns.ts';
import { scanEtag } from './scan-etag.ts';
import { DATE_BYTES, decimal, endOfDigits, scanDate, SHORT_DATE_BYTES } from './scan-values.ts';
import { commonBytes, markOf, standsAt, wordsOf } from './words.ts';
import { decodeEntities } from './xml-text.ts';

const OPEN = markOf('<Contents>');
const CLOSE = markOf('</Contents>');
const STANDARD = markOf('STANDARD<');
/** An object with a key of one byte, a date and a size of one digit: no other is as short. */
const SHORTEST_OBJECT_BYTES = 96;
/** Digits of the largest size that is exact. */
const MOST_DIGITS = 15;
const LT = 60;
const GT = 62;
const SLASH = 47;
const AMP = 38;
const CR = 13;

/** First letters of the elements of an object. */
const letters = {
  Checksum: 67,
  ETag: 69,
  Key: 75,
  LastModified: 76,
  Owner: 79,
  RestoreStatus: 82,
  S: 83,
  Type: 84,
};

/** What every object of an answer must have, as bits. */
const needed = { key: 1, modified: 2, size: 4 };
const ALL_NEEDED = needed.key | needed.modified | needed.size;

/** An answer that is being read. */
interface Answer {
  readonly bytes: Buffer;
  readonly words: DataView;
  /** Where its objects end. */
  readonly to: number;
  readonly into: PageColumns;
  /** Rows whose keys are written with entities. */
  readonly encoded: number[];
}

/**
 * Reads `<Contents>` elements in `[from, to)` straight into columns; keys are left where they stand, unless one of
 * them is written with entities. Knows the one form that S3 and its likes write; whatever else is met (attributes,
 * empty elements, comments, unknown elements) makes it answer false, and the caller starts again with the exact parser.
 */
export function scanContents(bytes: Buffer, from: number, to: number, into: PageColumns): boolean {
  into.reserve(Math.ceil((to - from) / SHORTEST_OBJECT_BYTES));
  into.keys = bytes;
  const answer = { bytes, words: wordsOf(bytes), to, into, encoded: [] };
  let at = from;
  while (at < to) {
    if ((bytes[at] ?? 0) <= 32) {
      at += 1;
      continue;
    }
    if (!standsAt(answer.words, at, to, OPEN)) return false;
    at = scanObject(answer, at + OPEN.length);
    if (at < 0) return false;
  }
  return answer.encoded.length === 0 || decodeKeys(answer);
}

/** Reads one object whose first child is at `from`; answers the position behind `</Contents>`, or -1. */
function scanObject(answer: Answer, from: number): number {
  const { bytes, words, to, into } = answer;
  let at = from;
  let seen = 0;
  const row = into.count;
  into.classes[row] = 0;
  into.restores[row] = restoreStates.none;
  into.etagParts[row] = NO_ETAG;
  for (;;) {
    while ((bytes[at] ?? LT) <= 32) at += 1;
    if (at >= to || bytes[at] !== LT) return -1;
    const first = bytes[at + 1] ?? 0;
    if (first === SLASH) break;
    const nameLength = lengthOfName(first, bytes, at);
    const start = at + nameLength + 2;
    if (nameLength === 0 || bytes[start - 1] !== GT) return -1;
    if (first === letters.Owner || first === letters.RestoreStatus) {
      at = behindNested(answer, first, start);
      if (at < 0) return -1;
      continue;
    }
    let stop = -1;
    if (first === letters.Key && (seen & needed.key) === 0) {
      stop = scanKey(answer, start);
      seen |= needed.key;
    } else if (first === letters.LastModified) {
      stop = scanModified(answer, start);
      seen |= needed.modified;
    } else if (first === letters.ETag) {
      stop = scanEtag(answer, start);
    } else if (first === letters.S && nameLength === 4) {
      stop = scanSize(answer, start);
      seen |= needed.size;
    } else if (first === letters.S) {
      stop = scanClass(answer, start);
    } else if (first !== letters.Key) {
      stop = bytes.indexOf(LT, start);
    }
    const end = stop + nameLength + 2;
    if (stop < 0 || bytes[stop] !== LT || bytes[stop + 1] !== SLASH) return -1;
    if (bytes[stop + 2] !== first || bytes[end] !== GT) return -1;
    at = end + 1;
  }
  if (seen !== ALL_NEEDED || !standsAt(words, at, to, CLOSE)) return -1;
  into.count = row + 1;
  return at + CLOSE.length;
}

/** Length of the name of an element at `at`, told by one or two of its letters; 0 when no such element is known. */
function lengthOfName(first: number, bytes: Buffer, at: number): number {
  switch (first) {
    case letters.Key:
      return 3;
    case letters.LastModified:
      return 12;
    case letters.ETag: // `Type` is Ceph's.
    case letters.Type:
      return 4;
    case letters.S:
      return bytes[at + 2] === 105 ? 4 : 12; // `Size` or `StorageClass`
    case letters.Owner:
      return 5;
    case letters.RestoreStatus:
      return 13;
    case letters.Checksum:
      return bytes[at + 9] === 65 ? 17 : 12; // `ChecksumAlgorithm` or `ChecksumType`
    default:
      return 0;
  }
}

/** Notes where a key stands and how much of it is that of the one before; answers where it ends, or -1. */
function scanKey({ bytes, words, to, into, encoded }: Answer, start: number): number {
  const row = into.count;
  let at = start;
  if (row > 0 && encoded.at(-1) !== row - 1) {
    const before = into.keyStarts[row - 1] ?? 0;
    const length = (into.keyEnds[row - 1] ?? 0) - before;
    // What is the same as there holds no bracket and no entity either.
    into.shared[row] = commonBytes(words, before, start, Math.min(length, to - start));
    at += into.shared[row] ?? 0;
  }
  let isEncoded = false;
  for (let byte = bytes[at]; byte !== LT; byte = bytes[++at]) {
    if (byte === undefined || byte === CR) return -1;
    if (byte === AMP) isEncoded = true;
  }
  if (isEncoded) encoded.push(row);
  into.keyStarts[row] = start;
  into.keyEnds[row] = at;
  return at === start ? -1 : at;
}

function scanModified({ bytes, words, into }: Answer, start: number): number {
  const length = bytes[start + DATE_BYTES] === LT ? DATE_BYTES : SHORT_DATE_BYTES;
  const modified = bytes[start + length] === LT ? scanDate(words, start, length) : Number.NaN;
  into.modified[into.count] = modified;
  return Number.isNaN(modified) ? -1 : start + length;
}

function scanSize({ bytes, into }: Answer, start: number): number {
  const at = endOfDigits(bytes, start, MOST_DIGITS);
  into.sizes[into.count] = decimal(bytes, start, at);
  return at === start || at > start + MOST_DIGITS ? -1 : at;
}

function scanClass({ bytes, words, to, into }: Answer, start: number): number {
  if (standsAt(words, start, to, STANDARD)) return start + STANDARD.length - 1;
  const stop = bytes.indexOf(LT, start);
  const name = bytes.toString('latin1', start, Math.max(start, stop));
  if (/[&\r]/.test(name)) return -1;
  into.classes[into.count] = into.classIndex(name);
  return stop;
}

/** Position behind an element that has others within it, or -1. */
function behindNested({ bytes, to, into }: Answer, first: number, start: number): number {
  const closing = first === letters.Owner ? '</Owner>' : '</RestoreStatus>';
  const stop = bytes.indexOf(closing, start, 'latin1');
  if (stop < 0 || stop + closing.length > to) return -1;
  if (first === letters.RestoreStatus)
    into.restores[into.count] = restoreState(bytes.toString('latin1', start, stop));
  return stop + closing.length;
}

/** Moves all keys to the page's own bytes, those with entities decoded; false when something is no entity. */
function decodeKeys({ bytes, into, encoded }: Answer): boolean {
  let next = 0;
  for (let row = 0; row < into.count; row += 1) {
    const [from = 0, to = 0] = [into.keyStarts[row], into.keyEnds[row]];
    if (row !== encoded[next]) {
      into.putKeyBytes(row, bytes, from, to);
      continue;
    }
    const text = decodeEntities(bytes.toString('utf8', from, to));
    if (text === null) return false;
    into.putKey(row, text);
    next += 1;
  }
  return true;
}

/** A restore that is over leaves an expiry date behind for as long as the copy can be read. */
export function restoreState(xml: string): number {
  if (/<(?:\w+:)?IsRestoreInProgress>\s*true/.test(xml)) return restoreStates.inProgress;
  return /<(?:\w+:)?RestoreExpiryDate>/.test(xml) ? restoreStates.restored : restoreStates.none;
}
