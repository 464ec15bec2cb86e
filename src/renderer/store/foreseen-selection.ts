import type { BrowseRow, SelectionChange } from '../../shared/browse.ts';

/** Every change but a rectangle's: what was selected before its drag is known to main alone. */
export type ForeseeableChange = Exclude<SelectionChange, { readonly kind: 'marquee' }>;

/**
 * Whether a row will be selected once main has carried out a change: shown at once, because a key or a click has to be
 * seen within a frame however long the list is. Main's answer follows and has the last word.
 */
export function isSelectedAfter(change: ForeseeableChange, row: BrowseRow, index: number): boolean {
  const canBe = row.kind === 'object' && row.notPickable === null;
  switch (change.kind) {
    case 'only':
      return canBe && index === change.index;
    case 'toggle':
      return canBe && index === change.index ? !row.selected : row.selected;
    case 'range': {
      const isWithin = index >= Math.min(change.from, change.to) && index <= Math.max(change.from, change.to);
      return (canBe && isWithin) || (change.additive && row.selected);
    }
    case 'all-matching':
      return canBe || row.selected;
    case 'invert-matching':
      return canBe ? !row.selected : row.selected;
    case 'none':
      return false;
  }
}
