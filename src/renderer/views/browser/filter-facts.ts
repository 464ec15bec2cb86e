import { importBadges, type BrowseView, type ImportBadge } from '../../../shared/browse.ts';
import { DAY } from '../../../shared/units.ts';

type Filter = BrowseView['filter'];

/** A megabyte in bytes, decimal as sizes are shown. */
export const MB = 1_000_000;

/** Ages to choose from. */
export const ages = ['any', 'day', 'week', 'month', 'year', 'older'] as const;
/** See {@link ages}. */
export type Age = (typeof ages)[number];

const agesMs: Readonly<Record<Exclude<Age, 'any' | 'older'>, number>> = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
};

/** The bounds of an age, counted from now. */
export function ageBounds(age: Age, nowMs: number): Pick<Filter, 'modifiedAfterMs' | 'modifiedBeforeMs'> {
  if (age === 'any') return { modifiedAfterMs: null, modifiedBeforeMs: null };
  if (age === 'older') return { modifiedAfterMs: null, modifiedBeforeMs: nowMs - agesMs.year };
  return { modifiedAfterMs: nowMs - agesMs[age], modifiedBeforeMs: null };
}

/** The age that a filter stands for: the nearest one, since it was counted from an earlier now. */
export function ageOf({ modifiedAfterMs, modifiedBeforeMs }: Filter, nowMs: number): Age {
  if (modifiedBeforeMs !== null) return 'older';
  if (modifiedAfterMs === null) return 'any';
  const sinceMs = nowMs - modifiedAfterMs;
  const near = (age: keyof typeof agesMs): number => Math.abs(agesMs[age] - sinceMs);
  return (['day', 'week', 'month', 'year'] as const).reduce((best, age) =>
    near(age) < near(best) ? age : best,
  );
}

/** Storage classes that S3 lists. */
export const storageClasses = [
  'STANDARD',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
  'GLACIER',
  'DEEP_ARCHIVE',
  'REDUCED_REDUNDANCY',
  'EXPRESS_ONEZONE',
] as const;

/** A list with an entry added or taken away; null, which stands for no filter, when nothing is left. */
export function toggled<T>(list: readonly T[] | null, entry: T): T[] | null {
  const known = list ?? [];
  const next = known.includes(entry) ? known.filter((other) => other !== entry) : [...known, entry];
  return next.length === 0 ? null : next;
}

/** Import states in the order of the filter. */
export const filterBadges: readonly ImportBadge[] = importBadges;

/** Bytes of a typed number of megabytes; null for an empty or meaningless one. */
export function bytesOfMegabytes(typed: string): number | null {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' || !Number.isFinite(value) || value < 0 ? null : Math.round(value * MB);
}
