/** Where Unicode's pictures of the C0 control characters begin. */
const CONTROL_PICTURES = 0x2400;
const PICTURE_OF_DELETE = '␡';
const PICTURE_OF_SPACE = '␠';

/**
 * What must not reach the screen as it is: controls, format characters (bidi overrides, zero-width), line and
 * paragraph separators, lone surrogates, private use, spaces that are not the space bar's, and everything else that
 * Unicode says to ignore when drawing. Emoji's variation selectors are let through.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]|(?! )\p{Zs}|(?![\ufe0e\ufe0f])\p{DI}/gu;

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  if (code === 0x7f) return PICTURE_OF_DELETE;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/**
 * An object key as it may be shown: nothing in it can hide, reorder or break the line. Only for display; requests
 * always carry the exact key. Show it inside `<bdi>` (as `Truncated` does).
 */
export function displayKey(key: string): string {
  return key.replace(HIDDEN, visible).replace(/^ +| +$/g, (spaces) => PICTURE_OF_SPACE.repeat(spaces.length));
}
