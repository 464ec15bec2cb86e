import { malformed, parseExactly, type PageHead } from './exact-page.ts';
import type { PageColumns } from './page-columns.ts';
import { scanContents } from './scan-contents.ts';
import { usualHead } from './usual-envelope.ts';
import { decodeEntities } from './xml-text.ts';

/** The stretch of a document that is taken out of it and scanned. */
interface Section {
  readonly from: number;
  readonly to: number;
}

const PREFIXES_OPEN = '<CommonPrefixes>';
const PREFIXES_CLOSE = '</CommonPrefixes>';
const PREFIX_OPEN = '<CommonPrefixes><Prefix>';
const PREFIX_CLOSE = '</Prefix></CommonPrefixes>';

/**
 * Parses one ListObjectsV2 answer. The objects are scanned as bytes, the few hundred bytes around them are parsed
 * exactly; if anything is unusual, everything is. Throws `malformed-answer`, never answers an empty page instead.
 */
export function parseListPage(body: Buffer, into: PageColumns): PageHead {
  into.clear();
  const head = parseFast(body, into) ?? parseSlowly(body, into);
  if ((head.keyCount ?? 0) > 0 && into.count + into.prefixes.length === 0) {
    throw malformed('it counts objects but has none');
  }
  return head;
}

/** The exact path alone: what the scanner is checked against. */
export function parseSlowly(body: Buffer, into: PageColumns): PageHead {
  into.clear();
  return parseExactly(body.toString('utf8'), into);
}

/** Null when the page is not of the usual form. */
function parseFast(body: Buffer, into: PageColumns): PageHead | null {
  const contents = section(body, '<Contents>', '</Contents>', 0, body.length);
  // Folders stand before all objects or behind them: the long stretch between is not searched for them.
  const before = contents && section(body, PREFIXES_OPEN, PREFIXES_CLOSE, 0, contents.from);
  const after = contents && section(body, PREFIXES_OPEN, PREFIXES_CLOSE, contents.to, body.length);
  if (contents === null || before === null || after === null) return null;
  if (!scanContents(body, contents.from, contents.to, into)) return null;
  if (!scanPrefixes(body, before, into) || !scanPrefixes(body, after, into)) return null;
  const parts = [before, contents, after];
  const envelope = parts.map(({ from }, at) => body.toString('utf8', parts[at - 1]?.to ?? 0, from)).join('');
  const around = envelope + body.toString('utf8', after.to);
  const rest = usualHead(around) ?? parseExactly(around, into);
  return rest.entries === 0 ? rest : null;
}

/** In `[from, to)`, from the first opening tag to the last closing one; empty at the end when there is none, null when they do not match. */
function section(body: Buffer, open: string, close: string, from: number, to: number): Section | null {
  const within = body.subarray(from, to);
  const first = within.indexOf(open, 0, 'latin1');
  const last = within.lastIndexOf(close, undefined, 'latin1');
  if (first < 0 && last < 0) return { from: to, to };
  return first >= 0 && last > first ? { from: from + first, to: from + last + close.length } : null;
}

function scanPrefixes(body: Buffer, { from, to }: Section, into: PageColumns): boolean {
  if (from === to) return true;
  const text = body.toString('utf8', from, to);
  let at = 0;
  while (at < text.length) {
    const end = text.indexOf('<', at + PREFIX_OPEN.length);
    if (!text.startsWith(PREFIX_OPEN, at) || !text.startsWith(PREFIX_CLOSE, end)) return false;
    const raw = text.slice(at + PREFIX_OPEN.length, end);
    const prefix = decodeEntities(raw);
    // XML reads an unescaped carriage return as a line feed: the exact parser knows all of that rule.
    if (prefix === null || prefix === '' || raw.includes('\r')) return false;
    into.prefixes.push(prefix);
    at = end + PREFIX_CLOSE.length;
    while (/\s/.test(text.charAt(at))) at += 1;
  }
  return true;
}
