import fc from 'fast-check';

/**
 * Everything that could hide, reorder or break a line on screen, lone surrogates included; written independently of
 * what makes keys fit for the screen.
 */
export const HOSTILE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/u;

/** Pieces that keys get from careless people and from attackers; slashes often, so that folders come about. */
const fragments = [
  ['/', '/', '/', 'a', 'b', 'A', '0', '.', '..', '//', ' ', '  '],
  [
    '+',
    '%',
    '%2F',
    '%20',
    '&',
    '&amp;',
    '?',
    '#',
    '=',
    ';',
    '\\',
    '"',
    "'",
    '<',
    '>',
    '*',
    '~',
    '!',
    '(',
    ')',
  ],
  ['\n', '\r', '\r\n', '\t', '\u0001', '\u0007', '\u001b', '\u007f', '\u0085', '\u2028'],
  [
    'æ',
    'é',
    'e\u0301',
    '日本',
    '\u202E',
    '\u200B',
    '\uE000',
    '\uFFFD',
    '\uFFFE',
    '\uFFFF',
    '\u{10000}',
    '🎬',
    '👩‍👩‍👧',
    '\u{10FFFF}',
  ],
  ['__proto__', ']]>', '<!--', '-->', '</Key>', '<Contents>', '&#x41;'],
].flat();

/** Keys that are legal in S3 and unpleasant everywhere else. */
export const hostileKey: fc.Arbitrary<string> = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 8 })
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
  )
  // Lone surrogates have no UTF-8, and NUL has no reference that any XML parser takes.
  .filter((key) => Buffer.from(key).toString() === key && !key.includes('\0'));

/** A bucket's worth of different keys. */
export const hostileKeys: fc.Arbitrary<string[]> = fc.uniqueArray(hostileKey, {
  minLength: 0,
  maxLength: 40,
});

/** Delimiters: the usual one, none, and odd ones. */
export const hostileDelimiter: fc.Arbitrary<string> = fc.constantFrom(
  '/',
  '/',
  '',
  'a',
  '//',
  '🎬',
  '%2F',
  ' ',
);
