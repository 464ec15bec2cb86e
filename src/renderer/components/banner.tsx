import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import styles from './banner.module.css';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';

const icons = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert } as const;

/** What a {@link Banner} takes. */
export interface BannerProps {
  readonly tone: 'info' | 'ok' | 'warn' | 'danger';
  readonly title: string;
  readonly children?: ReactNode;
  /** One or two small buttons: the next step. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  /** `bar` runs along the window's edge, `box` stands within a form. */
  readonly shape?: 'bar' | 'box';
}

/** A message that stays until its cause is gone, with the next step on it; `danger` interrupts a screen reader. */
export function Banner({ tone, title, children, actions, onDismiss, shape = 'box' }: BannerProps) {
  const text = useText().common;
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cx(styles['banner'], styles[tone], styles[shape])}
    >
      <Icon size={16} className={styles['icon']} aria-hidden />
      <div className={styles['words']}>
        <strong className={styles['title']}>{title}</strong>
        {children !== undefined && <div className={styles['explanation']}>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      {onDismiss !== undefined && (
        <IconButton size="small" icon={X} label={text.dismiss} onPress={onDismiss} />
      )}
    </div>
  );
}
