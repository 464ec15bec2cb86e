import { defaultBrowseView, type Age, type BrowseView, type ChosenView } from '../../shared/browse.ts';
import { DAY, type Milliseconds } from '../../shared/units.ts';

const agesMs: Readonly<Record<Exclude<Age, 'any' | 'older'>, Milliseconds>> = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
};

type Bounds = Pick<BrowseView['filter'], 'modifiedAfterMs' | 'modifiedBeforeMs'>;

function boundsOf(age: Age, nowMs: Milliseconds): Bounds {
  if (age === 'any') return { modifiedAfterMs: null, modifiedBeforeMs: null };
  if (age === 'older') return { modifiedAfterMs: null, modifiedBeforeMs: nowMs - agesMs.year };
  return { modifiedAfterMs: nowMs - agesMs[age], modifiedBeforeMs: null };
}

/** The filter that a listing is given for a chosen one: its age becomes the dates that it means now. */
export function filterAt({ age, ...rest }: ChosenView['filter'], nowMs: Milliseconds): BrowseView['filter'] {
  return { ...rest, ...boundsOf(age, nowMs) };
}

/** See {@link filterAt}; the order is the same. */
export const viewAt = ({ filter, sort }: ChosenView, nowMs: Milliseconds): BrowseView => ({
  filter: filterAt(filter, nowMs),
  sort,
});

const { modifiedAfterMs: _after, modifiedBeforeMs: _before, ...undated } = defaultBrowseView.filter;

/** The view that the browser starts with: that of a newly opened listing. */
export const defaultChosenView: ChosenView = {
  filter: { ...undated, age: 'any' },
  sort: defaultBrowseView.sort,
};
