import { cx } from './cx.ts';
import { splitForMiddle } from './split-for-middle.ts';
import { splitPath } from './split-path.ts';
import styles from './truncated.module.css';

/** What {@link Truncated} takes. */
export interface TruncatedProps {
  /** Text as it is to be seen; object keys go through `displayKey` first. */
  readonly text: string;
  /** `middle` keeps the end (file names that differ only there), `path` the name before its folders; `end` is the default. */
  readonly at?: 'end' | 'middle' | 'path';
  readonly isMono?: boolean;
  /** For narrow places: of a name that is cut in the middle less of the end is kept. */
  readonly isNarrow?: boolean;
}

/**
 * One line that may be cut off by an ellipsis, isolated from the direction of its neighbours. The whole text is
 * shown by the app's one `TruncationTooltip`, so that a list of thousands needs no tooltip of its own per row.
 */
export function Truncated({ text, at = 'end', isMono = false, isNarrow = false }: TruncatedProps) {
  const path = at === 'path' ? splitPath(text) : null;
  const name = path?.name ?? text;
  const parts = at === 'end' ? null : splitForMiddle(name, isNarrow ? 'short' : 'long');
  return (
    <bdi data-truncated={text} className={cx(styles['line'], isMono && styles['mono'])}>
      {path !== null && (
        <>
          <span className={styles['folder']}>{path.folder}</span>
          <span className={styles['slash']}>/</span>
        </>
      )}
      {parts === null ? (
        <span className={styles['cut']}>{name}</span>
      ) : (
        <>
          <span className={styles['head']}>{parts.head}</span>
          <span className={styles['tail']}>{parts.tail}</span>
        </>
      )}
    </bdi>
  );
}
