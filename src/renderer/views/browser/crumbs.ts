/** One step of the path to a prefix. */
export interface Crumb {
  readonly name: string;
  readonly prefix: string;
}

/** The folder that holds a prefix; the bucket itself for a prefix at its top. */
export const parentOf = (prefix: string): string => {
  const cut = prefix.endsWith('/') ? prefix.slice(0, -1) : prefix;
  return cut.slice(0, cut.lastIndexOf('/') + 1);
};

/** The steps of a prefix, outermost first; empty names (`a//b`) are steps too, as they are in S3. */
export function crumbsOf(prefix: string): readonly Crumb[] {
  const parts = prefix.match(/[^/]*\/|[^/]+$/g) ?? [];
  let path = '';
  return parts.map((part) => {
    path += part;
    return { name: part.endsWith('/') ? part.slice(0, -1) || '/' : part, prefix: path };
  });
}

/** What the path's parts need at least, in CSS pixels; the style sheet has the same. */
const LEAST_PX = {
  /** The sign for what is folded, with the arrow before it. */
  fold: 40,
  /** The bucket's sign and its first letters. */
  bucket: 64,
  /** The folder that is shown, as far as it can still be told from its neighbours. */
  current: 140,
} as const;

/** Which steps go into the menu: those from the first up to, not including, the second place. */
export interface Fold {
  readonly from: number;
  readonly to: number;
}

/**
 * Folds steps of a path, the bucket first, until the rest fits: of those between the bucket and the folder that is
 * shown the nearest stay longest, then the bucket gives way, and the folder is cut last. Widths are in CSS pixels.
 */
export function foldSteps(widths: readonly number[], roomPx: number): Fold {
  const last = widths.length - 1;
  const [bucket = 0] = widths;
  let tail = widths.reduce((sum, width) => sum + width, 0) - bucket;
  if (bucket + tail <= roomPx || last < 1) return { from: 0, to: 0 };
  for (let to = 2; to <= last; to += 1) {
    tail -= widths[to - 1] ?? 0;
    if (bucket + LEAST_PX.fold + tail <= roomPx) return { from: 1, to };
  }
  const fold = last === 1 ? 0 : LEAST_PX.fold;
  const current = Math.min(widths[last] ?? 0, LEAST_PX.current);
  const hasBucket = Math.min(bucket, LEAST_PX.bucket) + fold + current <= roomPx;
  return { from: hasBucket ? 1 : 0, to: last };
}
