import type { SelectionBlock } from '../../../shared/browse.ts';

/** A place among all cards, rendered or not: CSS pixels from the corner of the first line. */
export interface CardPoint {
  readonly x: number;
  readonly y: number;
}

/** How cards lie side by side and in lines; all lengths in CSS pixels. */
export interface CardLayout {
  readonly columns: number;
  readonly cardWidthPx: number;
  /** A line with the gap before it. */
  readonly linePx: number;
  /** Between cards, and before the first line. */
  readonly gapPx: number;
}

/** A rectangle between two points. */
export interface MarqueeBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangle that is drawn by going from one point to another, in whichever direction. */
export const boxBetween = (from: CardPoint, to: CardPoint): MarqueeBox => ({
  left: Math.min(from.x, to.x),
  top: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
});

/** Which of equal stretches that begin with a gap lie between two places, gaps not counted; the end is exclusive. */
function touched(
  from: number,
  to: number,
  stretchPx: number,
  gapPx: number,
): { readonly from: number; readonly to: number } {
  const first = Math.max(0, Math.floor(from / stretchPx));
  const end = Math.max(0, Math.ceil((to - gapPx) / stretchPx));
  return { from: first, to: Math.max(first, end) };
}

/** The cards that a rectangle touches, by arithmetic alone: most of them may never have been rendered. */
export function blockIn(
  box: MarqueeBox,
  { columns, cardWidthPx, linePx, gapPx }: CardLayout,
): SelectionBlock {
  const lines = touched(box.top, box.top + box.height, linePx, gapPx);
  // Columns begin without a gap: seen from one gap further left, they are like the lines.
  const left = box.left + gapPx;
  const across = touched(left, left + box.width, cardWidthPx + gapPx, gapPx);
  return {
    columns,
    fromLine: lines.from,
    toLine: lines.to,
    fromColumn: Math.min(columns, across.from),
    toColumn: Math.min(columns, across.to),
  };
}

/** Whether two blocks are the same, so that main need not hear of the second. */
export const isSameBlock = (one: SelectionBlock, other: SelectionBlock): boolean =>
  one.columns === other.columns &&
  one.fromLine === other.fromLine &&
  one.toLine === other.toLine &&
  one.fromColumn === other.fromColumn &&
  one.toColumn === other.toColumn;

/** The card that is nearest to a point: where the keyboard goes on after a drag. */
export function cardNear({ x, y }: CardPoint, count: number, layout: CardLayout): number {
  const { columns, cardWidthPx, linePx, gapPx } = layout;
  const line = Math.max(0, Math.floor(y / linePx));
  const column = Math.max(0, Math.min(columns - 1, Math.floor(x / (cardWidthPx + gapPx))));
  return Math.max(0, Math.min(count - 1, line * columns + column));
}

/** The part of a rectangle between two heights: the whole may be higher than Chromium can draw. */
export function clipBox(box: MarqueeBox, top: number, bottom: number): MarqueeBox {
  const from = Math.max(box.top, top);
  return { ...box, top: from, height: Math.max(0, Math.min(box.top + box.height, bottom) - from) };
}

/** How near to an edge the rows begin to move, in CSS pixels. */
const EDGE_PX = 28;
/** Speed for each pixel beyond that, in CSS pixels a second, and the most of it: about ten screens a second. */
const SPEED_PER_PX = 24;
const MAX_SPEED = 9_000;

/** How fast the rows move while the pointer is near or beyond an edge of the view, in CSS pixels a second; up is negative. */
export function edgeSpeed(y: number, viewPx: number): number {
  const above = EDGE_PX - y;
  const below = y - (viewPx - EDGE_PX);
  if (above > 0 && above >= below) return -Math.min(MAX_SPEED, above * SPEED_PER_PX);
  return below > 0 ? Math.min(MAX_SPEED, below * SPEED_PER_PX) : 0;
}
