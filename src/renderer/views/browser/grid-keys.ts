import type { RowRef, SelectionChange } from '../../../shared/browse.ts';
import type { Cursor } from '../../store/cursor-slice.ts';

/** The parts of a key press or click that decide what it means. */
export interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key means in the table. */
export type GridIntent =
  | { readonly kind: 'go'; readonly cursor: Cursor; readonly change: SelectionChange | null }
  | { readonly kind: 'open' | 'import' | 'up' | 'look' }
  | { readonly kind: 'type'; readonly character: string };

/** What the table is like when a key is pressed. */
export interface GridFacts {
  readonly count: number;
  readonly pageRows: number;
  /** Rows of the listing side by side. Default 1. */
  readonly columns?: number;
  /** The row at a position, as far as it is known. */
  readonly rowRefAt: (index: number) => RowRef;
}

const isCommand = (event: Modifiers): boolean => event.ctrlKey || event.metaKey;

/** What a click or a move to a row does to the selection, as Finder and Explorer do it. */
export function goTo(cursor: Cursor, row: RowRef, event: Modifiers, isClick: boolean): GridIntent {
  const here = { active: row, anchor: row };
  if (event.shiftKey) {
    const anchor = cursor.anchor ?? (isClick ? row : cursor.active);
    return {
      kind: 'go',
      cursor: { active: row, anchor },
      change: { kind: 'range', from: anchor, to: row, additive: isCommand(event) },
    };
  }
  if (isCommand(event)) {
    // Ctrl with an arrow only moves, so that rows far apart can be added one by one.
    return isClick
      ? { kind: 'go', cursor: here, change: { kind: 'toggle', row } }
      : { kind: 'go', cursor: { active: row, anchor: cursor.anchor }, change: null };
  }
  return { kind: 'go', cursor: here, change: { kind: 'only', row } };
}

/** What a key means in the table, or null when the key is not the table's. */
export function keyIntent(
  event: Modifiers & { readonly key: string; readonly altKey: boolean },
  cursor: Cursor,
  { count, pageRows, columns = 1, rowRefAt }: GridFacts,
  isTyping: boolean,
): GridIntent | null {
  const stay = (change: SelectionChange): GridIntent => ({ kind: 'go', cursor, change });
  if (event.altKey) return null;
  const letter = event.key.toLowerCase();
  if (isCommand(event) && letter === 'a') return stay({ kind: 'all-matching' });
  if (isCommand(event) && letter === 'i') return stay({ kind: 'invert-matching' });
  if (event.key === 'Escape') return stay({ kind: 'none' });
  if (event.key === 'Enter') return { kind: isCommand(event) ? 'import' : 'open' };
  if (event.key === 'Backspace') return { kind: 'up' };
  if (event.key === ' ' && count > 0 && !isTyping && !isCommand(event)) return { kind: 'look' };
  if (event.key === ' ' && count > 0 && isCommand(event)) {
    const row = cursor.active.id === null ? rowRefAt(cursor.active.index) : cursor.active;
    return { kind: 'go', cursor: { active: row, anchor: row }, change: { kind: 'toggle', row } };
  }
  const at = cursor.active.index;
  const moves: Readonly<Record<string, number>> = {
    ...(columns > 1 ? { ArrowLeft: at - 1, ArrowRight: at + 1 } : {}),
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    PageDown: at + pageRows * columns,
    PageUp: at - pageRows * columns,
    Home: 0,
    End: count - 1,
  };
  const target = moves[event.key];
  if (target !== undefined)
    return count === 0
      ? null
      : goTo(cursor, rowRefAt(Math.max(0, Math.min(count - 1, target))), event, false);
  // It opens the sheet of shortcuts, unless it is part of a name that is being typed.
  if (event.key === '?' && !isTyping) return null;
  if (event.key.length === 1 && !isCommand(event)) return { kind: 'type', character: event.key };
  return null;
}
