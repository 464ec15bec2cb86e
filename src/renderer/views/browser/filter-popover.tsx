import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { ages, importBadges } from '../../../shared/browse.ts';
import { MB } from '../../../shared/units.ts';
import { Checkbox } from '../../components/checkbox.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { offeredClasses, toggled } from './filter-facts.ts';
import styles from './filters.module.css';
import { bytesOfSize, sizeAsTyped } from './size-text.ts';
import { useFilter } from './use-filter.ts';

/** Filters beyond the name: size, age, storage class and import state; each acts at once. */
export function FilterPopover() {
  const text = useText().browser;
  return (
    <DialogTrigger>
      <IconButton icon={SlidersHorizontal} label={text.moreFilters} />
      <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
        <Dialog aria-label={text.moreFilters} className={styles['dialog'] ?? ''}>
          <FilterForm />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function FilterForm() {
  const text = useText().browser;
  const { filter, change } = useFilter();
  const listedClasses = useApp((state) => state.browse?.storageClasses) ?? [];
  return (
    <>
      <div className={styles['pair']}>
        <SizeField
          label={text.minSize}
          bytes={filter.minSizeBytes}
          onChange={(minSizeBytes) => change({ minSizeBytes })}
        />
        <SizeField
          label={text.maxSize}
          bytes={filter.maxSizeBytes}
          onChange={(maxSizeBytes) => change({ maxSizeBytes })}
        />
      </div>
      <Select
        label={text.age}
        options={ages.map((id) => ({ id, label: text.ages[id] }))}
        value={filter.age}
        onChange={(age) => change({ age })}
      />
      <fieldset className={styles['set']}>
        <legend className={styles['legend']}>{text.importState}</legend>
        {importBadges.map((badge) => (
          <Checkbox
            key={badge}
            label={text.badges[badge]}
            isSelected={filter.badges?.includes(badge) ?? false}
            onChange={() => change({ badges: toggled(filter.badges, badge) })}
          />
        ))}
      </fieldset>
      <fieldset className={styles['set']}>
        <legend className={styles['legend']}>{text.storageClasses}</legend>
        {offeredClasses(listedClasses, filter.storageClasses).map((name) => (
          <Checkbox
            key={name}
            label={displayKey(name)}
            isSelected={filter.storageClasses?.includes(name) ?? false}
            onChange={() => change({ storageClasses: toggled(filter.storageClasses, name) })}
          />
        ))}
      </fieldset>
    </>
  );
}

/** A size as it is typed; what is no size filters by none, and says so. */
function SizeField({
  label,
  bytes,
  onChange,
}: {
  readonly label: string;
  readonly bytes: number | null;
  readonly onChange: (bytes: number | null) => void;
}) {
  const text = useText().browser;
  const format = useFormat();
  const [typed, setTyped] = useState(sizeAsTyped(bytes));
  return (
    <TextField
      label={label}
      placeholder={format.bytes(500 * MB)}
      error={bytesOfSize(typed) === undefined ? text.noSize : null}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        onChange(bytesOfSize(value) ?? null);
      }}
    />
  );
}
