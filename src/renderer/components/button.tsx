import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { cx } from './cx.ts';
import { Spinner } from './spinner.tsx';

/** What a {@link Button} takes: React Aria's button, with a rank instead of a class. */
export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly children: string;
  /** One `primary` per view; `danger` only for what cannot be undone. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
  readonly size?: 'small' | 'medium';
}

/** A labelled command; while `isPending` it keeps its width and its focus, and shows a spinner in the icon's place. */
export function Button({
  children,
  variant = 'secondary',
  icon: Icon,
  size = 'medium',
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className={cx(styles['button'], styles[variant], styles[size])}>
      {({ isPending }) => (
        <>
          {isPending && (
            <span className={styles['pending']}>
              <Spinner />
            </span>
          )}
          <span className={cx(styles['content'], isPending && styles['hidden'])}>
            {Icon !== undefined && <Icon size={15} strokeWidth={2} aria-hidden />}
            {children}
          </span>
        </>
      )}
    </AriaButton>
  );
}
