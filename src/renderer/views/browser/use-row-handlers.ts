import { useMemo, useRef } from 'react';
import type { RowRef } from '../../../shared/browse.ts';
import { useAppStore } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import type { RowHandlers } from './browse-row.tsx';
import { dragSelection } from './drag-selection.ts';
import { goTo, type GridIntent } from './grid-keys.ts';
import type { BrowseActions } from './use-browse-actions.ts';

/** What the mouse does to rows: picking, opening and dragging. */
export function useRowHandlers(options: {
  readonly take: (intent: GridIntent) => void;
  readonly actions: BrowseActions;
}): RowHandlers {
  const { take, actions } = options;
  const store = useAppStore();
  const text = useText().browser;
  const format = useFormat();
  // A press on a selected row may become a drag of all of them: it picks that row alone only when it is let go.
  const pressed = useRef<RowRef | null>(null);
  return useMemo(
    () => ({
      onPress(index, row, event) {
        pressed.current = null;
        const { cursor, moveCursor } = store.getState();
        const at = { index, id: row.id };
        const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
        if (row.selected && (event.button !== 0 || isPlain)) {
          pressed.current = event.button === 0 ? at : null;
          moveCursor({ active: at, anchor: cursor.anchor });
        } else if (event.button === 0 || isPlain) {
          take(goTo(cursor, at, event, true));
        }
      },
      onRelease(index, event) {
        const at = pressed.current;
        pressed.current = null;
        if (at?.index === index) take(goTo(store.getState().cursor, at, event, true));
      },
      onOpen: (row) => actions.openRow(row),
      onDragStart(row, event) {
        pressed.current = null;
        const { browse } = store.getState();
        if (browse === null) return;
        // An unselected row was selected alone by the press that began this drag; main may not have said so yet.
        const [count, sizeBytes] = row.selected
          ? [browse.selected, browse.selectedBytes]
          : [1, row.sizeBytes];
        dragSelection(event, browse.listingId, text.dragged(format.count(count), format.bytes(sizeBytes)));
      },
    }),
    [take, actions, store, text, format],
  );
}
