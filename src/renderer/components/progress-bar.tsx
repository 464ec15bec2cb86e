import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './progress-bar.module.css';

/** What a {@link ProgressBar} takes. */
export interface ProgressBarProps {
  /** The accessible name, such as "Copied". */
  readonly label: string;
  /** 0 to 100; null while the share is unknown. */
  readonly percent: number | null;
  /** The value in words, shown to screen readers instead of a bare percentage. */
  readonly valueLabel?: string;
  readonly tone?: 'accent' | 'ok' | 'warn' | 'danger';
  /** Thin for rows, thick for summaries. */
  readonly size?: 'thin' | 'thick';
}

/** How far something is; the words beside it are the caller's. */
export function ProgressBar({
  label,
  percent,
  valueLabel,
  tone = 'accent',
  size = 'thin',
}: ProgressBarProps) {
  return (
    <AriaProgressBar
      aria-label={label}
      value={percent ?? 0}
      isIndeterminate={percent === null}
      {...(valueLabel === undefined ? {} : { valueLabel })}
      className={cx(styles['bar'], styles[size], styles[tone])}
    >
      <span
        className={cx(styles['fill'], percent === null && styles['unknown'])}
        style={percent === null ? {} : { transform: `scaleX(${percent / 100})` }}
      />
    </AriaProgressBar>
  );
}
