import { useEffect, useRef, type Ref } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import { useVirtualTable } from '../../components/virtual-table.ts';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { BrowseRowView, rowId } from './browse-row.tsx';
import { MarqueeRectangle } from './marquee-rectangle.tsx';
import { TableHead } from './table-head.tsx';
import styles from './table.module.css';
import { useBrowseKeys } from './use-browse-keys.ts';
import { useListEntry, type ListEntry } from './use-list-entry.ts';
import { useMarquee } from './use-marquee.ts';

/** Heights in CSS pixels, the same as `--row-height` and the head's in the style sheet. */
const ROW_PX = 32;
const HEAD_PX = 32;

/** What a {@link BrowseTable} takes. */
export interface BrowseTableProps {
  readonly browse: BrowseState;
  readonly windows: RowWindows;
  /** The folder or bucket in words, for the table's name. */
  readonly title: string;
  readonly entry: Ref<ListEntry>;
}

/** The listing as a table: only visible rows are rendered and asked for, whatever its length. */
export function BrowseTable({ browse, windows, title, entry }: BrowseTableProps) {
  const text = useText().browser;
  const sort = useApp((state) => state.browseView.sort);
  const changeSort = useApp((state) => state.changeSort);
  const report = useReport();
  const scroller = useRef<HTMLDivElement>(null);
  const cards = useRef<HTMLDivElement>(null);
  const count = browse.matching;
  const table = useVirtualTable({ scroller, count, rowPx: ROW_PX, headPx: HEAD_PX });
  const { first, last } = table;

  useEffect(() => windows.show(first, last, browse.revision), [windows, first, last, browse.revision]);

  const { active, handlers, onKeyDown, onPlace } = useBrowseKeys({
    windows,
    count,
    columns: 1,
    isMeasured: table.isMeasured,
    pageRows: table.pageRows,
    scrollTo: table.scrollToRow,
  });

  useListEntry(entry, { scroller, onPlace, scrollTo: table.scrollToRow });

  const marquee = useMarquee({
    scroller,
    cards,
    cardSelector: '[role="row"]',
    table,
    layout: { columns: 1, cardWidthPx: Number.MAX_SAFE_INTEGER, linePx: ROW_PX, gapPx: 0 },
    count,
    onPlace,
  });

  const rows = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  const isActiveRendered = active >= first && active < last;
  return (
    <div
      ref={scroller}
      className={styles['table']}
      role="grid"
      aria-label={text.tableLabel(displayKey(title))}
      aria-rowcount={count + 1}
      aria-colcount={5}
      aria-multiselectable
      aria-busy={!browse.complete}
      tabIndex={0}
      {...(isActiveRendered ? { 'aria-activedescendant': rowId(active) } : {})}
      onKeyDown={onKeyDown}
      onPointerDown={marquee.onPointerDown}
    >
      <TableHead sort={sort} onSort={(chosen) => void changeSort(chosen).then(report)} />
      <div ref={cards} role="rowgroup" className={styles['rows']} style={{ height: table.heightPx }}>
        {rows.map((index) => (
          <BrowseRowView
            key={index}
            windows={windows}
            index={index}
            topPx={table.topOf(index)}
            prefix={browse.prefix}
            isActive={index === active}
            handlers={handlers}
          />
        ))}
        <MarqueeRectangle box={marquee.box} />
      </div>
    </div>
  );
}
