import { NO_ETAG, restoreStates, ETAG_BYTES, type PageColumns } from './page-columns.ts';
import { hexDigit, scanDate, scanNumber } from './scan-values.ts';
import { decodeEntities } from './xml-text.ts';

const OPEN = Buffer.from('<Contents>');
const CLOSE = Buffer.from('</Contents>');
const STANDARD = Buffer.from('STANDARD');
const LT = 60;
const GT = 62;
const SLASH = 47;
const AMP = 38;
const CR = 13;
/** Longest element name that is known here, in bytes: `ChecksumAlgorithm`. */
const LONGEST_NAME = 17;

/** Whether `text` stands at `at`; a loop, because a call into C++ costs more than these few bytes. */
function startsAt(bytes: Buffer, at: number, text: Buffer): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text[index]) return false;
  return true;
}

/**
 * Reads `<Contents>` elements in `[from, to)` straight into columns. Knows the one form that S3 and its likes
 * write; whatever else is met (attributes, empty elements, comments, unknown elements) makes it answer false,
 * and the caller starts again with the exact parser.
 */
export function scanContents(bytes: Buffer, from: number, to: number, into: PageColumns): boolean {
  let at = from;
  while (at < to) {
    if ((bytes[at] ?? 0) <= 32) {
      at += 1;
      continue;
    }
    if (!startsAt(bytes, at, OPEN)) return false;
    at = scanObject(bytes, at + OPEN.length, to, into);
    if (at < 0) return false;
  }
  return true;
}

/** Reads one object whose first child is at `from`; answers the position behind `</Contents>`, or -1. */
function scanObject(bytes: Buffer, from: number, to: number, into: PageColumns): number {
  let at = from;
  let seen = 0;
  into.reserve(0);
  const row = into.count;
  into.classes[row] = 0;
  into.restores[row] = restoreStates.none;
  into.etagParts[row] = NO_ETAG;
  for (;;) {
    while ((bytes[at] ?? LT) <= 32) at += 1;
    if (at >= to || bytes[at] !== LT) return -1;
    const first = bytes[at + 1];
    if (first === SLASH) break;
    let gt = at + 3;
    const limit = at + 2 + LONGEST_NAME;
    while (bytes[gt] !== GT) if (++gt > limit) return -1;
    const nameLength = gt - at - 1;
    if (first === 79 && nameLength === 5) {
      at = behind(bytes, gt, '</Owner>');
      if (at < 0 || at > to) return -1;
      continue;
    }
    if (first === 82 && nameLength === 13) {
      const end = behind(bytes, gt, '</RestoreStatus>');
      if (end < 0 || end > to) return -1;
      into.restores[row] = restoreState(bytes.toString('latin1', gt, end));
      at = end;
      continue;
    }
    let lt = gt + 1;
    let entity = false;
    for (let byte = bytes[lt]; byte !== LT; byte = bytes[++lt]) {
      if (byte === AMP) entity = true;
      else if (byte === CR || byte === undefined) return -1;
    }
    const end = lt + nameLength + 2;
    if (bytes[lt + 1] !== SLASH || bytes[lt + 2] !== first || bytes[end] !== GT) return -1;
    const second = bytes[at + 2];
    if (first === 75 && nameLength === 3) {
      if (lt === gt + 1 || (seen & 1) !== 0 || !putKey(bytes, gt + 1, lt, entity, into)) return -1;
      seen |= 1;
    } else if (first === 76 && nameLength === 12) {
      const modified = scanDate(bytes, gt + 1, lt);
      if (Number.isNaN(modified)) return -1;
      into.modified[row] = modified;
      seen |= 2;
    } else if (first === 69 && nameLength === 4 && second === 84) {
      if (!putEtag(bytes, gt + 1, lt, into, row)) {
        const text = decodeEntities(bytes.toString('utf8', gt + 1, lt));
        if (text === null) return -1;
        into.setEtag(row, text);
      }
    } else if (first === 83 && nameLength === 4) {
      const size = scanNumber(bytes, gt + 1, lt);
      if (size < 0) return -1;
      into.sizes[row] = size;
      seen |= 4;
    } else if (first === 83 && nameLength === 12) {
      if (entity) return -1;
      if (lt - gt - 1 !== STANDARD.length || !startsAt(bytes, gt + 1, STANDARD)) {
        into.classes[row] = into.classIndex(bytes.toString('latin1', gt + 1, lt));
      }
    } else if (first === 67 ? nameLength !== 17 && nameLength !== 12 : first !== 84 || nameLength !== 4) {
      // Neither a checksum's kind nor the `Type` that Ceph adds.
      return -1;
    }
    at = end + 1;
  }
  if (seen !== 7 || !startsAt(bytes, at, CLOSE)) return -1;
  into.count = row + 1;
  return at + CLOSE.length;
}

function putKey(bytes: Buffer, from: number, to: number, entity: boolean, into: PageColumns): boolean {
  into.reserve(to - from);
  const start = into.keyStart(into.count);
  if (!entity) {
    bytes.copy(into.keys, start, from, to);
    into.keyEnds[into.count] = start + to - from;
    return true;
  }
  const text = decodeEntities(bytes.toString('utf8', from, to));
  if (text === null) return false;
  // A decoded key is never longer than its entities: `&#9;` is the shortest there is, for one byte.
  into.keyEnds[into.count] = start + into.keys.write(text, start);
  return true;
}

/** Reads `"md5"` or `"md5-parts"` without making a string; false when the ETag is something else. */
function putEtag(bytes: Buffer, from: number, to: number, into: PageColumns, row: number): boolean {
  const quote = bytes[from] === AMP ? 6 : bytes[from] === 34 ? 1 : 0;
  const start = from + quote;
  const stop = to - quote;
  if (stop - start < 32) return false;
  if (quote === 6 && (bytes[start - 1] !== 59 || bytes[stop] !== AMP)) return false;
  if (quote === 1 && bytes[stop] !== 34) return false;
  for (let index = 0; index < ETAG_BYTES; index += 1) {
    const high = hexDigit(bytes[start + index * 2]);
    const low = hexDigit(bytes[start + index * 2 + 1]);
    if (high < 0 || low < 0) return false;
    into.etags[row * ETAG_BYTES + index] = high * 16 + low;
  }
  if (stop - start === 32) {
    into.etagParts[row] = 0;
    return true;
  }
  if (bytes[start + 32] !== 45 || bytes[start + 33] === 48) return false;
  const parts = scanNumber(bytes, start + 33, stop);
  if (parts < 1 || parts >= NO_ETAG) return false;
  into.etagParts[row] = parts;
  return true;
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
