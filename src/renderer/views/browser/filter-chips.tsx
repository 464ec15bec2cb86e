import { Button } from '../../components/button.tsx';
import { Chip, Chips } from '../../components/chip.tsx';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { activeFilters } from './active-filters.ts';
import { noFilter, useFilter } from './use-filter.ts';

/** What the popover's filters are set to, so that nobody wonders where rows went. */
export function FilterChips() {
  const text = useText();
  const format = useFormat();
  const { filter, change } = useFilter();
  const chips = activeFilters(filter, text, format);
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
