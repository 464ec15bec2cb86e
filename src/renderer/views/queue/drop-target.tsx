import { useState, type DragEvent, type ReactNode } from 'react';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { SELECTION_DRAG_TYPE } from '../browser/drag-selection.ts';
import { useReport } from '../frame/use-report.ts';
import styles from './queue.module.css';

/** Takes a selection that is dragged from the browser, and nothing else. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const text = useText().queue;
  const openDraft = useApp((state) => state.openDraftFromSelection);
  const report = useReport();
  // Entering a child leaves its parent: only the sum tells whether the pointer is inside.
  const [depth, setDepth] = useState(0);
  const accepts = (event: DragEvent): boolean => event.dataTransfer.types.includes(SELECTION_DRAG_TYPE);
  return (
    <div
      className={styles['drop']}
      data-testid="queue-drop"
      onDragEnter={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setDepth((last) => last + 1);
      }}
      onDragOver={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDragLeave={(event) => {
        if (accepts(event)) setDepth((last) => Math.max(0, last - 1));
      }}
      onDrop={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setDepth(0);
        const listingId = event.dataTransfer.getData(SELECTION_DRAG_TYPE);
        void openDraft(listingId).then(report);
      }}
    >
      <div className={styles['content']}>{children}</div>
      {depth > 0 && (
        <div className={styles['drop-mark']} aria-hidden>
          <span>{text.dropHere}</span>
        </div>
      )}
    </div>
  );
}
