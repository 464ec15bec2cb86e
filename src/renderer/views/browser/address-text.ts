import { displayKey } from '../../text/display-key.ts';

/** Spaces stay spaces: they are being typed, and what follows them shows that they are there. */
const shownCharacter = (character: string): string => (character === ' ' ? character : displayKey(character));

/** An address as its field shows it: nothing in it can hide, reorder or be dropped by the field. */
export const shownAddress = (address: string): string => Array.from(address, shownCharacter).join('');

/**
 * The address that an edit of the shown one makes. What the edit left alone is exactly what it was; what was typed or
 * pasted is taken as it stands, but for escapes of the address that the field `opened` with: cut and pasted again, they
 * are still the same characters.
 */
export function editedAddress(address: string, edited: string, opened: string): string {
  const characters = Array.from(address);
  const shown = characters.map(shownCharacter);
  let [head, from] = [0, 0];
  for (const piece of shown) {
    if (!edited.startsWith(piece, from)) break;
    head += 1;
    from += piece.length;
  }
  let [tail, to] = [shown.length, edited.length];
  for (const piece of shown.slice(head).toReversed()) {
    if (to - piece.length < from || !edited.endsWith(piece, to)) break;
    tail -= 1;
    to -= piece.length;
  }
  let typed = edited.slice(from, to);
  for (const character of new Set(opened)) {
    const escape = shownCharacter(character);
    if (escape !== character) typed = typed.replaceAll(escape, character);
  }
  return [...characters.slice(0, head), typed, ...characters.slice(tail)].join('');
}
