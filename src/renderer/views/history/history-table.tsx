import { SearchX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { HistoryQuery, HistoryRow } from '../../../shared/history.ts';
import type { ConnectionId } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useVirtualTable } from '../../components/virtual-table.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import type { AccountLabel } from './account-labels.ts';
import { HistoryRowView } from './history-row-view.tsx';
import styles from './history.module.css';

/** Heights in CSS pixels, the same as in the style sheet. */
const ROW_PX = 44;
const HEAD_PX = 28;
/** Rows asked for at once: some screens of them. */
const PART = 200;

interface Shown {
  readonly rows: ReadonlyMap<number, HistoryRow>;
  readonly total: number;
}

/** What a query finds; of any length only what is visible is asked for and rendered. */
export function HistoryTable({
  query,
  labels,
  onShowAll,
  onRefresh,
}: {
  readonly query: HistoryQuery;
  /** What the accounts are called, where what is shown is of more than one. */
  readonly labels: ReadonlyMap<ConnectionId, AccountLabel> | null;
  readonly onShowAll: () => void;
  readonly onRefresh: () => void;
}) {
  const text = useText().history;
  const format = useFormat();
  const historyImports = useApp((state) => state.historyImports);
  const scroller = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const total = shown?.total ?? 0;
  const { first, last, heightPx, topOf } = useVirtualTable({
    scroller,
    count: total,
    rowPx: ROW_PX,
    headPx: HEAD_PX,
  });
  const from = Math.floor(first / PART) * PART;
  const count = Math.max(PART, Math.ceil(last / PART) * PART - from);

  useEffect(() => {
    let isCurrent = true;
    void historyImports({ ...query, from, count }).then((result) => {
      if (!isCurrent) return;
      setError(result.ok ? null : result.error);
      if (!result.ok) return;
      const { rows, total: found } = result.value;
      setShown({ rows: new Map(rows.map((row, index) => [from + index, row])), total: found });
    });
    return () => {
      isCurrent = false;
    };
  }, [historyImports, query, from, count]);

  return (
    <div className={styles['found']}>
      {error !== null && <ErrorNotice error={error} onRetry={onRefresh} />}
      {shown?.total === 0 && (
        <EmptyState
          icon={SearchX}
          title={text.noMatchTitle}
          description={text.noMatch}
          actions={<Button onPress={onShowAll}>{text.showAll}</Button>}
        />
      )}
      <div
        ref={scroller}
        className={styles['table']}
        role="table"
        aria-label={text.imports}
        aria-rowcount={total + 1}
        tabIndex={0}
        hidden={shown?.total === 0}
      >
        <div role="rowgroup" className={styles['head']}>
          <div
            role="row"
            aria-rowindex={1}
            className={cx(styles['row'], labels !== null && styles['accounts'])}
          >
            <span role="columnheader">{text.columns.video}</span>
            {labels !== null && <span role="columnheader">{text.columns.account}</span>}
            <span role="columnheader">{text.columns.state}</span>
            <span role="columnheader">{text.columns.queued}</span>
            <span role="columnheader" className={styles['number']}>
              {text.columns.size}
            </span>
            <span role="columnheader">
              <span className="visually-hidden">{text.columns.link}</span>
            </span>
          </div>
        </div>
        <div role="rowgroup" className={styles['rows']} style={{ height: heightPx }}>
          {Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at).map((index) => (
            <HistoryRowView
              key={index}
              index={index}
              topPx={topOf(index)}
              row={shown?.rows.get(index)}
              labels={labels}
            />
          ))}
        </div>
      </div>
      <p className={styles['count']} role="status">
        {shown === null ? '' : text.found(format.count(total))}
      </p>
    </div>
  );
}
