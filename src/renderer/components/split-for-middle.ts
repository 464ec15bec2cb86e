/** Characters kept at the end of a cut name: enough for a counter, what stands behind it and an extension. */
const TAIL = {
  /** `_00042_camA.mov` */
  long: 18,
  /** `_0042.mxf`, where there is little room. */
  short: 10,
} as const;
/** Scripts whose letters join or run from the right, where two boxes would not read as one word. */
const NEEDS_ONE_BOX = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\p{M}/u;

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
  return { head: characters.slice(0, cut).join(''), tail: characters.slice(cut).join('') };
}
