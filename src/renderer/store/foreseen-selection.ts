import type { BrowseRow, RowRef, SelectionChange } from '../../shared/browse.ts';

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
      return canBe && isAt(change.row, row, index);
    case 'toggle':
      return canBe && isAt(change.row, row, index) ? !row.selected : row.selected;
    case 'range': {
      const [from, to] = [change.from.index, change.to.index];
      const isWithin = index >= Math.min(from, to) && index <= Math.max(from, to);
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

const isAt = (wanted: RowRef, row: BrowseRow, index: number): boolean =>
  wanted.id === null ? index === wanted.index : row.id === wanted.id;
