import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';
import styles from './badge.module.css';

/** Meanings that a colour may carry; the words say the same, so colour is never alone. */
export type Tone = 'neutral' | 'info' | 'ok' | 'warn' | 'danger';

/** A state in one or two words. */
export function Badge({
  children,
  tone = 'neutral',
  icon: Icon,
}: {
  readonly children: string;
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
}) {
  return (
    <span className={cx(styles['badge'], styles[tone])}>
      {Icon !== undefined && <Icon size={12} strokeWidth={2.2} aria-hidden />}
      {children}
    </span>
  );
}

/** A state as a dot; its meaning must stand beside it in words, visible or for screen readers. */
export function Dot({ tone }: { readonly tone: Tone }) {
  return <span className={cx(styles['dot'], styles[`dot-${tone}`])} aria-hidden />;
}
