import { Check, Minus } from 'lucide-react';
import { CheckboxButton, CheckboxField, Text, type CheckboxFieldProps } from 'react-aria-components';
import styles from './toggle.module.css';

/** What a {@link Checkbox} takes. */
export interface CheckboxProps extends Omit<CheckboxFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** Keeps the label for screen readers only, as in a row that already names itself. */
  readonly isLabelHidden?: boolean;
  readonly description?: string;
}

/** A yes/no that is part of a form or of a selection; for a setting that acts at once use `Switch`. */
export function Checkbox({ label, isLabelHidden = false, description, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      {...rest}
      className={styles['field'] ?? ''}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      <CheckboxButton className={styles['button'] ?? ''}>
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className={styles['box']}>
              {isIndeterminate && <Minus size={12} strokeWidth={3} aria-hidden />}
              {!isIndeterminate && isSelected && <Check size={12} strokeWidth={3} aria-hidden />}
            </span>
            {!isLabelHidden && label}
          </>
        )}
      </CheckboxButton>
      {description !== undefined && (
        <Text slot="description" className={styles['help'] ?? ''}>
          {description}
        </Text>
      )}
    </CheckboxField>
  );
}
