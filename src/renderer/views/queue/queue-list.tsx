import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useContextMenu } from '../../components/context-menu.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { BatchHeading } from './batch-heading.tsx';
import { batchOfLine, headingId, layOut, linesOf, ROW_PX } from './group-layout.ts';
import { JobRowView } from './job-row-view.tsx';
import { selectAfterClick, selectAfterKey, type ListSelection } from './list-selection.ts';
import styles from './queue.module.css';
import { useBatchMenu } from './use-batch-menu.ts';
import { useFolding } from './use-folding.ts';
import { useGroupWindow } from './use-group-window.ts';
import { useJobMenu } from './use-job-menu.tsx';

const lineAt = (element: EventTarget): string | null =>
  element instanceof Element ? (element.closest('[data-line]')?.getAttribute('data-line') ?? null) : null;

const domId = (line: string): string => {
  const batchId = batchOfLine(line);
  return batchId === null ? `job-${line}` : `batch-${batchId}`;
};

/** The list of imports, grouped or not: only what is visible is rendered, whatever the length. */
export function QueueList() {
  const text = useText().queue;
  const groups = useApp((state) => state.jobGroups);
  const collapsed = useApp((state) => state.collapsedBatches);
  const options = useApp((state) => state.listOptions);
  const scroller = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState<ListSelection>({
    active: null,
    anchor: null,
    selected: new Set(),
  });
  const layout = useMemo(() => layOut(groups, collapsed), [groups, collapsed]);
  const { parts, pageRows, scrollToLine } = useGroupWindow(scroller, layout, options);
  const jobMenu = useJobMenu();
  const batchMenu = useBatchMenu();
  const menu = useContextMenu(
    text.listLabel,
    // A right click has already chosen its line; the menu key acts on what is chosen.
    () =>
      selection.selected.size > 0 || batchOfLine(selection.active ?? '') !== null ? selection.active : null,
    (line) => {
      const batchId = batchOfLine(line);
      return batchId === null ? jobMenu.groupsOf(selection.selected) : batchMenu(batchId);
    },
  );
  const go = (next: ListSelection): void => {
    setSelection(next);
    if (next.active !== null) scrollToLine(next.active);
  };
  const fold = useFolding(layout, selection, go);

  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys for what stands in the list, such as a heading's button, are not the list's.
    if (event.target !== event.currentTarget) return;
    const isDone = fold.byKey(event.key);
    const next = isDone ? null : selectAfterKey(selection, linesOf(layout), event, pageRows);
    if (!isDone && next === null) return;
    event.preventDefault();
    if (next !== null) go(next);
  };
  const onMouseDown = (event: MouseEvent): void => {
    const line = lineAt(event.target);
    if (line === null) return;
    setSelection(selectAfterClick(selection, linesOf(layout), line, event));
  };
  const onClick = (event: MouseEvent): void => {
    const batchId = batchOfLine(lineAt(event.target) ?? '');
    const isButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (batchId !== null && !isButton) fold.toggle(batchId);
  };

  const isGrouped = options.isGrouped;
  return (
    <>
      {/* Its role depends on whether it is grouped, which the rule cannot read. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={scroller}
        className={styles['list']}
        role={isGrouped ? 'treegrid' : 'listbox'}
        aria-label={text.listLabel}
        aria-multiselectable
        tabIndex={0}
        {...(isGrouped ? { 'aria-rowcount': layout.lineCount } : {})}
        {...(selection.active === null ? {} : { 'aria-activedescendant': domId(selection.active) })}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onClick={onClick}
        onContextMenu={menu.onContextMenu}
      >
        <div role="presentation" className={styles['spacer']} style={{ height: layout.heightPx }}>
          {parts.map(({ group, first, last }) => (
            <div
              key={group.batchId ?? ''}
              role={isGrouped ? 'rowgroup' : 'presentation'}
              className={styles['group']}
              style={{ top: group.topPx, height: group.heightPx }}
            >
              {group.batchId !== null && (
                <BatchHeading
                  batchId={group.batchId}
                  isCollapsed={group.isCollapsed}
                  isActive={selection.active === headingId(group.batchId)}
                  ordinal={layout.groups.indexOf(group) + 1}
                  total={layout.groups.length}
                  line={group.firstLine + 1}
                  onMenu={menu.openBelow}
                />
              )}
              {group.jobIds.slice(first, last).map((jobId, at) => (
                <JobRowView
                  key={jobId}
                  jobId={jobId}
                  top={group.headPx + (first + at) * ROW_PX}
                  ordinal={first + at + 1}
                  total={group.size}
                  line={isGrouped ? group.firstLine + first + at + 2 : null}
                  isSelected={selection.selected.has(jobId)}
                  isActive={selection.active === jobId}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      {menu.menu}
      {jobMenu.dialogs}
    </>
  );
}
