import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import { useVirtualTable } from '../../components/virtual-table.ts';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { BrowseRowView, rowId } from './browse-row.tsx';
import { goTo, keyIntent, type GridIntent, type GridPlace } from './grid-keys.ts';
import { TableHead } from './table-head.tsx';
import styles from './table.module.css';
import { useBrowseActions } from './use-browse-actions.ts';
import { useRowHandlers } from './use-row-handlers.ts';
import { useTypeAhead } from './use-type-ahead.ts';

/** Heights in CSS pixels, the same as `--row-height` and the head's in the style sheet. */
const ROW_PX = 32;
const HEAD_PX = 32;
const START: GridPlace = { active: 0, anchor: 0 };
const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, metaKey: false } as const;

/** What a {@link BrowseTable} takes. */
export interface BrowseTableProps {
  readonly browse: BrowseState;
  readonly windows: RowWindows;
  /** The folder or bucket in words, for the table's name. */
  readonly title: string;
}

/** The listing as a table: only visible rows are rendered and asked for, whatever its length. */
export function BrowseTable({ browse, windows, title }: BrowseTableProps) {
  const text = useText().browser;
  const view = useApp((state) => state.browseView);
  const changeView = useApp((state) => state.changeView);
  const changeSelection = useApp((state) => state.changeSelection);
  const report = useReport();
  const actions = useBrowseActions();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(START.active);
  const place = useRef(START);
  const count = browse.matching;
  const table = useVirtualTable({ scroller, count, rowPx: ROW_PX, headPx: HEAD_PX });
  const { first, last } = table;

  useEffect(() => windows.show(first, last, browse.revision), [windows, first, last, browse.revision]);

  const take = useCallback(
    (intent: GridIntent): void => {
      if (intent.kind !== 'go') return;
      place.current = intent.place;
      setActive(intent.place.active);
      if (intent.change !== null) void changeSelection(intent.change).then(report);
    },
    [changeSelection, report],
  );
  const handlers = useRowHandlers({ place, take, actions });
  const typeAhead = useTypeAhead((index) => {
    take(goTo(place.current, index, NO_MODIFIERS, false));
    table.scrollToRow(index);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const facts = { count, pageRows: table.pageRows };
    const intent = keyIntent(event, place.current, facts, typeAhead.isTyping());
    if (intent === null) return;
    event.preventDefault();
    const row = windows.row(place.current.active);
    if (intent.kind === 'go') {
      take(intent);
      table.scrollToRow(intent.place.active);
    } else if (intent.kind === 'type') typeAhead.type(intent.character, place.current.active);
    else if (intent.kind === 'up') actions.goUp();
    else if (intent.kind === 'open' && row !== undefined) actions.openRow(row);
    else actions.importSelection();
  };

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
    >
      <TableHead sort={view.sort} onSort={(sort) => void changeView({ ...view, sort }).then(report)} />
      <div role="rowgroup" className={styles['rows']} style={{ height: table.heightPx }}>
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
      </div>
    </div>
  );
}
