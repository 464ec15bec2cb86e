import type { ChosenView } from '../../../shared/browse.ts';
import { displayKey } from '../../text/display-key.ts';
import type { Format } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';
import { toggled } from './filter-facts.ts';

type Filter = ChosenView['filter'];

/** One thing that a filter hides rows by, beside the name. */
export interface ActiveFilter {
  readonly label: string;
  /** The part of the filter that is left when this one is taken away. */
  readonly without: Partial<Filter>;
}

/** The popover's filters that are set, in words. */
export function activeFilters(filter: Filter, text: Text, format: Format): readonly ActiveFilter[] {
  const { chips, badges, ages } = text.browser;
  const one = (value: number | null, label: (value: number) => string, without: Partial<Filter>) =>
    value === null ? [] : [{ label: label(value), without }];
  return [
    ...one(filter.minSizeBytes, (size) => chips.atLeast(format.bytes(size)), { minSizeBytes: null }),
    ...one(filter.maxSizeBytes, (size) => chips.atMost(format.bytes(size)), { maxSizeBytes: null }),
    ...(filter.age === 'any' ? [] : [{ label: ages[filter.age], without: { age: 'any' as const } }]),
    ...(filter.badges ?? []).map((badge) => ({
      label: badges[badge],
      without: { badges: toggled(filter.badges, badge) },
    })),
    ...(filter.storageClasses ?? []).map((name) => ({
      label: displayKey(name),
      without: { storageClasses: toggled(filter.storageClasses, name) },
    })),
  ];
}
