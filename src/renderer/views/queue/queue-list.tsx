import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useContextMenu } from '../../components/context-menu.tsx';
import { useText } from '../../text/text.ts';
import { JobRowView } from './job-row-view.tsx';
import styles from './queue.module.css';
import { selectAfterClick, selectAfterKey, type ListSelection } from './list-selection.ts';
import { useJobMenu } from './use-job-menu.tsx';

/** Height of a row in CSS pixels, the same as `--job-row` in the style sheet. */
const ROW_PX = 60;
/** Rows rendered beyond the visible ones on each side. */
const OVERSCAN = 8;

/** The list of imports: only what is visible is rendered, whatever the length. */
export function QueueList({ ids }: { readonly ids: readonly string[] }) {
  const text = useText().queue;
  const scroller = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState<ListSelection>({
    active: null,
    anchor: null,
    selected: new Set(),
  });
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => ids[index] ?? index,
  });
  const { groups, dialogs } = useJobMenu([...selection.selected]);
  const menu = useContextMenu(
    text.listLabel,
    // A right click has already selected its row; the menu key acts on what is selected.
    () => (selection.selected.size > 0 ? selection : null),
    () => groups,
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX) - 1);
    const next = selectAfterKey(selection, ids, event, page);
    if (next === null) return;
    event.preventDefault();
    setSelection(next);
    const index = next.active === null ? -1 : ids.indexOf(next.active);
    if (index >= 0) virtual.scrollToIndex(index);
  };

  return (
    <>
      <div
        onContextMenu={menu.onContextMenu}
        ref={scroller}
        className={styles['list']}
        role="listbox"
        aria-label={text.listLabel}
        aria-multiselectable
        tabIndex={0}
        {...(selection.active === null ? {} : { 'aria-activedescendant': `job-${selection.active}` })}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={styles['spacer']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const jobId = ids[item.index];
            if (jobId === undefined) return null;
            return (
              <JobRowView
                key={item.key}
                jobId={jobId}
                top={item.start}
                ordinal={item.index + 1}
                total={ids.length}
                isSelected={selection.selected.has(jobId)}
                isActive={selection.active === jobId}
                onPick={(event) => setSelection(selectAfterClick(selection, ids, jobId, event))}
              />
            );
          })}
        </div>
      </div>
      {menu.menu}
      {dialogs}
    </>
  );
}
