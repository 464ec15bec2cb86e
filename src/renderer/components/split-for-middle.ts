/** Characters kept at the end of a cut name: enough for a counter and an extension, such as `_0042.mxf`. */
const TAIL_LENGTH = 10;
/** Scripts whose letters join or run from the right, where two boxes would not read as one word. */
const NEEDS_ONE_BOX = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|\p{M}/u;

/** Whether a text would fall apart in more than one box. */
export const needsOneBox = (text: string): boolean => NEEDS_ONE_BOX.test(text);

/** Cuts a name in two so that its end stays visible; null when it is short or must not be cut. */
export function splitForMiddle(text: string): { readonly head: string; readonly tail: string } | null {
  if (text.length <= 2 * TAIL_LENGTH || needsOneBox(text)) return null;
  const characters = Array.from(text);
  return {
    head: characters.slice(0, -TAIL_LENGTH).join(''),
    tail: characters.slice(-TAIL_LENGTH).join(''),
  };
}
