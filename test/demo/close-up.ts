import type { Page } from 'playwright-core';

/** A part of the window, CSS pixels. */
interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is shown around a dialog, a question or a menu. */
const MARGIN_PX = 32;
/** Smallest part of the window that still tells where it is. */
const SMALLEST = { width: 640, height: 400 } as const;
/** Wider than this, it is the whole window. */
const WIDEST_PX = 960;

/** The part of the window around what lies on top of it, in the window's proportions; undefined is the whole window. */
export async function closeUp(page: Page): Promise<Area | undefined> {
  const window = page.viewportSize();
  // A message that comes and goes is no dialog.
  const top = page.locator('[role=dialog], [role=alertdialog]:not([aria-modal=false]), [role=menu]').last();
  if (window === null || !(await top.isVisible())) return undefined;
  const box = await top.boundingBox();
  if (box === null) return undefined;
  const proportion = window.width / window.height;
  const width = Math.max(
    SMALLEST.width,
    box.width + 2 * MARGIN_PX,
    (box.height + 2 * MARGIN_PX) * proportion,
  );
  if (width > WIDEST_PX) return undefined;
  const area = { width: Math.round(width), height: Math.round(width / proportion) };
  const within = (middle: number, size: number, all: number): number =>
    Math.round(Math.min(Math.max(0, middle - size / 2), all - size));
  return {
    ...area,
    x: within(box.x + box.width / 2, area.width, window.width),
    y: within(box.y + box.height / 2, area.height, window.height),
  };
}
