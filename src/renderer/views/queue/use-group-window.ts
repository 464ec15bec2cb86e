import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ListOptions } from '../../store/job-list.ts';
import {
  HEADING_PX,
  batchOfLine,
  partsBetween,
  ROW_PX,
  topOfLine,
  type GroupLayout,
  type VisiblePart,
} from './group-layout.ts';
import { keptScrollTop } from './scroll-anchor.ts';

/** Rows rendered beyond the visible ones on each side. */
const OVERSCAN = 5;

const scrollTo = (element: HTMLElement, top: number): void => {
  element.scrollTop = top;
};

/** What of a laid out list has to be rendered. */
export interface GroupWindow {
  readonly parts: readonly VisiblePart[];
  /** Rows that fit into the view: the step of Page Down. */
  readonly pageRows: number;
  readonly scrollToLine: (line: string) => void;
}

/** The visible part of the list; it renders again when another row comes into sight, and not for every pixel. */
export function useGroupWindow(
  scroller: RefObject<HTMLElement | null>,
  layout: GroupLayout,
  options: ListOptions,
): GroupWindow {
  const [topRow, setTopRow] = useState(0);
  const [viewPx, setViewPx] = useState(0);
  const shown = useRef({ layout, options });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setViewPx(element.clientHeight);
    const onScroll = (): void => setTopRow(Math.floor(element.scrollTop / ROW_PX));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const before = shown.current;
    shown.current = { layout, options };
    if (element === null || before.layout === layout) return;
    // Another list starts at its head; the same one stays where it is.
    const { scrollTop } = element;
    const kept = before.options === options ? keptScrollTop(before.layout, layout, scrollTop) : 0;
    if (kept === scrollTop) return;
    scrollTo(element, kept);
    setTopRow(Math.floor(element.scrollTop / ROW_PX));
  }, [scroller, layout, options]);

  const scrollToLine = (line: string): void => {
    const element = scroller.current;
    const top = topOfLine(layout, line);
    if (element === null || top === null) return;
    const isHeading = batchOfLine(line) !== null;
    // A heading sticks to the upper edge and covers as much of the rows.
    const isCovered = options.isGrouped && !isHeading;
    const firstPx = top - (isCovered ? HEADING_PX : 0);
    const endPx = top + (isHeading ? HEADING_PX : ROW_PX);
    if (firstPx < element.scrollTop) scrollTo(element, firstPx);
    else if (endPx > element.scrollTop + element.clientHeight)
      scrollTo(element, endPx - element.clientHeight);
  };

  const from = topRow * ROW_PX;
  return {
    parts: partsBetween(layout, from, from + ROW_PX + viewPx, OVERSCAN),
    pageRows: Math.max(1, Math.floor(viewPx / ROW_PX) - 1),
    scrollToLine,
  };
}
