import { cx } from './cx.ts';
import styles from './spinner.module.css';

/** Says that something is under way; with a label it is announced, without one it decorates a named control. */
export function Spinner({ label, size = 14 }: { readonly label?: string; readonly size?: number }) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'status', 'aria-label': label };
  return (
    <span className={cx(styles['spinner'])} {...named}>
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden>
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeOpacity="0.25" strokeWidth="2" />
        <path
          d="M14.25 8A6.25 6.25 0 0 0 8 1.75"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
    </span>
  );
}
