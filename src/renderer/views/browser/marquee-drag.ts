import type { SelectionBlock } from '../../../shared/browse.ts';
import type { VirtualTable } from '../../components/virtual-table.ts';
import {
  blockIn,
  boxBetween,
  edgeSpeed,
  isSameBlock,
  type CardLayout,
  type CardPoint,
  type MarqueeBox,
} from './marquee.ts';

/** How far the pointer goes before a press is the drag of a rectangle, in CSS pixels; the usual distance of systems. */
const SLACK_PX = 4;
/** Longest frame that the rows are moved for, in milliseconds: a window that hung does not leap. */
const MAX_FRAME_MS = 50;
/** The button that draws, in `PointerEvent.buttons`. */
const PRIMARY_BUTTON = 1;

/** What a rectangle is drawn on, as it is at the moment. */
export interface MarqueeSurface {
  readonly scroller: HTMLElement;
  /** The element that the cards stand in. */
  readonly cards: HTMLElement;
  readonly table: VirtualTable;
  readonly layout: CardLayout;
}

/** What becomes of a drag. */
export interface MarqueeEvents {
  readonly onDraw: (box: MarqueeBox) => void;
  /** The rectangle touches other cards than before. */
  readonly onBlock: (block: SelectionBlock) => void;
  /** The button was let go after a rectangle, or without one. */
  readonly onEnd: (drawn: { readonly from: CardPoint; readonly to: CardPoint } | null) => void;
  readonly onCalledOff: () => void;
}

/**
 * Follows the pointer from a press until the button is let go, Escape is pressed or the answered function is called.
 * Each frame looks where the pointer is among the cards: they may have been scrolled below it.
 */
export function followMarquee(
  press: { readonly clientX: number; readonly clientY: number; readonly pointerId: number },
  surfaceNow: () => MarqueeSurface | null,
  events: MarqueeEvents,
): () => void {
  const ended = new AbortController();
  const begun = surfaceNow();
  if (begun === null) return () => undefined;
  const from = pointAmongCards(press, begun);
  let pointer: { readonly clientX: number; readonly clientY: number } = press;
  let isDrawing = false;
  let block: SelectionBlock | null = null;

  const draw = (surface: MarqueeSurface): void => {
    const box = boxBetween(from, pointAmongCards(pointer, surface));
    events.onDraw(box);
    const touched = blockIn(box, surface.layout);
    if (block !== null && isSameBlock(block, touched)) return;
    block = touched;
    events.onBlock(touched);
  };
  let lastMs = performance.now();
  const frame = (nowMs: number): void => {
    if (ended.signal.aborted) return;
    requestAnimationFrame(frame);
    const elapsedMs = Math.min(MAX_FRAME_MS, Math.max(0, nowMs - lastMs));
    lastMs = nowMs;
    const surface = surfaceNow();
    if (!isDrawing || surface === null) return;
    const { top, height } = surface.scroller.getBoundingClientRect();
    const speed = edgeSpeed(pointer.clientY - top, height);
    if (speed !== 0) surface.table.scrollBy((speed * elapsedMs) / 1_000);
    draw(surface);
  };
  const callOff = (): void => {
    if (ended.signal.aborted) return;
    ended.abort();
    events.onCalledOff();
  };

  const letGo = (event: PointerEvent): void => {
    pointer = event;
    const surface = surfaceNow();
    ended.abort();
    if (isDrawing && surface !== null) draw(surface);
    events.onEnd(isDrawing && surface !== null ? { from, to: pointAmongCards(pointer, surface) } : null);
  };

  const listen = { signal: ended.signal, capture: true } as const;
  window.addEventListener(
    'pointermove',
    (event) => {
      // A menu of the system may have swallowed that the button was let go.
      if ((event.buttons & PRIMARY_BUTTON) === 0) return letGo(event);
      pointer = event;
      const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
      isDrawing ||= far >= SLACK_PX;
    },
    listen,
  );
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.button === 0) letGo(event);
    },
    listen,
  );
  window.addEventListener('pointercancel', callOff, listen);
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      callOff();
    },
    listen,
  );
  // Outside the window too the pointer belongs to the rectangle, and cards that it passes are not hovered.
  begun.scroller.setPointerCapture(press.pointerId);
  requestAnimationFrame(frame);
  return callOff;
}

/** Where the pointer is among the cards; beyond the view it counts as being at its edge. */
function pointAmongCards(
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  { scroller, cards, table }: MarqueeSurface,
): CardPoint {
  const view = scroller.getBoundingClientRect();
  const origin = cards.getBoundingClientRect();
  const within = (value: number, start: number, length: number): number =>
    Math.max(start, Math.min(start + length, value));
  return {
    x: within(clientX, view.left, scroller.clientWidth) - origin.left,
    y: within(clientY, view.top, scroller.clientHeight) - origin.top - table.topOf(0),
  };
}
