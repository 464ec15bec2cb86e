import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useVirtualTable } from '../../components/virtual-table.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { rowId } from './browse-row.tsx';
import type { BrowseTableProps } from './browse-table.tsx';
import { GridCard } from './grid-card.tsx';
import styles from './grid.module.css';
import { MarqueeRectangle } from './marquee-rectangle.tsx';
import { useBrowseKeys } from './use-browse-keys.ts';
import { useListEntry } from './use-list-entry.ts';
import { useMarquee } from './use-marquee.ts';

/** Sizes in CSS pixels; the style sheet has the same gap. */
const CARD_MIN_PX = 176;
const GAP_PX = 8;
/** Name and size below the picture, with padding and border; and what of these is beside the picture. */
const WORDS_PX = 52;
const EDGES_PX = 10;
const PICTURE_RATIO = 9 / 16;

/** The listing as pictures: rows of cards, of which only the visible ones are rendered, asked for and looked into. */
export function BrowseGrid({ browse, windows, title, entry }: BrowseTableProps) {
  const text = useText().browser;
  const scroller = useRef<HTMLDivElement>(null);
  const cards = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setWidthPx(element.clientWidth - 2 * GAP_PX);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const columns = Math.max(1, Math.floor((widthPx + GAP_PX) / (CARD_MIN_PX + GAP_PX)));
  const cardPx = (Math.max(widthPx, CARD_MIN_PX) - (columns - 1) * GAP_PX) / columns;
  const rowPx = Math.round((cardPx - EDGES_PX) * PICTURE_RATIO) + WORDS_PX + GAP_PX;
  const count = browse.matching;
  const lines = Math.ceil(count / columns);
  const table = useVirtualTable({ scroller, count: lines, rowPx, headPx: 0, overscan: 1 });
  const { first, last } = table;
  const scrollTo = (index: number): void => table.scrollToRow(Math.floor(index / columns));
  const { active, handlers, onKeyDown, onPlace } = useBrowseKeys({
    windows,
    count,
    columns,
    isMeasured: table.isMeasured,
    pageRows: table.pageRows,
    scrollTo,
  });
  useListEntry(entry, { scroller, onPlace, scrollTo });
  const marquee = useMarquee({
    scroller,
    cards,
    cardSelector: '[role="gridcell"]',
    table,
    layout: { columns, cardWidthPx: cardPx, linePx: rowPx, gapPx: GAP_PX },
    count,
    onPlace,
  });
  const from = first * columns;
  const to = Math.min(count, last * columns);
  useEffect(() => windows.show(from, to, browse.revision), [windows, from, to, browse.revision]);

  const shown = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return (
    <div
      ref={scroller}
      className={styles['grid']}
      role="grid"
      aria-label={text.tableLabel(displayKey(title))}
      aria-rowcount={lines}
      aria-colcount={columns}
      aria-multiselectable
      aria-busy={!browse.complete}
      tabIndex={0}
      {...(active >= from && active < to ? { 'aria-activedescendant': rowId(active) } : {})}
      onKeyDown={onKeyDown}
      onPointerDown={marquee.onPointerDown}
    >
      <div
        ref={cards}
        role="rowgroup"
        className={styles['lines']}
        style={{ height: table.heightPx + GAP_PX }}
      >
        {shown.map((line) => (
          <div
            key={line}
            role="row"
            aria-rowindex={line + 1}
            className={styles['line']}
            style={{
              transform: `translateY(${table.topOf(line) + GAP_PX}px)`,
              height: rowPx - GAP_PX,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {Array.from({ length: Math.min(columns, count - line * columns) }, (_, at) => (
              <GridCard
                key={at}
                windows={windows}
                index={line * columns + at}
                column={at + 1}
                prefix={browse.prefix}
                isActive={line * columns + at === active}
                handlers={handlers}
              />
            ))}
          </div>
        ))}
        <MarqueeRectangle box={marquee.box} />
      </div>
    </div>
  );
}
