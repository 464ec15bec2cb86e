import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import type { DraftRow } from '../../../shared/imports.ts';
import { cx } from '../../components/cx.ts';
import { Truncated } from '../../components/truncated.tsx';
import type { DraftRequest } from '../../store/draft-slice.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import styles from './batch-sheet.module.css';
import { useDraftRows } from './use-draft-rows.ts';

/** Height of a row in CSS pixels, the same as in the style sheet. */
const ROW_PX = 44;
/** Rows asked for at once. */
const PART = 200;

/** What each object would become, for the whole selection: only what is visible is asked for. */
export function PreviewList(props: {
  readonly request: DraftRequest;
  readonly total: number;
  /** False while the template of names is wrong: what main then fills in is not what would be imported. */
  readonly hasNames: boolean;
}) {
  const { request, total, hasNames } = props;
  const text = useText().batch;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const from = Math.floor(first / PART) * PART;
  const count = Math.min(total - from, (items.at(-1)?.index ?? 0) - from + PART);

  const rows = useDraftRows(request, from, count);

  return (
    <section className={styles['list']} aria-label={text.preview}>
      <header className={styles['heads']} aria-hidden>
        <span>{text.columns.video}</span>
        <span>{text.columns.object}</span>
        <span className={styles['number']}>{text.columns.size}</span>
      </header>
      {/* Scrolled by keys too. */}
      <div ref={scroller} className={styles['rows']} tabIndex={0} role="list" aria-label={text.preview}>
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start, key }) => {
            const row = rows.get(index);
            return (
              <PreviewRow key={key} row={row} index={index} total={total} topPx={start} hasName={hasNames} />
            );
          })}
        </div>
      </div>
    </section>
  );
}

/** One object of the batch; not rendered again while only the list around it is. */
const PreviewRow = memo(function PreviewRow(props: {
  readonly row: DraftRow | undefined;
  readonly index: number;
  readonly total: number;
  readonly topPx: number;
  readonly hasName: boolean;
}) {
  const { row, index, total, topPx, hasName } = props;
  const text = useText().batch;
  const format = useFormat();
  return (
    <div
      role="listitem"
      aria-setsize={total}
      aria-posinset={index + 1}
      className={cx(styles['row'], row?.included === false && styles['out'])}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {row !== undefined && (
        <>
          <span className={styles['become']}>
            {hasName && <Truncated text={displayKey(row.name)} at="middle" />}
            {row.description !== '' && (
              <span className={styles['second']}>
                <Truncated text={displayKey(row.description)} />
              </span>
            )}
          </span>
          <span className={styles['become']}>
            <Truncated text={displayKey(row.objectKey)} at="path" />
            {!row.objectKey.endsWith(row.fileName) && (
              <span className={styles['second']}>
                <Truncated text={text.asFile(displayKey(row.fileName))} at="middle" />
              </span>
            )}
          </span>
          <span className={styles['number']}>{row.included ? format.bytes(row.sizeBytes) : text.out}</span>
        </>
      )}
    </div>
  );
});
