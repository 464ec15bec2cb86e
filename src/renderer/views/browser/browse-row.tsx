import { FileText, Film, Folder } from 'lucide-react';
import { memo, useCallback, useSyncExternalStore, type DragEvent, type MouseEvent } from 'react';
import type { BrowseRow } from '../../../shared/browse.ts';
import { isVideoKey } from '../../../shared/video-extensions.ts';
import { cx } from '../../components/cx.ts';
import { Truncated } from '../../components/truncated.tsx';
import type { RowWindows } from '../../store/row-windows.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { rowName } from './row-name.ts';
import { RowState } from './row-state.tsx';
import styles from './table.module.css';

/** What the rows' mouse events do; one object for all rows, so that none renders again for it. */
export interface RowHandlers {
  readonly onPress: (index: number, row: BrowseRow, event: MouseEvent) => void;
  readonly onRelease: (index: number, event: MouseEvent) => void;
  readonly onOpen: (row: BrowseRow) => void;
  readonly onDragStart: (row: BrowseRow, event: DragEvent) => void;
}

/** What a {@link BrowseRowView} takes. */
export interface BrowseRowProps {
  readonly windows: RowWindows;
  readonly index: number;
  readonly topPx: number;
  readonly prefix: string;
  readonly isActive: boolean;
  readonly handlers: RowHandlers;
}

/** Whether a row can be selected: folders are opened, and some objects cannot be imported. */
export const isPickable = ({ kind, notPickable }: BrowseRow): boolean =>
  kind === 'object' && notPickable === null;

/** The DOM id of a row, for `aria-activedescendant`. */
export const rowId = (index: number): string => `${ROW_ID}${index}`;
const ROW_ID = 'browse-row-';

/** The position of the row that an element belongs to, or that the keyboard is on; null when there is none. */
export function indexOfRow(element: Element): number | null {
  const id =
    element.closest(`[id^="${ROW_ID}"]`)?.id ??
    element.closest('[role="grid"]')?.getAttribute('aria-activedescendant') ??
    '';
  return id.startsWith(ROW_ID) ? Number(id.slice(ROW_ID.length)) : null;
}
/** The head is the first row for a screen reader, and positions count from one. */
const ARIA_ROW_OFFSET = 2;

/** One row of the table, or its skeleton while it is on its way. */
export const BrowseRowView = memo(function BrowseRowView(props: BrowseRowProps) {
  const { windows, index, topPx, prefix, isActive, handlers } = props;
  const row = useSyncExternalStore(
    windows.subscribe,
    useCallback(() => windows.row(index), [windows, index]),
  );
  const frame = {
    id: rowId(index),
    'aria-rowindex': index + ARIA_ROW_OFFSET,
    style: { transform: `translateY(${topPx}px)` },
  } as const;
  if (row === undefined) {
    return (
      <div role="row" {...frame} className={cx(styles['row'], isActive && styles['active'])} aria-busy>
        <div role="gridcell" aria-colindex={1} className={styles['name']}>
          <span className={styles['skeleton']} />
        </div>
      </div>
    );
  }
  // Without the attribute a screen reader does not offer to select it.
  const canPick = isPickable(row);
  return (
    <div
      role="row"
      {...frame}
      className={cx(
        styles['row'],
        isActive && styles['active'],
        row.notPickable !== null && styles['dimmed'],
      )}
      {...(canPick ? { 'aria-selected': row.selected } : {})}
      draggable={canPick}
      onMouseDown={(event) => handlers.onPress(index, row, event)}
      onMouseUp={(event) => handlers.onRelease(index, event)}
      onDoubleClick={() => handlers.onOpen(row)}
      onDragStart={(event) => handlers.onDragStart(row, event)}
    >
      <RowCells row={row} prefix={prefix} />
    </div>
  );
});

function RowCells({ row, prefix }: { readonly row: BrowseRow; readonly prefix: string }) {
  const text = useText();
  const format = useFormat();
  const isFolder = row.kind === 'folder';
  const Icon = isFolder ? Folder : isVideoKey(row.key) ? Film : FileText;
  return (
    <>
      <div role="gridcell" aria-colindex={1} className={styles['name']}>
        <Icon
          size={16}
          strokeWidth={1.8}
          aria-hidden
          className={isFolder ? styles['folder-icon'] : styles['icon']}
        />
        {isFolder && <span className="visually-hidden">{text.browser.folder}</span>}
        <Truncated text={displayKey(rowName(row, prefix))} at="path" />
      </div>
      <div
        role="gridcell"
        aria-colindex={2}
        className={cx('tabular', styles['size'])}
        {...(isFolder ? {} : { title: text.common.unitBytes(format.exactBytes(row.sizeBytes)) })}
      >
        {isFolder ? '' : format.bytes(row.sizeBytes)}
      </div>
      <div
        role="gridcell"
        aria-colindex={3}
        className={cx('tabular', styles['modified'])}
        {...(isFolder ? {} : { title: format.exactDateTime(row.modifiedMs) })}
      >
        {!isFolder && (
          <>
            <span className={styles['date-time']}>{format.dateTime(row.modifiedMs)}</span>
            <span className={styles['date']}>{format.date(row.modifiedMs)}</span>
          </>
        )}
      </div>
      <div role="gridcell" aria-colindex={4} className={styles['class']}>
        <Truncated text={displayKey(row.storageClass)} />
      </div>
      <div role="gridcell" aria-colindex={5} className={styles['state']}>
        <RowState row={row} />
      </div>
    </>
  );
}
