import type { LucideIcon } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './segmented-control.module.css';
import { Tooltip } from './tooltip.tsx';

/** One segment; with an icon the label becomes its tooltip. */
export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** How many there are of it; stands below the label where there is no room beside it. */
  readonly count?: string;
}

/** Switches between a few ways to see the same thing, such as list and grid. */
export function SegmentedControl<Id extends string>({
  label,
  segments,
  value,
  onChange,
}: {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.id));
        if (chosen !== undefined) onChange(chosen.id);
      }}
      className={styles['group'] ?? ''}
    >
      {segments.map(({ id, label: name, icon: Icon, count }) =>
        Icon === undefined ? (
          <ToggleButton key={id} id={id} className={styles['segment'] ?? ''}>
            {count === undefined ? (
              name
            ) : (
              <>
                {name} <span className={styles['count']}>{count}</span>
              </>
            )}
          </ToggleButton>
        ) : (
          <Tooltip key={id} text={name}>
            <ToggleButton id={id} aria-label={name} className={styles['segment'] ?? ''}>
              <Icon size={15} aria-hidden />
            </ToggleButton>
          </Tooltip>
        ),
      )}
    </ToggleButtonGroup>
  );
}
