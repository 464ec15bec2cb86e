/** Sorts behind every character that keys are made of. */
const LAST = '\u{10fffd}';
/** Longest `start-after` that S3 takes, in UTF-8 bytes: that of a key. */
const LONGEST_BYTES = 1_024;

/**
 * A text that S3 sorts before a key, with as good as nothing in between: listing behind it begins with the key itself.
 * Null where listing has to begin at the start.
 */
export function beforeKey(key: string): string | null {
  const last = Array.from(key).at(-1) ?? '';
  const rest = key.slice(0, key.length - last.length);
  const previous = predecessor(last.codePointAt(0) ?? 0);
  const close = previous === null ? rest : `${rest}${previous}${LAST}`;
  const bound = Buffer.byteLength(close) > LONGEST_BYTES ? rest : close;
  return bound === '' ? null : bound;
}

/** The character before one, as far as it is one that a request can carry. */
function predecessor(codePoint: number): string | null {
  // Below are control characters, and the surrogates are no characters.
  if (codePoint <= 0x21) return null;
  return String.fromCodePoint(codePoint === 0xe000 ? 0xd7ff : codePoint - 1);
}
