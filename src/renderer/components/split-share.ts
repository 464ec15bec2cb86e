/** Allowed shares of a split. */
export interface ShareRange {
  readonly min: number;
  readonly max: number;
}

/** How far one press of an arrow key moves a separator, as a share of the width. */
const STEP = 0.02;

const clamp = (share: number, { min, max }: ShareRange): number =>
  Math.round(Math.min(max, Math.max(min, share)) * 1_000) / 1_000;

/** The right region's share when the separator is dragged to `x`. */
export const shareAt = (
  x: number,
  box: { readonly right: number; readonly width: number },
  range: ShareRange,
) => clamp(box.width === 0 ? range.min : (box.right - x) / box.width, range);

/** The right region's share after a key on the separator; null when the key means nothing to it. */
export function shareAfterKey(key: string, share: number, range: ShareRange): number | null {
  if (key === 'ArrowLeft') return clamp(share + STEP, range);
  if (key === 'ArrowRight') return clamp(share - STEP, range);
  if (key === 'Home') return range.max;
  if (key === 'End') return range.min;
  return null;
}
