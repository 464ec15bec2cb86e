import { cx } from './cx.ts';
import { splitForMiddle } from './split-for-middle.ts';
import styles from './truncated.module.css';

/** What {@link Truncated} takes. */
export interface TruncatedProps {
  /** Text as it is to be seen; object keys go through `displayKey` first. */
  readonly text: string;
  /** `middle` keeps the end (file names that differ only there); `end` is the default. */
  readonly at?: 'end' | 'middle';
  readonly isMono?: boolean;
}

/**
 * One line that may be cut off by an ellipsis, isolated from the direction of its neighbours. The whole text is
 * shown by the app's one `TruncationTooltip`, so that a list of thousands needs no tooltip of its own per row.
 */
export function Truncated({ text, at = 'end', isMono = false }: TruncatedProps) {
  const parts = at === 'middle' ? splitForMiddle(text) : null;
  return (
    <bdi data-truncated={text} className={cx(styles['line'], isMono && styles['mono'])}>
      {parts === null ? (
        <span className={styles['cut']}>{text}</span>
      ) : (
        <>
          <span className={styles['cut']}>{parts.head}</span>
          <span className={styles['kept']}>{parts.tail}</span>
        </>
      )}
    </bdi>
  );
}
