import type { BrowseState, RowRef } from '../../shared/browse.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Output } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { Slice } from './store.ts';

/** Where the keyboard is in the open listing: the current row, and the row that a range starts from. */
export interface Cursor {
  readonly active: RowRef;
  /** Null once it is not shown any more: the next range starts where it is asked for. */
  readonly anchor: RowRef | null;
}

const FIRST_ROW: RowRef = { index: 0, id: null };
/** Where a newly opened listing begins. */
export const FIRST_CURSOR: Cursor = { active: FIRST_ROW, anchor: FIRST_ROW };

/** A cursor's position in the same place listed anew, where its rows have other ids. */
export function cursorIn({ matching }: BrowseState, { active: { index } }: Cursor): Cursor {
  const row = { index, id: null };
  return index < matching ? { active: row, anchor: row } : FIRST_CURSOR;
}

/** The cursor, which stays on its rows while the listing moves them, and Quick Look, which shows the current one. */
export interface CursorSlice {
  readonly cursor: Cursor;
  readonly isLooking: boolean;
  readonly moveCursor: (cursor: Cursor) => void;
  /** Looks for the cursor's rows after they may have moved; to be called before rows of their new places come. */
  readonly followRows: () => Promise<void>;
  /** The row at a position as it is on screen. */
  readonly rowRefAt: (index: number) => RowRef;
  readonly openQuickLook: () => void;
  readonly closeQuickLook: () => void;
  /** Goes to the next file, or to the next selected one where several are. */
  readonly stepCursor: (by: 1 | -1) => Promise<AppError | null>;
  /** How far along a row is in what {@link CursorSlice.stepCursor} goes through. */
  readonly ordinalOf: (browse: BrowseState, rowId: number) => Promise<Result<Output<'browse.ordinal'>>>;
}

const isSame = (one: Cursor, other: Cursor): boolean =>
  isSamePlace(one.active, other.active) && isSamePlace(one.anchor, other.anchor);
const isSamePlace = (one: RowRef | null, other: RowRef | null): boolean =>
  one === null || other === null ? one === other : one.index === other.index && one.id === other.id;
/** Wherever it stands by now; one that had not come is known by its position alone. */
const isSameRow = (one: RowRef, other: RowRef): boolean =>
  one.id === null || other.id === null ? one.index === other.index : one.id === other.id;

/** See {@link CursorSlice}. */
export const createCursorSlice: Slice<CursorSlice> = (client) => (set, get) => {
  let isStepping = false;

  /** What was gone to before it had come is known by now, if it is on screen. */
  const seen = (row: RowRef): RowRef => (row.id === null ? get().rowRefAt(row.index) : row);

  return {
    cursor: FIRST_CURSOR,
    isLooking: false,
    moveCursor: (cursor) => set({ cursor }),
    rowRefAt: (index) => ({ index, id: get().rowWindows?.row(index)?.id ?? null }),
    async followRows() {
      const listingId = get().browse?.listingId;
      const before = get().cursor;
      const active = seen(before.active);
      const anchor = before.anchor && seen(before.anchor);
      const ids = [active.id, anchor?.id ?? null].filter((id) => id !== null);
      if (listingId === undefined || ids.length === 0) return;
      const result = await client.request('browse.locate', { listingId, ids });
      const { browse, cursor } = get();
      // A listing that was left has no rows to follow; whatever else is wrong with it is told by its rows.
      if (!result.ok || browse?.listingId !== listingId) return;
      if (cursor !== before) return get().followRows();
      const places = new Map(ids.map((id, at) => [id, result.value.indexes[at] ?? -1]));
      const found = (row: RowRef): RowRef | null => {
        const index = row.id === null ? row.index : (places.get(row.id) ?? -1);
        return index < 0 ? null : { index, id: row.id };
      };
      const last = Math.max(0, browse.matching - 1);
      const moved = found(active) ?? { index: Math.min(active.index, last), id: null };
      const followed = { active: moved, anchor: anchor && found(anchor) };
      // The same object where nothing has moved: whoever listens to it has nothing to do.
      if (!isSame(followed, cursor)) set({ cursor: followed });
    },
    openQuickLook: () => set({ isLooking: true }),
    closeQuickLook: () => set({ isLooking: false }),
    async stepCursor(by) {
      const { browse, cursor } = get();
      // A key that is held down comes faster than answers.
      if (browse === null || isStepping) return null;
      isStepping = true;
      const from = seen(cursor.active);
      const result = await client.request('browse.step', {
        listingId: browse.listingId,
        from,
        by,
        isSelected: browse.selected > 1,
      });
      isStepping = false;
      if (!result.ok) return result.error;
      const { row } = result.value;
      // Rows may have moved meanwhile: only another row is another place.
      const isThere =
        get().browse?.listingId === browse.listingId && isSameRow(seen(get().cursor.active), from);
      if (row !== null && isThere) set({ cursor: { active: row, anchor: row } });
      return null;
    },
    ordinalOf: ({ listingId, selected }, rowId) =>
      client.request('browse.ordinal', { listingId, rowId, isSelected: selected > 1 }),
  };
};
