import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp } from '../../store/store.ts';
import { useReport } from '../frame/use-report.ts';
import type { RowHandlers } from './browse-row.tsx';
import { goTo, keyIntent, type GridIntent, type GridPlace } from './grid-keys.ts';
import { useBrowseActions } from './use-browse-actions.ts';
import { useRowHandlers } from './use-row-handlers.ts';
import { useTypeAhead } from './use-type-ahead.ts';

const START: GridPlace = { active: 0, anchor: 0 };
const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, metaKey: false } as const;

/** Where the keyboard is in a listing, and what keys and mouse do there; the same for list and pictures. */
export function useBrowseKeys(list: {
  readonly windows: RowWindows;
  readonly count: number;
  readonly pageRows: number;
  readonly columns: number;
  readonly scrollTo: (index: number) => void;
}): {
  readonly active: number;
  readonly handlers: RowHandlers;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Goes on from another place, which leaves the selection as it is. */
  readonly onPlace: (place: GridPlace) => void;
} {
  const { windows, count, pageRows, columns, scrollTo } = list;
  const changeSelection = useApp((state) => state.changeSelection);
  const openQuickLook = useApp((state) => state.openQuickLook);
  const report = useReport();
  const actions = useBrowseActions();
  const [active, setActive] = useState(START.active);
  const place = useRef(START);
  const take = useCallback(
    (intent: GridIntent): void => {
      if (intent.kind !== 'go') return;
      place.current = intent.place;
      setActive(intent.place.active);
      if (intent.change !== null) void changeSelection(intent.change).then(report);
    },
    [changeSelection, report],
  );
  const handlers = useRowHandlers({ place, take, actions });
  const typeAhead = useTypeAhead((index) => {
    take(goTo(place.current, index, NO_MODIFIERS, false));
    scrollTo(index);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const intent = keyIntent(event, place.current, { count, pageRows, columns }, typeAhead.isTyping());
    if (intent === null) return;
    event.preventDefault();
    const row = windows.row(place.current.active);
    if (intent.kind === 'go') {
      take(intent);
      scrollTo(intent.place.active);
    } else if (intent.kind === 'type') typeAhead.type(intent.character, place.current.active);
    else if (intent.kind === 'up') actions.goUp();
    else if (intent.kind === 'look') {
      // A row that is still on its way may be looked at: Quick Look waits for it.
      if (row?.kind !== 'folder') openQuickLook(place.current.active);
    } else if (intent.kind === 'open' && row !== undefined) actions.openRow(row);
    else actions.importSelection();
  };
  const onPlace = (to: GridPlace): void => take({ kind: 'go', place: to, change: null });
  return { active, handlers, onKeyDown, onPlace };
}
