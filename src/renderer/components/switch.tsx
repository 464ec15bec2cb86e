import { SwitchButton, SwitchField, Text, type SwitchFieldProps } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './toggle.module.css';

/** What a {@link Switch} takes. */
export interface SwitchProps extends Omit<SwitchFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  readonly description?: string;
}

/** A setting that acts at once. */
export function Switch({ label, description, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className={cx(styles['field'], styles['wide'])}>
      <SwitchButton className={styles['button'] ?? ''}>
        <span className={styles['track']}>
          <span className={styles['thumb']} />
        </span>
        {label}
      </SwitchButton>
      {description !== undefined && (
        <Text slot="description" className={styles['help'] ?? ''}>
          {description}
        </Text>
      )}
    </SwitchField>
  );
}
