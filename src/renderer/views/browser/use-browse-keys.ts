import { useCallback, useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp, useAppStore } from '../../store/store.ts';
import { useReport } from '../frame/use-report.ts';
import type { RowHandlers } from './browse-row.tsx';
import { goTo, keyIntent, type GridIntent } from './grid-keys.ts';
import { useBrowseActions } from './use-browse-actions.ts';
import { useRowHandlers } from './use-row-handlers.ts';
import { useTypeAhead } from './use-type-ahead.ts';

const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, metaKey: false } as const;

/** What keys and mouse do in a listing; the same for list and pictures. */
export function useBrowseKeys(list: {
  readonly windows: RowWindows;
  readonly count: number;
  readonly isMeasured: boolean;
  readonly pageRows: number;
  readonly columns: number;
  readonly scrollTo: (index: number) => void;
}): {
  /** Position of the current row. */
  readonly active: number;
  readonly handlers: RowHandlers;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Goes on from other rows, which leaves the selection as it is. */
  readonly onPlace: (anchor: number, active: number) => void;
} {
  const { windows, count, isMeasured, pageRows, columns, scrollTo } = list;
  const store = useAppStore();
  const active = useApp((state) => state.cursor.active.index);
  const report = useReport();
  const actions = useBrowseActions();
  const take = useCallback(
    (intent: GridIntent): void => {
      if (intent.kind !== 'go') return;
      const { moveCursor, changeSelection } = store.getState();
      moveCursor(intent.cursor);
      if (intent.change !== null) void changeSelection(intent.change).then(report);
    },
    [store, report],
  );
  const handlers = useRowHandlers({ take, actions });
  const typeAhead = useTypeAhead((index) => {
    // The row was found where it is now, not where it was on screen.
    take(goTo(store.getState().cursor, { index, id: null }, NO_MODIFIERS, false));
    scrollTo(index);
  });
  useScrollToCursor(scrollTo, isMeasured);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const { cursor, rowRefAt, openQuickLook } = store.getState();
    const facts = { count, pageRows, columns, rowRefAt };
    const intent = keyIntent(event, cursor, facts, typeAhead.isTyping());
    if (intent === null) return;
    event.preventDefault();
    const row = windows.row(cursor.active.index);
    if (intent.kind === 'go') {
      take(intent);
      scrollTo(intent.cursor.active.index);
    } else if (intent.kind === 'type') typeAhead.type(intent.character, cursor.active.index);
    else if (intent.kind === 'up') actions.goUp();
    else if (intent.kind === 'look') {
      // A row that is still on its way may be looked at: Quick Look waits for it.
      if (row?.kind !== 'folder') openQuickLook();
    } else if (intent.kind === 'open' && row !== undefined) actions.openRow(row);
    else actions.importSelection();
  };
  const onPlace = (anchor: number, to: number): void => {
    const { moveCursor, rowRefAt } = store.getState();
    moveCursor({ anchor: rowRefAt(anchor), active: rowRefAt(to) });
  };
  return { active, handlers, onKeyDown, onPlace };
}

/** Brings the current row into view where it did not get by a key in the list: in another layout, and by Quick Look. */
function useScrollToCursor(scrollTo: (index: number) => void, isMeasured: boolean): void {
  const store = useAppStore();
  const isLooking = useApp((state) => state.isLooking);
  const active = useApp((state) => state.cursor.active.index);
  const latest = useRef(scrollTo);
  useLayoutEffect(() => {
    latest.current = scrollTo;
  });
  const isThere = useRef(false);
  useEffect(() => {
    if (!isMeasured || isThere.current) return;
    isThere.current = true;
    latest.current(store.getState().cursor.active.index);
  }, [store, isMeasured]);
  useEffect(() => {
    if (isLooking) latest.current(active);
  }, [isLooking, active]);
}
