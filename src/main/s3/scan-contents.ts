import { NO_ETAG, restoreStates, ETAG_BYTES, type PageColumns } from './page-columns.ts';
import { hexDigits, scanDate, scanNumber } from './scan-values.ts';
import { decodeEntities } from './xml-text.ts';

const OPEN = Buffer.from('<Contents>');
const CLOSE = Buffer.from('</Contents>');
const STANDARD = Buffer.from('STANDARD');
/** An object with a key of one byte, a date and a size of one digit: no other is as short. */
const SHORTEST_OBJECT_BYTES = 96;
const LT = 60;
const GT = 62;
const SLASH = 47;
const AMP = 38;
const CR = 13;
const QUOTE = 34;
const SEMICOLON = 59;
const DASH = 45;
/** Bytes of a date with milliseconds. */
const DATE_BYTES = 24;
/** Bytes of `&quot;`. */
const ENTITY_BYTES = 6;

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

/** Whether `text` stands at `at`; a loop, because a call into C++ costs more than these few bytes. */
function startsAt(bytes: Buffer, at: number, text: Buffer): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
}

/**
 * Reads `<Contents>` elements in `[from, to)` straight into columns; keys are left where they stand, unless one of
 * them is written with entities. Knows the one form that S3 and its likes write; whatever else is met (attributes,
 * empty elements, comments, unknown elements) makes it answer false, and the caller starts again with the exact parser.
 */
export function scanContents(bytes: Buffer, from: number, to: number, into: PageColumns): boolean {
  into.reserve(Math.ceil((to - from) / SHORTEST_OBJECT_BYTES));
  into.keys = bytes;
  const encoded: number[] = [];
  let at = from;
  while (at < to) {
    if ((bytes[at] ?? 0) <= 32) {
      at += 1;
      continue;
    }
    if (!startsAt(bytes, at, OPEN)) return false;
    at = scanObject(bytes, at + OPEN.length, to, into, encoded);
    if (at < 0) return false;
  }
  return encoded.length === 0 || decodeKeys(bytes, into, encoded);
}

/** Reads one object whose first child is at `from`; answers the position behind `</Contents>`, or -1. */
function scanObject(bytes: Buffer, from: number, to: number, into: PageColumns, encoded: number[]): number {
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
    if (first === letters.Owner) {
      at = behind(bytes, start, '</Owner>');
      if (at < 0 || at > to) return -1;
      continue;
    }
    if (first === letters.RestoreStatus) {
      const end = behind(bytes, start, '</RestoreStatus>');
      if (end < 0 || end > to) return -1;
      into.restores[row] = restoreState(bytes.toString('latin1', start, end));
      at = end;
      continue;
    }
    let lt = firstGuess(first, bytes, start);
    let entity = false;
    for (let byte = bytes[lt]; byte !== LT; byte = bytes[++lt]) {
      if (byte === undefined) return -1;
      // Both are below whatever else names are made of, so that most bytes take one comparison.
      if (byte > AMP) continue;
      if (byte === AMP) entity = true;
      else if (byte === CR) return -1;
    }
    const end = lt + nameLength + 2;
    if (bytes[lt + 1] !== SLASH || bytes[lt + 2] !== first || bytes[end] !== GT) return -1;
    if (first === letters.Key) {
      if (lt === start || (seen & 1) !== 0) return -1;
      into.keyStarts[row] = start;
      into.keyEnds[row] = lt;
      if (entity) encoded.push(row);
      seen |= 1;
    } else if (first === letters.LastModified) {
      const modified = scanDate(bytes, start, lt);
      if (Number.isNaN(modified)) return -1;
      into.modified[row] = modified;
      seen |= 2;
    } else if (first === letters.ETag) {
      if (!putEtag(bytes, start, lt, into, row) && !putOtherEtag(bytes, start, lt, into, row)) return -1;
    } else if (first === letters.S && nameLength === 4) {
      const size = scanNumber(bytes, start, lt);
      if (size < 0) return -1;
      into.sizes[row] = size;
      seen |= 4;
    } else if (first === letters.S && (lt - start !== STANDARD.length || !startsAt(bytes, start, STANDARD))) {
      if (entity) return -1;
      into.classes[row] = into.classIndex(bytes.toString('latin1', start, lt));
    }
    at = end + 1;
  }
  if (seen !== 7 || !startsAt(bytes, at, CLOSE)) return -1;
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

/**
 * Where to look for the end of a value: where it usually is. What is passed over is checked when the value is read;
 * anything unusual is looked through from its beginning.
 */
function firstGuess(first: number, bytes: Buffer, start: number): number {
  if (first === letters.LastModified) return bytes[start + DATE_BYTES] === LT ? start + DATE_BYTES : start;
  if (first !== letters.ETag) return start;
  const quote = bytes[start] === AMP ? ENTITY_BYTES : 1;
  const behind = start + quote + 2 * ETAG_BYTES;
  return bytes[behind] === DASH || bytes[behind + quote] === LT ? behind : start;
}

/** Moves all keys to the page's own bytes, those with entities decoded; false when something is no entity. */
function decodeKeys(bytes: Buffer, into: PageColumns, encoded: readonly number[]): boolean {
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

/** Reads `"md5"` or `"md5-parts"` without making a string; false when the ETag is something else. */
function putEtag(bytes: Buffer, from: number, to: number, into: PageColumns, row: number): boolean {
  const quote = bytes[from] === AMP ? ENTITY_BYTES : bytes[from] === QUOTE ? 1 : 0;
  const start = from + quote;
  const stop = to - quote;
  if (stop - start < 2 * ETAG_BYTES) return false;
  if (quote === ENTITY_BYTES && (bytes[start - 1] !== SEMICOLON || bytes[stop] !== AMP)) return false;
  if (quote === 1 && bytes[stop] !== QUOTE) return false;
  if (!hexDigits(bytes, start, into.etags, row * ETAG_BYTES, ETAG_BYTES)) return false;
  if (stop - start === 2 * ETAG_BYTES) {
    into.etagParts[row] = 0;
    return true;
  }
  if (bytes[start + 32] !== DASH || bytes[start + 33] === 48) return false;
  const parts = scanNumber(bytes, start + 33, stop);
  if (parts < 1 || parts >= NO_ETAG) return false;
  into.etagParts[row] = parts;
  return true;
}

/** Reads an ETag that is no MD5; false when it has to be left to the exact parser. */
function putOtherEtag(bytes: Buffer, from: number, to: number, into: PageColumns, row: number): boolean {
  const written = bytes.toString('utf8', from, to);
  const text = /[<\r]/.test(written) ? null : decodeEntities(written);
  if (text !== null) into.setEtag(row, text);
  return text !== null;
}

function behind(bytes: Buffer, from: number, closing: string): number {
  const found = bytes.indexOf(closing, from, 'latin1');
  return found < 0 ? -1 : found + closing.length;
}

/** A restore that is over leaves an expiry date behind for as long as the copy can be read. */
export function restoreState(xml: string): number {
  if (/<(?:\w+:)?IsRestoreInProgress>\s*true/.test(xml)) return restoreStates.inProgress;
  return /<(?:\w+:)?RestoreExpiryDate>/.test(xml) ? restoreStates.restored : restoreStates.none;
}
