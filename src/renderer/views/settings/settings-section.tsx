import type { ReactNode } from 'react';
import styles from './settings-dialog.module.css';

/** A titled group of settings. */
export function SettingsSection({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles['section']}>
      <h3 className={styles['title']}>{title}</h3>
      <div className={styles['content']}>{children}</div>
    </section>
  );
}
