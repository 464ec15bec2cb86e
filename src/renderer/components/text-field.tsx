import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import {
  FieldError,
  Group,
  Input,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { useText } from '../text/text.ts';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { IconButton } from './icon-button.tsx';

/** What a {@link TextField} takes. */
export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'children' | 'style' | 'isInvalid'
> {
  readonly label: string;
  readonly description?: string;
  /** Shown below instead of the description, and marks the field as invalid. */
  readonly error?: string | null;
  readonly placeholder?: string;
  /** For keys and identifiers: figures of one width, no ligatures. */
  readonly isMono?: boolean;
  /** Hides what is typed, with a button that shows it: only ever what this person typed here, never a stored secret. */
  readonly isSecret?: boolean;
}

/** One line of text with its label, help and error. */
export function TextField(props: TextFieldProps) {
  const { label, description, error = null, placeholder, isMono, isSecret = false, ...rest } = props;
  const [isRevealed, setRevealed] = useState(false);
  const text = useText().common;
  return (
    <AriaTextField
      {...rest}
      {...(isSecret
        ? { type: isRevealed ? 'text' : 'password', autoComplete: 'off', spellCheck: 'false' }
        : {})}
      isInvalid={error !== null}
      className={styles['field'] ?? ''}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Group className={styles['control'] ?? ''}>
        <Input
          className={cx(styles['input'], isMono === true && styles['mono'])}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        {isSecret && (
          <span className={styles['adornment']}>
            <IconButton
              size="small"
              icon={isRevealed ? EyeOff : Eye}
              label={isRevealed ? text.hideTyped : text.showTyped}
              onPress={() => setRevealed(!isRevealed)}
            />
          </span>
        )}
      </Group>
      {error === null && description !== undefined && (
        <Text slot="description" className={styles['help'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
