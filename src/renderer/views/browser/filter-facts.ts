/** Storage classes that AWS lists. */
const awsClasses: readonly string[] = [
  'STANDARD',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
  'REDUCED_REDUNDANCY',
  'EXPRESS_ONEZONE',
];

/** What the filter offers: AWS's classes, then what the listing has of a store's own, then what is chosen already. */
export const offeredClasses = (listed: readonly string[], chosen: readonly string[] | null): string[] => [
  ...new Set([...awsClasses, ...listed, ...(chosen ?? [])]),
];

/** A list with an entry added or taken away; null, which stands for no filter, when nothing is left. */
export function toggled<T>(list: readonly T[] | null, entry: T): T[] | null {
  const known = list ?? [];
  const next = known.includes(entry) ? known.filter((other) => other !== entry) : [...known, entry];
  return next.length === 0 ? null : next;
}
