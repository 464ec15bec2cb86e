/** Characters kept at the end of a cut name: enough for a counter, what stands behind it and an extension. */
const TAIL = {
  /** `_00042_camA.mov` */
  long: 18,
  /** `_0042.mxf`, where there is little room. */
  short: 10,
} as const;
/** Scripts whose letters join or run from the right, where two boxes would not read as one word. */
const NEEDS_ONE_BOX = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\p{M}/u;

/** What stands between the words of a file name, and how far from the cut a word's beginning is looked for, in characters. */
const SEPARATORS = new Set(['_', '-', '.', ' ']);
const NEAR = 4;

/** Whether a text would fall apart in more than one box. */
export const needsOneBox = (text: string): boolean => NEEDS_ONE_BOX.test(text);

/** Cuts a name in two so that its end stays visible; null when it is short or must not be cut. */
export function splitForMiddle(
  text: string,
  tail: keyof typeof TAIL = 'long',
): { readonly head: string; readonly tail: string } | null {
  if (text.length <= 2 * TAIL.short || needsOneBox(text)) return null;
  const characters = Array.from(text);
  const cut = characters.length - Math.min(TAIL[tail], Math.floor(characters.length / 2));
  const between = betweenWords(characters, cut);
  return { head: characters.slice(0, between).join(''), tail: characters.slice(between).join('') };
}

/** The nearest beginning of a word, so that a counter is not cut in two; the cut itself where there is none. */
function betweenWords(characters: readonly string[], cut: number): number {
  for (let away = 0; away <= NEAR; away += 1)
    for (const at of [cut - away, cut + away]) if (SEPARATORS.has(characters[at - 1] ?? '')) return at;
  return cut;
}
