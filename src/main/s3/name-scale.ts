import type { KeyRange } from './key-range.ts';

/** Characters of names, in byte order, from the smallest set of a kind to all of them. */
const ALPHABETS = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '0123456789abcdefghijklmnopqrstuvwxyz',
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
];
const LOWER_HEX = '0123456789abcdef';
const UPPER_HEX = '0123456789ABCDEF';
/** Characters of a name that are counted with: enough to tell a page's rows from each other, and exact as a number. */
const DIGITS = 7;
/** Of what is left of a counter's digits, counters of any length use about half of this share. */
const COUNTER_SHARE = 0.5;

/** What a range has ahead, as its names tell. */
export interface Ahead {
  /** In pages, if names go on as densely as on the last page; null when that cannot be told. */
  readonly pages: number | null;
  /** The place that leaves the range its share of it. */
  readonly place: Buffer;
}

/**
 * Reads names as numbers: how far it is from the cursor to the end of a range, and what stands on the way. Names are
 * rarely even, but counters, dates and random ones nearly are, and a wrong guess costs one request. Null when names
 * ahead differ in nothing that can be counted, or in a way not known yet; all of them begin with `inside`.
 */
export function namesAhead(range: KeyRange, inside: string): Ahead | null {
  const { cursor, until, pageFirst, stem } = range;
  if (cursor === null) return null;
  const from = cursor.toString('utf8');
  const end = until?.toString('utf8') ?? null;
  const shared = end === null ? -1 : commonLength(from, end);
  const isOpen =
    stem !== null &&
    stem.text.length > shared &&
    stem.text.length >= inside.length &&
    from.startsWith(stem.text);
  if (!isOpen && (shared < 0 || shared < inside.length)) return null;
  const base = isOpen ? stem.text : from.slice(0, shared);
  const first = pageFirst?.toString('utf8') ?? null;
  const before = first?.startsWith(base) === true ? first.slice(base.length) : null;
  const tail = from.slice(base.length);
  const endTail = isOpen || end === null ? null : end.slice(base.length);
  const samples = [
    tail,
    ...(before === null ? [] : [before]),
    ...(endTail === null ? [] : [endTail]),
    ...(stem !== null && stem.sample.startsWith(base) ? [stem.sample.slice(base.length)] : []),
  ];
  const alphabets = alphabetsOf(samples);
  const size = alphabets.reduce((product, alphabet) => product * alphabet.length, 1);
  const here = numberOf(tail, alphabets);
  const room = (endTail === null ? size : numberOf(endTail, alphabets)) - here;
  if (room < 2) return null;
  const share = isOpen && alphabets[0] === ALPHABETS[0] ? range.share * COUNTER_SHARE : range.share;
  const place = Buffer.from(base + textOf(here + Math.max(1, Math.floor(room * share)), alphabets));
  if (place.compare(cursor) <= 0 || (until !== null && place.compare(until) >= 0)) return null;
  const perPage = before === null ? null : here - numberOf(before, alphabets);
  return { pages: perPage === null ? null : room / Math.max(1, perPage), place };
}

/** Characters that two texts begin with in common, as UTF-16 units. */
export function commonLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left.charAt(length) === right.charAt(length))
    length += 1;
  return length;
}

/** For each place of the names, the characters that may stand there: a single one where it separates others. */
function alphabetsOf(samples: readonly string[]): readonly string[] {
  const [sample = ''] = samples;
  const hex = hexadecimal(samples);
  const alphabets: string[] = [];
  let digits = 0;
  for (let at = 0; at < sample.length && digits < DIGITS; at += 1) {
    const seen = samples.map((text) => text.charAt(at)).filter((character) => character !== '');
    const isFixed = seen.every((character) => character === seen[0]);
    const alphabet =
      (at < hex.length ? hex.alphabet : undefined) ??
      // A letter that all have in common is part of a word; a digit may still be one of a counter's first.
      (isFixed && !/\d/.test(sample.charAt(at))
        ? sample.charAt(at)
        : ALPHABETS.find((set) => seen.every((character) => set.includes(character))));
    if (alphabet === undefined) break;
    if (alphabet.length > 1) digits += 1;
    alphabets.push(alphabet);
  }
  return digits === 0 ? [] : alphabets;
}

/** The first word of the names, if all of them could be hexadecimal numbers and one cannot be a decimal one. */
function hexadecimal(samples: readonly string[]): { readonly length: number; readonly alphabet?: string } {
  const words = samples.map((text) => /^[0-9A-Za-z]*/.exec(text)?.[0] ?? '');
  const all = words.join('');
  if (/^\d*$/.test(all)) return { length: 0 };
  const isLower = /^[\da-f]*$/.test(all);
  if (!isLower && !/^[\dA-F]*$/.test(all)) return { length: 0 };
  return { length: words[0]?.length ?? 0, alphabet: isLower ? LOWER_HEX : UPPER_HEX };
}

function numberOf(text: string, alphabets: readonly string[]): number {
  let isBehind = false;
  return alphabets.reduce((sum, alphabet, at) => {
    const digit = isBehind ? 0 : alphabet.indexOf(text.charAt(at) || ' ');
    // A text that ends here, or goes on with something smaller, stands before all that follow.
    if (digit < 0) isBehind = true;
    return sum * alphabet.length + Math.max(0, digit);
  }, 0);
}

/** The shortest text of this number: trailing characters that count nothing are left out. */
function textOf(number: number, alphabets: readonly string[]): string {
  let rest = number;
  let text = '';
  for (const alphabet of alphabets.toReversed()) {
    const digit = rest % alphabet.length;
    rest = Math.floor(rest / alphabet.length);
    if (text !== '' || digit > 0) text = alphabet.charAt(digit) + text;
  }
  return text;
}
