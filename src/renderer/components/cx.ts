/** Joins class names of CSS modules, whose lookups may be undefined, into the one string that elements take. */
export const cx = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(' ');
