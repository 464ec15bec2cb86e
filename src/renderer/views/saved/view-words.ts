import type { ChosenView } from '../../../shared/browse.ts';
import { displayKey } from '../../text/display-key.ts';
import type { Format } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';
import { activeFilters } from '../browser/active-filters.ts';

/** What a view hides rows by, in words, the name first. */
export function filterWords({ filter }: ChosenView, text: Text, format: Format): readonly string[] {
  return [
    ...(filter.text === '' ? [] : [text.saved.textIs[filter.mode](displayKey(filter.text))]),
    ...(filter.videosOnly ? [text.browser.videosOnly] : []),
    ...activeFilters(filter, text, format).map(({ label }) => label),
  ];
}

/** What a view is called when nobody has named it; nothing where it hides no more than it did at first. */
export const nameOfView = ({ filter, sort }: ChosenView, text: Text, format: Format): string =>
  filterWords({ filter: { ...filter, videosOnly: false }, sort }, text, format).join(' · ');

/** The order of a view, in words. */
export function sortWords({ sort: { column, descending } }: ChosenView, text: Text): string {
  return column === 'name'
    ? text.saved.sortedByName(descending)
    : text.saved.sortedBy(text.browser.columns[column], descending);
}
