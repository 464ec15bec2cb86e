import { firstOf } from './key-range.ts';
import { parseListPage } from './list-page.ts';
import { PageColumns } from './page-columns.ts';
import type { FetchPage, ListQuery } from './page-fetcher.ts';

/** What is to be explored: the keys behind `cursor`, up to `until`. */
export interface Unknown {
  readonly prefix: string;
  readonly delimiter: '/' | null;
  readonly cursor: Buffer;
  readonly until: Buffer | null;
}

/** What the scout found; `startAfterIgnored` means that the server cannot list from the middle. */
export interface Findings {
  readonly boundaries: readonly Buffer[];
  readonly startAfterIgnored: boolean;
}

/** Sorts behind every character that keys are made of; a private-use character, so valid in any XML. */
const LAST = '\u{10fffd}';
/** Directories of the cursor that are looked into, shallowest first. */
const MAX_DEPTH = 6;
/** Characters of a name that are probed for a later sibling. */
const MAX_POSITIONS = 16;
/** Positions whose siblings are spelled out. */
const MAX_SPREAD = 2;
const CLASSES = [
  '0123456789',
  '0123456789abcdef',
  '0123456789ABCDEF',
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
];

/**
 * Finds places to cut a range by asking the bucket, all questions at once: which directories follow beside each
 * directory of the cursor, and, for flat keys, which characters follow at each place of its name. Guessing keys
 * without asking was slower, since real names are anything but evenly spread.
 */
export async function scout(fetch: FetchPage, range: Unknown, signal: AbortSignal): Promise<Findings> {
  const cursor = range.cursor.toString('utf8');
  const slashes = range.delimiter === null ? slashesOf(cursor, range.prefix.length) : [];
  const found: Buffer[] = [];
  let startAfterIgnored = false;
  const take = (at: Buffer): void => {
    const ahead = at.compare(range.cursor) > 0 && (range.until === null || at.compare(range.until) < 0);
    if (ahead && at.subarray(0, Buffer.byteLength(range.prefix)).toString('utf8') === range.prefix)
      found.push(at);
  };
  const ask = async (query: Omit<ListQuery, 'token'>): Promise<PageColumns> => {
    const page = new PageColumns();
    parseListPage(await fetch({ ...query, token: null }, signal), page);
    const first = firstOf(page);
    const after = Buffer.from(query.startAfter ?? '');
    // A folder around `start-after` may still be shown; a key that lies before it may not.
    if (first !== null && page.count > 0 && page.keyBytes(0).compare(after) <= 0) startAfterIgnored = true;
    return page;
  };

  const besides = slashes.slice(0, MAX_DEPTH).map(async (slash, depth) => {
    const parent = depth === 0 ? range.prefix : cursor.slice(0, (slashes[depth - 1] ?? 0) + 1);
    const startAfter = cursor.slice(0, slash + 1) + LAST;
    const page = await ask({ prefix: parent, delimiter: '/', startAfter, maxKeys: 1_000 });
    for (const folder of page.prefixes) take(Buffer.from(folder));
  });
  const checked = ask({
    prefix: range.prefix,
    delimiter: range.delimiter,
    startAfter: cursor,
    maxKeys: 1,
  });
  await Promise.all([checked, ...besides]);
  if (found.length > 0) return { boundaries: found, startAfterIgnored };

  const nameStart = Math.max(range.prefix.length, (slashes.at(-1) ?? -1) + 1);
  const next = async (startAfter: string): Promise<string | null> => {
    const page = await ask({ prefix: range.prefix, delimiter: range.delimiter, startAfter, maxKeys: 1 });
    return firstOf(page)?.toString('utf8') ?? null;
  };
  const positions = Array.from(
    { length: Math.min(MAX_POSITIONS, cursor.length - nameStart) },
    (_, index) => nameStart + index,
  );
  const later = await Promise.all(positions.map((position) => next(cursor.slice(0, position + 1) + LAST)));
  const spread = new Map<string, string>();
  for (const key of later) {
    if (key === null) continue;
    const differs = commonLength(key, cursor);
    take(Buffer.from(key.slice(0, differs + 1)));
    if (differs >= nameStart && spread.size < MAX_SPREAD)
      spread.set(key.slice(0, differs), key.charAt(differs));
  }
  await Promise.all(
    [...spread].flatMap(([base, first]) =>
      siblings(cursor.charAt(base.length), first).map(async (character) => {
        const key = await next(base + character);
        if (key?.startsWith(base) === true) take(Buffer.from(key.slice(0, base.length + 1)));
      }),
    ),
  );
  return { boundaries: found, startAfterIgnored };
}

function slashesOf(key: string, from: number): readonly number[] {
  const slashes: number[] = [];
  for (let at = key.indexOf('/', from); at >= 0; at = key.indexOf('/', at + 1)) slashes.push(at);
  return slashes;
}

function commonLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left.charAt(length) === right.charAt(length))
    length += 1;
  return length;
}

/** Characters that may follow, of the smallest alphabet that both characters belong to. */
function siblings(current: string, next: string): readonly string[] {
  const alphabet = CLASSES.find((set) => set.includes(current) && set.includes(next)) ?? CLASSES.join('');
  return [...new Set(alphabet)].filter((character) => character > current).toSorted();
}
