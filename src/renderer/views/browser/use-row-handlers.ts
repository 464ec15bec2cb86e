import { useContext, useMemo, useRef, type RefObject } from 'react';
import { StoreContext } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import type { RowHandlers } from './browse-row.tsx';
import { dragSelection } from './drag-selection.ts';
import { goTo, type GridIntent, type GridPlace } from './grid-keys.ts';
import type { BrowseActions } from './use-browse-actions.ts';

/** What the mouse does to rows: picking, opening and dragging. */
export function useRowHandlers(options: {
  readonly place: RefObject<GridPlace>;
  readonly take: (intent: GridIntent) => void;
  readonly actions: BrowseActions;
}): RowHandlers {
  const { place, take, actions } = options;
  const store = useContext(StoreContext);
  const text = useText().browser;
  const format = useFormat();
  // A press on a selected row may become a drag of all of them: it picks that row alone only when it is let go.
  const pressed = useRef<number | null>(null);
  return useMemo(
    () => ({
      onPress(index, row, event) {
        pressed.current = null;
        const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
        if (row.selected && (event.button !== 0 || isPlain)) {
          pressed.current = event.button === 0 ? index : null;
          take({ kind: 'go', place: { ...place.current, active: index }, change: null });
        } else if (event.button === 0 || isPlain) {
          take(goTo(place.current, index, event, true));
        }
      },
      onRelease(index, event) {
        if (pressed.current === index) take(goTo(place.current, index, event, true));
        pressed.current = null;
      },
      onOpen: (row) => actions.openRow(row),
      onDragStart(row, event) {
        pressed.current = null;
        const browse = store?.getState().browse;
        if (browse === null || browse === undefined) return;
        // An unselected row was selected alone by the press that began this drag; main may not have said so yet.
        const [count, sizeBytes] = row.selected
          ? [browse.selected, browse.selectedBytes]
          : [1, row.sizeBytes];
        dragSelection(event, browse.listingId, text.dragged(format.count(count), format.bytes(sizeBytes)));
      },
    }),
    [place, take, actions, store, text, format],
  );
}
