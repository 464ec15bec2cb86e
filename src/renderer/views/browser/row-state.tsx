import type { BrowseRow, ImportBadge } from '../../../shared/browse.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { importedInWords } from './imported-in-words.ts';
import styles from './table.module.css';

const tones: Readonly<Record<ImportBadge, Tone>> = {
  none: 'neutral',
  queued: 'neutral',
  copying: 'info',
  imported: 'ok',
  changed: 'warn',
  failed: 'danger',
  decision: 'warn',
};

/** What stands in a row's way, and what became of its import. */
export function RowState({
  row,
  hidesReason = false,
}: {
  readonly row: BrowseRow;
  /** For places that say at length why the row cannot be picked. */
  readonly hidesReason?: boolean;
}) {
  const text = useText().browser;
  const format = useFormat();
  const imported = row.imported === null ? null : importedInWords(row.imported, text, format);
  if (imported !== null) {
    return (
      <span className={styles['imported']} title={imported.explanation}>
        {imported.words}
      </span>
    );
  }
  return (
    <>
      {row.notPickable !== null && !hidesReason && (
        <span title={text.notPickable[row.notPickable]}>
          <Badge tone="warn">{text.notPickableShort[row.notPickable]}</Badge>
        </span>
      )}
      {row.badge !== 'none' && <Badge tone={tones[row.badge]}>{text.badges[row.badge]}</Badge>}
    </>
  );
}
