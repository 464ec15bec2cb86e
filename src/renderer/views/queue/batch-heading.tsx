import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { memo } from 'react';
import { Badge } from '../../components/badge.tsx';
import { cx } from '../../components/cx.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useBatchWords } from './batch-words.ts';
import { headingId } from './group-layout.ts';
import styles from './queue.module.css';

/** What a {@link BatchHeading} takes. */
export interface BatchHeadingProps {
  readonly batchId: string;
  readonly isCollapsed: boolean;
  readonly isActive: boolean;
  readonly ordinal: number;
  readonly total: number;
  /** Its line among all of the list, from 1. */
  readonly line: number;
  /** Opens the menu of a line below its button. */
  readonly onMenu: (line: string, button: Element) => void;
}

/** The heading of a batch: when, from where to where, and how far. It stays in sight while its imports are. */
export const BatchHeading = memo(function BatchHeading(props: BatchHeadingProps) {
  const { batchId, isCollapsed, isActive } = props;
  const text = useText().queue;
  const format = useFormat();
  const batch = useApp((state) => state.batches.get(batchId));
  const tally = useApp((state) => state.batchTallies.get(batchId));
  const { when, name, places } = useBatchWords()(batch);
  const { done = 0, failed = 0, rejected = 0 } = tally?.counts ?? {};
  const wrong = failed + rejected;
  const Chevron = isCollapsed ? ChevronRight : ChevronDown;
  return (
    <div
      id={`batch-${batchId}`}
      role="row"
      aria-level={1}
      aria-expanded={!isCollapsed}
      aria-posinset={props.ordinal}
      aria-setsize={props.total}
      aria-rowindex={props.line}
      data-line={headingId(batchId)}
      className={cx(styles['batch'], isActive && styles['active'])}
    >
      <Chevron size={14} className={styles['chevron']} aria-hidden />
      <span role="gridcell" className={styles['batch-words']}>
        <span className={styles['batch-line']}>
          <strong className={styles['batch-name']}>
            <Truncated text={when} />
          </strong>
          {wrong > 0 && <Badge tone="danger">{text.failedInBatch(format.count(wrong))}</Badge>}
          <span className={styles['size']}>
            {text.overview(format.count(done), format.count(tally?.total ?? 0))}
          </span>
        </span>
        <span className={cx(styles['batch-line'], styles['size'])}>
          <span className={styles['batch-name']}>
            <Truncated text={places} />
          </span>
          {format.bytes(tally?.bytes ?? 0)}
        </span>
      </span>
      <span role="gridcell">
        <IconButton
          icon={Ellipsis}
          size="small"
          label={text.moreActions(name)}
          // The keyboard has the menu key on the list itself, which keeps the focus.
          excludeFromTabOrder
          preventFocusOnPress
          onPress={({ target }) => props.onMenu(headingId(batchId), target)}
        />
      </span>
    </div>
  );
});
