import { SaxesParser } from 'saxes';
import { AppFailure } from '../../shared/errors.ts';
import { restoreStates, type PageColumns } from './page-columns.ts';

/** What a page says besides its objects and prefixes. */
export interface PageHead {
  readonly isTruncated: boolean;
  readonly nextToken: string | null;
  readonly keyCount: number | null;
  /** Objects and prefixes that stood in the parsed text. */
  readonly entries: number;
}

/** The answer is no listing: a captive portal, a proxy's page, a damaged body. */
export function malformed(why: string, cause?: unknown): AppFailure {
  return new AppFailure(
    {
      code: 'malformed-answer',
      message: `The answer is not a listing of S3: ${why}.`,
      detail: { source: 's3' },
    },
    { cause },
  );
}

/**
 * Parses a ListBucketResult with a real XML parser: slower than the scanner, but right about everything that XML
 * allows. Throws `malformed-answer` for whatever is no complete listing.
 */
export function parseExactly(xml: string, into: PageColumns): PageHead {
  // XML 1.1 lets character references name control characters, which S3 keys may contain.
  const parser = new SaxesParser({ xmlns: false, defaultXMLVersion: '1.1', forceXMLVersion: true });
  const path: string[] = [];
  const fields = new Map<string, string>();
  let object = new Map<string, string>();
  let text = '';
  let entries = 0;
  let restore: number = restoreStates.none;
  parser.on('error', (error) => {
    // Ceph writes U+FFFE and U+FFFF as they are, which XML has no place for but keys have.
    if (!error.message.endsWith('disallowed character.')) throw error;
  });
  parser.on('doctype', () => {
    throw malformed('it has a document type');
  });
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1);
    if (path.length === 0 && local !== 'ListBucketResult')
      throw malformed(`it begins with "${local.slice(0, 40)}"`);
    path.push(local);
    text = '';
    if (path.length === 2 && local === 'Contents') {
      object = new Map();
      restore = restoreStates.none;
    }
  });
  parser.on('text', (chunk) => void (text += chunk));
  parser.on('cdata', (chunk) => void (text += chunk));
  parser.on('closetag', () => {
    const local = path.pop() ?? '';
    const parent = path.at(-1);
    if (path.length === 1 && local === 'Contents') {
      pushObject(object, restore, into);
      entries += 1;
    } else if (path.length === 1) {
      fields.set(local, text);
    } else if (path.length === 2 && parent === 'Contents') {
      if (object.has(local) && local === 'Key') throw malformed('an object has two keys');
      object.set(local, text);
    } else if (path.length === 2 && parent === 'CommonPrefixes' && local === 'Prefix') {
      if (text === '') throw malformed('a common prefix is empty');
      into.prefixes.push(text);
      entries += 1;
    } else if (parent === 'RestoreStatus' && local === 'IsRestoreInProgress' && text.trim() === 'true') {
      restore = restoreStates.inProgress;
    } else if (
      parent === 'RestoreStatus' &&
      local === 'RestoreExpiryDate' &&
      restore === restoreStates.none
    ) {
      restore = restoreStates.restored;
    }
    text = '';
  });
  try {
    parser.write(asWritten(xml)).close();
  } catch (thrown) {
    throw thrown instanceof AppFailure ? thrown : malformed('it is not well-formed', thrown);
  }
  return headOf(fields, entries);
}

/** Characters that XML 1.1, unlike the 1.0 that servers write, reads as line ends; references that it forbids. */
const READ_OTHERWISE = /[\u0085\u2028]|&#(?:x0{0,4}fff[ef]|0{0,4}6553[45]);/gi;

/** Rewrites what the parser would read as something else than the server meant. */
function asWritten(xml: string): string {
  if (xml.search(READ_OTHERWISE) < 0) return xml;
  // In there nothing is a reference; no server is known that writes keys so, and a guess would be a wrong key.
  if (xml.includes('<![CDATA[')) throw malformed('it has unusual characters in CDATA');
  return xml.replace(READ_OTHERWISE, (found) => {
    if (found.length === 1) return `&#x${found.charCodeAt(0).toString(16)};`;
    return /(?:e|4);$/i.test(found) ? '\ufffe' : '\uffff';
  });
}

/** Reads the fields around the objects; throws `malformed-answer` for whatever is no complete listing. */
export function headOf(fields: ReadonlyMap<string, string>, entries: number): PageHead {
  const truncated = fields.get('IsTruncated')?.trim();
  if (!fields.has('Name')) throw malformed('it names no bucket');
  if (truncated !== 'true' && truncated !== 'false')
    throw malformed('it does not say whether it is complete');
  if (fields.get('EncodingType') === 'url')
    throw malformed('its keys are URL-encoded, which was not asked for');
  const nextToken = fields.get('NextContinuationToken') ?? '';
  const isTruncated = truncated === 'true';
  if (isTruncated && nextToken === '') throw malformed('it goes on, but does not say where');
  const keyCount = Number(fields.get('KeyCount') ?? Number.NaN);
  return {
    isTruncated,
    nextToken: isTruncated ? nextToken : null,
    keyCount: Number.isInteger(keyCount) ? keyCount : null,
    entries,
  };
}

function pushObject(object: ReadonlyMap<string, string>, restore: number, into: PageColumns): void {
  const key = object.get('Key') ?? '';
  const size = object.get('Size')?.trim() ?? '';
  const modified = Date.parse(object.get('LastModified')?.trim() ?? '');
  if (key === '') throw malformed('an object has no key');
  if (!/^\d{1,15}$/.test(size)) throw malformed('an object has no size');
  if (Number.isNaN(modified)) throw malformed('an object has no date');
  into.reserve(1);
  const row = into.count;
  into.putKey(row, key);
  into.sizes[row] = Number(size);
  into.modified[row] = modified;
  into.classes[row] = into.classIndex((object.get('StorageClass') ?? '').trim() || 'STANDARD');
  into.restores[row] = restore;
  into.setEtag(row, object.get('ETag') ?? '');
  into.count = row + 1;
}
