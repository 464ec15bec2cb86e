import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { DraftRow } from '../../../shared/imports.ts';
import { cx } from '../../components/cx.ts';
import { Truncated } from '../../components/truncated.tsx';
import type { DraftRequest } from '../../store/draft-slice.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import styles from './batch-sheet.module.css';

/** Height of a row in CSS pixels, the same as in the style sheet. */
const ROW_PX = 44;
/** Rows asked for at once. */
const PART = 200;

interface Rows {
  readonly of: DraftRequest;
  readonly byIndex: ReadonlyMap<number, DraftRow>;
}

/** What each object would become, for the whole selection: only what is visible is asked for. */
export function PreviewList({ request, total }: { readonly request: DraftRequest; readonly total: number }) {
  const text = useText().batch;
  const format = useFormat();
  const draftRows = useApp((state) => state.draftRows);
  const scroller = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<Rows>({ of: request, byIndex: new Map() });
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

  useEffect(() => {
    if (count <= 0) return;
    let isCurrent = true;
    void draftRows({ ...request, from, count: Math.min(1_000, count) }).then((result) => {
      if (!isCurrent || !result.ok) return;
      const news = result.value.map((row, index): [number, DraftRow] => [from + index, row]);
      // Rows of other settings stay on screen until those of the new ones are here, so that nothing flickers.
      setRows((last) => ({
        of: request,
        byIndex: new Map([...(last.of === request ? last.byIndex : []), ...news]),
      }));
    });
    return () => void (isCurrent = false);
  }, [draftRows, request, from, count]);

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
            const row = rows.byIndex.get(index);
            return (
              <div
                key={key}
                role="listitem"
                aria-setsize={total}
                aria-posinset={index + 1}
                className={cx(styles['row'], row?.included === false && styles['out'])}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row !== undefined && (
                  <>
                    <span className={styles['become']}>
                      <Truncated text={displayKey(row.name)} at="middle" />
                      {row.description !== '' && (
                        <span className={styles['second']}>
                          <Truncated text={displayKey(row.description)} />
                        </span>
                      )}
                    </span>
                    <span className={styles['become']}>
                      <Truncated text={displayKey(row.objectKey)} at="middle" />
                      {!row.objectKey.endsWith(row.fileName) && (
                        <span className={styles['second']}>
                          <Truncated text={text.asFile(displayKey(row.fileName))} at="middle" />
                        </span>
                      )}
                    </span>
                    <span className={styles['number']}>
                      {row.included ? format.bytes(row.sizeBytes) : text.out}
                    </span>
                  </>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
