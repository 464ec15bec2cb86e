import { Search, X } from 'lucide-react';
import {
  Button,
  Group,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components';
import type { Ref } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';
import search from './search-field.module.css';
import { useText } from '../text/text.ts';

/** What a {@link SearchField} takes. */
export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'children' | 'style'> {
  /** The accessible name; also the placeholder unless another is given. */
  readonly label: string;
  readonly placeholder?: string;
  /** The input, so that a shortcut can put the cursor into it. */
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A filter box: its label is for screen readers, Escape and the cross empty it. */
export function SearchField({ label, placeholder = label, inputRef, ...rest }: SearchFieldProps) {
  const text = useText().common;
  return (
    <AriaSearchField {...rest} aria-label={label} className={cx(styles['field'], search['field'])}>
      <Group className={styles['control'] ?? ''}>
        <Search size={14} aria-hidden className={styles['icon']} />
        <Input
          className={cx(styles['input'], search['input'])}
          placeholder={placeholder}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        <Button className={search['clear'] ?? ''} aria-label={text.clear}>
          <X size={13} aria-hidden />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
