import { ArrowDown, ArrowUp } from 'lucide-react';
import type { BrowseView } from '../../../shared/browse.ts';
import { cx } from '../../components/cx.ts';
import { useText } from '../../text/text.ts';
import styles from './table.module.css';

type SortColumn = BrowseView['sort']['column'];

const columns: readonly { readonly id: SortColumn | 'storageClass' | 'state'; readonly style: string }[] = [
  { id: 'name', style: 'name' },
  { id: 'size', style: 'size' },
  { id: 'modified', style: 'modified' },
  { id: 'storageClass', style: 'class' },
  { id: 'state', style: 'state' },
];

const isSortable = (id: (typeof columns)[number]['id']): id is SortColumn =>
  id === 'name' || id === 'size' || id === 'modified';

/** Whether a column's first click puts the greatest first: the largest and the newest are what is looked for. */
const startsDescending = (id: SortColumn): boolean => id !== 'name';

/** The table's head: it stays in sight, and sorts the whole listing. */
export function TableHead({
  sort,
  onSort,
}: {
  readonly sort: BrowseView['sort'];
  readonly onSort: (sort: BrowseView['sort']) => void;
}) {
  const text = useText().browser;
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={styles['head-row']}>
        {columns.map(({ id, style }, at) => {
          const label = text.columns[id];
          if (!isSortable(id)) {
            return (
              <div
                key={id}
                role="columnheader"
                aria-colindex={at + 1}
                className={cx(styles['heading'], styles[style])}
              >
                {label}
              </div>
            );
          }
          const isSorted = sort.column === id;
          const Arrow = sort.descending ? ArrowDown : ArrowUp;
          return (
            <div
              key={id}
              role="columnheader"
              aria-colindex={at + 1}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              className={cx(styles['heading'], styles[style])}
            >
              <button
                type="button"
                className={styles['sort']}
                onClick={() =>
                  onSort({ column: id, descending: isSorted ? !sort.descending : startsDescending(id) })
                }
              >
                {label}
                {isSorted && <Arrow size={12} strokeWidth={2.2} aria-hidden />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
