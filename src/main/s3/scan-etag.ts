import { ETAG_BYTES, NO_ETAG, type PageColumns } from './page-columns.ts';
import { decimal, endOfDigits, hexDigits } from './scan-values.ts';
import { markOf, standsAt } from './words.ts';
import { decodeEntities } from './xml-text.ts';

const LT = 60;
const QUOTE = 34;
const DASH = 45;
const ZERO = 48;
const ENTITY = markOf('&quot;');
/** Digits of the most parts that an upload can have, 10,000. */
const MOST_DIGITS = 5;

/** Where an ETag is read from and to. */
interface Answer {
  readonly bytes: Buffer;
  readonly words: DataView;
  readonly into: PageColumns;
}

/** Reads an ETag at `start`; answers where it ends, or -1 when it has to be left to the exact parser. */
export function scanEtag(answer: Answer, start: number): number {
  const stop = scanMd5(answer, start);
  return stop < 0 ? scanOther(answer, start) : stop;
}

/** Reads `"md5"` or `"md5-parts"` without making a string; -1 when the ETag is something else. */
function scanMd5(answer: Answer, start: number): number {
  const { bytes, words, into } = answer;
  const row = into.count;
  const from = start + lengthOfQuote(answer, start);
  let at = from + 2 * ETAG_BYTES;
  if (at > bytes.length || !hexDigits(words, from, into.etags, row * ETAG_BYTES, ETAG_BYTES)) return -1;
  let parts = 0;
  if (bytes[at] === DASH) {
    if (bytes[at + 1] === ZERO) return -1;
    const digits = at + 1;
    at = endOfDigits(bytes, digits, MOST_DIGITS);
    parts = decimal(bytes, digits, at);
    if (parts === 0 || parts >= NO_ETAG) return -1;
  }
  const stop = at + lengthOfQuote(answer, at);
  if (stop - at !== from - start || bytes[stop] !== LT) return -1;
  into.etagParts[row] = parts;
  return stop;
}

/** Bytes of the quotation mark at `at`, 0 when there is none. */
function lengthOfQuote({ bytes, words }: Answer, at: number): number {
  if (bytes[at] === QUOTE) return 1;
  return standsAt(words, at, bytes.length, ENTITY) ? ENTITY.length : 0;
}

/** Reads an ETag that is no MD5. */
function scanOther({ bytes, into }: Answer, start: number): number {
  const stop = bytes.indexOf(LT, start);
  const written = bytes.toString('utf8', start, Math.max(start, stop));
  const text = written.includes('\r') ? null : decodeEntities(written);
  if (text !== null) into.setEtag(into.count, text);
  return text === null ? -1 : stop;
}
