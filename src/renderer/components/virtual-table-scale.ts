/**
 * Greatest height of a scrolled element in CSS pixels. Chromium draws nothing beyond 2^25 device pixels, so this
 * holds up to a device pixel ratio of 4.
 */
export const MAX_SCROLL_PX = 8_000_000;

/** Where the table is: what the scroll bar says, and what is added to it to get the place among the rows. */
export interface ScrollPlace {
  readonly scrollTop: number;
  readonly offset: number;
}

/** The heights that decide how far the scroll bar stands for more than it can move. */
export interface ScrollExtent {
  /** All rows, in CSS pixels. */
  readonly contentPx: number;
  /** What is seen of them at once. */
  readonly viewPx: number;
}

/** Height that the scrolled element really gets. */
export const scrollHeight = (contentPx: number): number => Math.min(contentPx, MAX_SCROLL_PX);

const clamp = (value: number, max: number): number => Math.max(0, Math.min(value, Math.max(0, max)));

/** Rows' pixels that one pixel of the scroll bar stands for when it is dragged. */
function ratio({ contentPx, viewPx }: ScrollExtent): number {
  const room = scrollHeight(contentPx) - viewPx;
  return room <= 0 ? 1 : (contentPx - viewPx) / room;
}

/** The scroll bar's place for a place among the rows, in pixels of the rows. */
export function placeAt(top: number, extent: ScrollExtent): ScrollPlace {
  const wanted = clamp(top, extent.contentPx - extent.viewPx);
  const scrollTop = Math.round(wanted / ratio(extent));
  return { scrollTop, offset: wanted - scrollTop };
}

/**
 * The place after the scroll bar went to `scrollTop`. A wheel's step moves the rows by as many pixels as it has; a
 * drag of the bar, further than one view at once, moves them in proportion.
 */
export function placeAfterScroll(before: ScrollPlace, scrollTop: number, extent: ScrollExtent): ScrollPlace {
  if (extent.contentPx <= MAX_SCROLL_PX) return { scrollTop, offset: 0 };
  const isStep = Math.abs(scrollTop - before.scrollTop) <= extent.viewPx;
  const atStart = scrollTop <= 0;
  const atEnd = scrollTop >= scrollHeight(extent.contentPx) - extent.viewPx - 1;
  if (isStep && !atStart && !atEnd) {
    const top = clamp(scrollTop + before.offset, extent.contentPx - extent.viewPx);
    return { scrollTop, offset: top - scrollTop };
  }
  // At an end the bar is right, whatever was stepped before.
  const top = atStart ? 0 : atEnd ? extent.contentPx - extent.viewPx : scrollTop * ratio(extent);
  return { scrollTop, offset: top - scrollTop };
}
