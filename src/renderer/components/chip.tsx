import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';
import { Truncated } from './truncated.tsx';

/** The list of {@link Chip}s: what narrows the list below, so that nobody wonders where rows went. */
export function Chips({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className={styles['chips']} aria-label={label}>
      {children}
    </ul>
  );
}

/** One filter in words, with a cross to take it away. */
export function Chip({
  label,
  removeLabel,
  onRemove,
}: {
  readonly label: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
}) {
  return (
    <li className={styles['chip']}>
      <Truncated text={label} />
      <button type="button" className={styles['remove']} aria-label={removeLabel} onClick={onRemove}>
        <X size={12} aria-hidden />
      </button>
    </li>
  );
}
