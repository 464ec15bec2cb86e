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

/** Steps shown after the bucket; those between the first and the last ones go into a menu. */
const SHOWN = { first: 1, last: 2 } as const;

/** Parts the steps into what is shown and what is folded in the middle. */
export function foldCrumbs(crumbs: readonly Crumb[]): {
  readonly start: readonly Crumb[];
  readonly folded: readonly Crumb[];
  readonly end: readonly Crumb[];
} {
  // A menu for one step would be longer than the step.
  if (crumbs.length <= SHOWN.first + SHOWN.last + 1) return { start: crumbs, folded: [], end: [] };
  return {
    start: crumbs.slice(0, SHOWN.first),
    folded: crumbs.slice(SHOWN.first, -SHOWN.last),
    end: crumbs.slice(-SHOWN.last),
  };
}
