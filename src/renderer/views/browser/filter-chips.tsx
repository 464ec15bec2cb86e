import { Button } from '../../components/button.tsx';
import { Chip, Chips } from '../../components/chip.tsx';
import type { ChosenView } from '../../../shared/browse.ts';
import { useFormat, type Format } from '../../text/format.ts';
import { useText, type Text } from '../../text/text.ts';
import { toggled } from './filter-facts.ts';
import { noFilter, useFilter } from './use-filter.ts';

type Filter = ChosenView['filter'];

interface ActiveFilter {
  readonly label: string;
  /** The part of the filter that is left when the chip is taken away. */
  readonly without: Partial<Filter>;
}

function chipsOf(filter: Filter, text: Text, format: Format): readonly ActiveFilter[] {
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
      label: name,
      without: { storageClasses: toggled(filter.storageClasses, name) },
    })),
  ];
}

/** What the popover's filters are set to, so that nobody wonders where rows went. */
export function FilterChips() {
  const text = useText();
  const format = useFormat();
  const { filter, change } = useFilter();
  const chips = chipsOf(filter, text, format);
  if (chips.length === 0) return null;
  return (
    <Chips label={text.browser.activeFilters}>
      {chips.map(({ label, without }) => (
        <Chip
          key={label}
          label={label}
          removeLabel={text.browser.removeFilter(label)}
          onRemove={() => change(without)}
        />
      ))}
      <li>
        <Button
          variant="quiet"
          size="small"
          onPress={() => change({ ...noFilter, videosOnly: filter.videosOnly })}
        >
          {text.browser.clearFilters}
        </Button>
      </li>
    </Chips>
  );
}
