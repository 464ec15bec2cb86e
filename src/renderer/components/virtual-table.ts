import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { placeAfterScroll, placeAt, scrollHeight, type ScrollPlace } from './virtual-table-scale.ts';

/** Rows rendered beyond the visible ones on each side. */
const OVERSCAN = 6;
/** Quiet time after which a scaled scroll bar is put where it belongs, in milliseconds. */
const SETTLE_MS = 120;

/** What a table of rows of one height has to render. */
export interface VirtualTable {
  /** First and last row to render; `last` is exclusive. */
  readonly first: number;
  readonly last: number;
  /** Whether the height of the view is known: until then there is nothing to scroll to. */
  readonly isMeasured: boolean;
  /** Rows that fit into the view: the step of Page Down. */
  readonly pageRows: number;
  /** Height of the element that the rows stand in, in CSS pixels. */
  readonly heightPx: number;
  /** Where a row stands in that element. */
  readonly topOf: (index: number) => number;
  readonly scrollToRow: (index: number) => void;
  /** Moves the rows by so many CSS pixels, as a drag past an edge does. */
  readonly scrollBy: (px: number) => void;
}

/**
 * The visible rows of a table of any length under a sticky head. Rows of one height need no measuring, so that a
 * million costs what ten cost; a table higher than Chromium can draw is scrolled in proportion.
 */
export function useVirtualTable(options: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly rowPx: number;
  /** Height of the sticky head, which hides as much of the rows. */
  readonly headPx: number;
  /** Rows rendered beyond the visible ones on each side. Default 6. */
  readonly overscan?: number;
}): VirtualTable {
  const { scroller, count, rowPx, headPx, overscan = OVERSCAN } = options;
  const [place, setPlace] = useState<ScrollPlace>({ scrollTop: 0, offset: 0 });
  const [viewPx, setViewPx] = useState(0);
  const latest = useRef(place);
  const contentPx = count * rowPx;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setViewPx(Math.max(0, element.clientHeight - headPx));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, headPx]);

  const goTo = useCallback((element: HTMLElement, next: ScrollPlace): void => {
    latest.current = next;
    if (element.scrollTop !== next.scrollTop) element.scrollTop = next.scrollTop;
    setPlace(next);
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const extent = { contentPx, viewPx };
    let settling: number | undefined;
    const onScroll = (): void => {
      if (element.scrollTop === latest.current.scrollTop) return;
      const next = placeAfterScroll(latest.current, element.scrollTop, extent);
      latest.current = next;
      setPlace(next);
      if (next.offset === 0) return;
      clearTimeout(settling);
      settling = window.setTimeout(
        () => goTo(element, placeAt(latest.current.scrollTop + latest.current.offset, extent)),
        SETTLE_MS,
      );
    };
    // Fewer rows than before may have moved the bar, and more of them change what it stands for.
    goTo(element, placeAt(latest.current.scrollTop + latest.current.offset, extent));
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(settling);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, contentPx, viewPx, goTo]);

  const top = Math.max(0, Math.min(place.scrollTop + place.offset, contentPx - viewPx));
  const offset = contentPx <= scrollHeight(contentPx) ? 0 : place.offset;
  return {
    first: Math.max(0, Math.floor(top / rowPx) - overscan),
    last: Math.min(count, Math.ceil((top + viewPx) / rowPx) + overscan),
    isMeasured: viewPx > 0,
    pageRows: Math.max(1, Math.floor(viewPx / rowPx) - 1),
    heightPx: scrollHeight(contentPx),
    topOf: (index) => index * rowPx - offset,
    scrollToRow: (index) => {
      const element = scroller.current;
      if (element === null) return;
      const now = latest.current.scrollTop + latest.current.offset;
      const start = index * rowPx;
      if (start < now) goTo(element, placeAt(start, { contentPx, viewPx }));
      else if (start + rowPx > now + viewPx)
        goTo(element, placeAt(start + rowPx - viewPx, { contentPx, viewPx }));
    },
    scrollBy: (px) => {
      const element = scroller.current;
      if (element === null) return;
      const { scrollTop, offset: beyond } = latest.current;
      goTo(element, placeAt(scrollTop + beyond + px, { contentPx, viewPx }));
    },
  };
}
