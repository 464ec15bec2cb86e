import { Check, ChevronsUpDown } from 'lucide-react';
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import { shallow as isShallowEqual } from 'zustand/shallow';
import { cx } from './cx.ts';
import styles from './field.module.css';
import popover from './popover.module.css';
import select from './select.module.css';

/** One choice of a {@link Select}. */
export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string;
}

/** What a {@link Select} takes. */
export interface SelectProps<Id extends string> {
  readonly label: string;
  /** Keeps the label for screen readers only, where the context says it already. */
  readonly isLabelHidden?: boolean;
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly description?: string;
  readonly error?: string | null;
  readonly isDisabled?: boolean;
  /** Draws no frame, for bars and panel heads. */
  readonly isQuiet?: boolean;
}

/** Picks one of a short list; typing a letter jumps to it. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const choose = useCallback((id: string): void => {
    const { options, onChange } = latest.current;
    const chosen = options.find((option) => option.id === id);
    if (chosen !== undefined) onChange(chosen.id);
  }, []);
  return <Box {...props} onChange={choose} />;
}

/** Whether two of a kind look the same; lists of choices are often made anew with the same content. */
function isSame(before: SelectProps<string>, after: SelectProps<string>): boolean {
  const { options: olds, ...old } = before;
  const { options, ...rest } = after;
  return (
    olds.length === options.length &&
    isShallowEqual(old, rest) &&
    olds.every((option, index) => isShallowEqual(option, options[index] ?? {}))
  );
}

/** The select itself: in a form it is not rendered again for each letter that is typed beside it. */
const Box = memo(function Box(props: SelectProps<string>) {
  const { label, isLabelHidden = false, options, value, onChange, placeholder, description } = props;
  const { error = null, isDisabled = false, isQuiet = false } = props;
  return (
    <AriaSelect
      value={value}
      onChange={(key) => onChange(String(key))}
      isDisabled={isDisabled}
      isInvalid={error !== null}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      {...(placeholder === undefined ? {} : { placeholder })}
      className={styles['field'] ?? ''}
    >
      {!isLabelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <Button className={cx(styles['control'], select['button'], isQuiet && select['quiet'])}>
        <SelectValue<Option<string>> className={select['value'] ?? ''}>
          {({ selectedItem, defaultChildren }) => selectedItem?.label ?? defaultChildren}
        </SelectValue>
        <ChevronsUpDown size={13} aria-hidden className={styles['icon']} />
      </Button>
      {error === null && description !== undefined && (
        <Text slot="description" className={styles['help'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
      <Popover className={popover['popover'] ?? ''} offset={4}>
        <ListBox items={options} className={popover['list'] ?? ''}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={popover['item'] ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={popover['check']}>{isSelected && <Check size={14} aria-hidden />}</span>
                  <span className={popover['words']}>
                    {option.label}
                    {option.description !== undefined && (
                      <span className={popover['description']}>{option.description}</span>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}, isSame);
