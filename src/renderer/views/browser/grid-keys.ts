import type { SelectionChange } from '../../../shared/browse.ts';

/** Where the keyboard is in the table: the current row, and the row that a range starts from. */
export interface GridPlace {
  readonly active: number;
  readonly anchor: number;
}

/** The parts of a key press or click that decide what it means. */
export interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key means in the table. */
export type GridIntent =
  | { readonly kind: 'go'; readonly place: GridPlace; readonly change: SelectionChange | null }
  | { readonly kind: 'open' | 'import' | 'up' | 'look' }
  | { readonly kind: 'type'; readonly character: string };

/** What the table is like when a key is pressed. */
export interface GridFacts {
  readonly count: number;
  readonly pageRows: number;
  /** Rows of the listing side by side. Default 1. */
  readonly columns?: number;
}

const isCommand = (event: Modifiers): boolean => event.ctrlKey || event.metaKey;

/** What a click or a move to a row does to the selection, as Finder and Explorer do it. */
export function goTo(place: GridPlace, index: number, event: Modifiers, isClick: boolean): GridIntent {
  if (event.shiftKey) {
    return {
      kind: 'go',
      place: { active: index, anchor: place.anchor },
      change: { kind: 'range', from: place.anchor, to: index, additive: isCommand(event) },
    };
  }
  if (isCommand(event)) {
    // Ctrl with an arrow only moves, so that rows far apart can be added one by one.
    return isClick
      ? { kind: 'go', place: { active: index, anchor: index }, change: { kind: 'toggle', index } }
      : { kind: 'go', place: { active: index, anchor: place.anchor }, change: null };
  }
  return { kind: 'go', place: { active: index, anchor: index }, change: { kind: 'only', index } };
}

/** What a key means in the table, or null when the key is not the table's. */
export function keyIntent(
  event: Modifiers & { readonly key: string; readonly altKey: boolean },
  place: GridPlace,
  { count, pageRows, columns = 1 }: GridFacts,
  isTyping: boolean,
): GridIntent | null {
  const stay = (change: SelectionChange): GridIntent => ({ kind: 'go', place, change });
  if (event.altKey) return null;
  const letter = event.key.toLowerCase();
  if (isCommand(event) && letter === 'a') return stay({ kind: 'all-matching' });
  if (isCommand(event) && letter === 'i') return stay({ kind: 'invert-matching' });
  if (event.key === 'Escape') return stay({ kind: 'none' });
  if (event.key === 'Enter') return { kind: isCommand(event) ? 'import' : 'open' };
  if (event.key === 'Backspace') return { kind: 'up' };
  if (event.key === ' ' && count > 0 && !isTyping && !isCommand(event)) return { kind: 'look' };
  if (event.key === ' ' && count > 0 && isCommand(event)) {
    const index = place.active;
    return { kind: 'go', place: { active: index, anchor: index }, change: { kind: 'toggle', index } };
  }
  const moves: Readonly<Record<string, number>> = {
    ...(columns > 1 ? { ArrowLeft: place.active - 1, ArrowRight: place.active + 1 } : {}),
    ArrowDown: place.active + columns,
    ArrowUp: place.active - columns,
    PageDown: place.active + pageRows * columns,
    PageUp: place.active - pageRows * columns,
    Home: 0,
    End: count - 1,
  };
  const target = moves[event.key];
  if (target !== undefined)
    return count === 0 ? null : goTo(place, Math.max(0, Math.min(count - 1, target)), event, false);
  // It opens the sheet of shortcuts, unless it is part of a name that is being typed.
  if (event.key === '?' && !isTyping) return null;
  if (event.key.length === 1 && !isCommand(event)) return { kind: 'type', character: event.key };
  return null;
}
