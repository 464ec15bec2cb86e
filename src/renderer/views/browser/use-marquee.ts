import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { VirtualTable } from '../../components/virtual-table.ts';
import { useApp } from '../../store/store.ts';
import { useReport } from '../frame/use-report.ts';
import { followMarquee } from './marquee-drag.ts';
import { cardNear, clipBox, type CardLayout, type MarqueeBox } from './marquee.ts';

/** The rectangles drawn in this window so far: main keeps for the newest of them what was selected before. */
let drags = 0;

/** The listing that a rectangle is drawn on. */
export interface MarqueeListing {
  readonly scroller: RefObject<HTMLElement | null>;
  /** The element that the cards stand in. */
  readonly cards: RefObject<HTMLElement | null>;
  /** What a press must miss to begin a rectangle. */
  readonly cardSelector: string;
  readonly table: VirtualTable;
  readonly layout: CardLayout;
  readonly count: number;
  /** Where the keyboard goes on after a drag. */
  readonly onPlace: (anchor: number, active: number) => void;
}

/** Selects what a rectangle touches that is drawn from an empty spot; a click there selects nothing. */
export function useMarquee(listing: MarqueeListing): {
  /** What is drawn, in the element that the cards stand in; null while nothing is. */
  readonly box: MarqueeBox | null;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
} {
  const changeSelection = useApp((state) => state.changeSelection);
  const drawSelection = useApp((state) => state.drawSelection);
  const report = useReport();
  const [box, setBox] = useState<MarqueeBox | null>(null);
  const latest = useRef(listing);
  useLayoutEffect(() => {
    latest.current = listing;
  });
  const callOff = useRef<() => void>(() => undefined);
  useEffect(() => () => callOff.current(), []);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const { currentTarget: scroller, target, clientX, clientY } = event;
    const { left, top } = scroller.getBoundingClientRect();
    const isOnScrollBar = clientX >= left + scroller.clientWidth || clientY >= top + scroller.clientHeight;
    const isOnCard = target instanceof Element && target.closest(listing.cardSelector) !== null;
    if (event.button !== 0 || event.pointerType === 'touch' || isOnScrollBar || isOnCard) return;
    const drag = (drags += 1);
    const additive = event.shiftKey || event.ctrlKey || event.metaKey;
    const surface = () => {
      const {
        scroller: { current: element },
        cards: { current: cards },
        table,
        layout,
      } = latest.current;
      return element === null || cards === null ? null : { scroller: element, cards, table, layout };
    };
    callOff.current = followMarquee(event, surface, {
      onDraw: setBox,
      onBlock: (block) => void drawSelection({ kind: 'marquee', drag, additive, block }).then(report),
      onEnd(drawn) {
        setBox(null);
        const { count, layout, onPlace } = latest.current;
        if (drawn !== null) {
          const [anchor, active] = [drawn.from, drawn.to].map((point) => cardNear(point, count, layout));
          onPlace(anchor ?? 0, active ?? 0);
        } else if (!additive) void changeSelection({ kind: 'none' }).then(report);
      },
      onCalledOff() {
        setBox(null);
        void drawSelection({ kind: 'marquee', drag, additive, block: null }).then(report);
      },
    });
  };

  const { table, layout } = listing;
  const shown =
    box === null
      ? null
      : clipBox(box, table.first * layout.linePx, table.last * layout.linePx + layout.gapPx);
  return {
    box: shown === null ? null : { ...shown, top: shown.top + table.topOf(0) },
    onPointerDown,
  };
}
