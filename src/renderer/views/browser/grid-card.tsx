import { Folder } from 'lucide-react';
import { memo, useCallback, useSyncExternalStore } from 'react';
import { cx } from '../../components/cx.ts';
import { splitPath } from '../../components/split-path.ts';
import { Truncated } from '../../components/truncated.tsx';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { FactCard } from '../peek/fact-card.tsx';
import { useLook } from '../peek/use-look.ts';
import { isPickable, rowId, type BrowseRowProps } from './browse-row.tsx';
import styles from './grid.module.css';
import { rowName } from './row-name.ts';
import { RowState } from './row-state.tsx';

/** One file or folder as a picture with its name; a card of facts where there is no picture. */
export const GridCard = memo(function GridCard({
  windows,
  index,
  column,
  prefix,
  isActive,
  handlers,
}: Omit<BrowseRowProps, 'topPx'> & { readonly column: number }) {
  const text = useText();
  const format = useFormat();
  const row = useSyncExternalStore(
    windows.subscribe,
    useCallback(() => windows.row(index), [windows, index]),
  );
  const looked = useLook(row);
  const frame = { id: rowId(index), 'aria-colindex': column } as const;
  const style = cx(styles['item'], isActive && styles['active']);
  if (row === undefined) return <div role="gridcell" {...frame} className={style} aria-busy />;
  const isFolder = row.kind === 'folder';
  const canPick = isPickable(row);
  const path = displayKey(rowName(row, prefix));
  const { folder, name } = splitPath(path) ?? { folder: '', name: path };
  const durationMs = looked?.look?.facts?.durationMs ?? null;
  return (
    <div
      role="gridcell"
      {...frame}
      className={style}
      {...(canPick ? { 'aria-selected': row.selected } : {})}
      draggable={canPick}
      onMouseDown={(event) => handlers.onPress(index, row, event)}
      onMouseUp={(event) => handlers.onRelease(index, event)}
      onDoubleClick={() => handlers.onOpen(row)}
      onDragStart={(event) => handlers.onDragStart(row, event)}
    >
      <div className={cx(styles['picture'], isFolder && styles['folder'])}>
        {isFolder ? (
          <Folder size={40} strokeWidth={1.2} aria-hidden />
        ) : looked !== null && looked.picture !== null ? (
          <img src={looked.picture} alt="" draggable={false} className={styles['frame']} />
        ) : (
          <FactCard looked={looked} row={row} />
        )}
        {looked !== null && looked.picture !== null && durationMs !== null && (
          <span className={cx('tabular', styles['duration'])}>{format.duration(durationMs)}</span>
        )}
        <span className={styles['badges']}>
          <RowState row={row} hidesReason={looked === null} />
        </span>
      </div>
      <div className={styles['name']}>
        {isFolder && <span className="visually-hidden">{text.browser.folder}</span>}
        <Truncated text={name} at="middle" isNarrow />
      </div>
      <div className={cx('tabular', styles['size'])}>
        {!isFolder && <span className={styles['bytes']}>{format.bytes(row.sizeBytes)}</span>}
        {folder !== '' && <Truncated text={folder} />}
      </div>
    </div>
  );
});
