import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

/** What an {@link IconButton} takes. */
export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'children' | 'style' | 'aria-label'
> {
  readonly icon: LucideIcon;
  /** The button's name for everybody: its accessible name and its tooltip. */
  readonly label: string;
  /** Keys shown in the tooltip, as {@link Keys} takes them. */
  readonly shortcut?: string;
  readonly size?: 'small' | 'medium';
  readonly isActive?: boolean;
}

/** A command shown as an icon only; it always has a name and a tooltip. */
export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = 'medium',
  isActive,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={cx(styles['button'], styles[size], isActive === true && styles['active'])}
      >
        <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.9} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
