import { Label, RadioButton, RadioField, RadioGroup as AriaRadioGroup, Text } from 'react-aria-components';
import { cx } from './cx.ts';
import field from './field.module.css';
import type { Option } from './select.tsx';
import styles from './toggle.module.css';

/** What a {@link RadioGroup} takes. */
export interface RadioGroupProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly orientation?: 'horizontal' | 'vertical';
  readonly isDisabled?: boolean;
}

/** Picks one of a few choices that should all be seen at once. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, options, value, onChange, orientation = 'vertical', isDisabled = false } = props;
  return (
    <AriaRadioGroup
      value={value}
      orientation={orientation}
      isDisabled={isDisabled}
      className={cx(field['field'], styles['group'])}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      <div className={styles[orientation]}>
        {options.map((option) => (
          <RadioField key={option.id} value={option.id} className={styles['field'] ?? ''}>
            <RadioButton className={styles['button'] ?? ''}>
              <span className={cx(styles['box'], styles['round'])} />
              {option.label}
            </RadioButton>
            {option.description !== undefined && (
              <Text slot="description" className={styles['help'] ?? ''}>
                {option.description}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
