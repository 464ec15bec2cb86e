import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What an {@link EmptyState} takes. */
export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly description: string;
  /** The next step, so that emptiness is never a dead end. */
  readonly actions?: ReactNode;
}

/** What a region shows when it has nothing: why, and what to do next. */
export function EmptyState({ icon: Icon, title, description, actions }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <span className={styles['icon']}>
        <Icon size={22} strokeWidth={1.6} aria-hidden />
      </span>
      <p className={styles['title']}>{title}</p>
      <p className={styles['description']}>{description}</p>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
