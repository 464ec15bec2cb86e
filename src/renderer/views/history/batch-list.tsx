import { ListBox, ListBoxItem } from 'react-aria-components';
import type { HistoryBatch } from '../../../shared/history.ts';
import type { ConnectionId } from '../../../shared/session.ts';
import { Truncated } from '../../components/truncated.tsx';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import type { AccountLabel } from './account-labels.ts';
import { AccountName } from './account-name.tsx';
import styles from './history.module.css';

/** Stands for no batch in particular. */
const ALL = 'all';

/** The batches, the newest first; the chosen one narrows the list beside it. */
export function BatchList({
  batches,
  batchId,
  labels,
  onChoose,
}: {
  readonly batches: readonly HistoryBatch[];
  readonly batchId: string | null;
  /** What the accounts are called, where the batches are of more than one. */
  readonly labels: ReadonlyMap<ConnectionId, AccountLabel> | null;
  readonly onChoose: (batchId: string | null) => void;
}) {
  const text = useText().history;
  const format = useFormat();
  const total = batches.reduce((sum, batch) => sum + batch.total, 0);
  return (
    <ListBox
      aria-label={text.batches}
      className={styles['batches'] ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[batchId ?? ALL]}
      onSelectionChange={(keys) => {
        if (keys === 'all') return;
        const [key] = keys;
        onChoose(key === ALL || key === undefined ? null : String(key));
      }}
    >
      <ListBoxItem id={ALL} textValue={text.allBatches} className={styles['batch'] ?? ''}>
        <strong>{text.allBatches}</strong>
        <span className={styles['facts']}>{text.found(format.count(total))}</span>
      </ListBoxItem>
      {batches.map((batch) => {
        const when = format.dateTime(batch.createdAtMs);
        const label = labels?.get(batch.connectionId);
        const { total: all, done, failed } = batch;
        return (
          <ListBoxItem
            key={batch.batchId}
            id={batch.batchId}
            textValue={text.batchOf(when)}
            className={styles['batch'] ?? ''}
          >
            <strong title={format.exactDateTime(batch.createdAtMs)}>{when}</strong>
            {label !== undefined && <AccountName label={label} />}
            <span className={styles['facts']}>
              <Truncated
                text={`${displayKey(batch.locationName)} · ${batch.projectName ?? text.defaultProject}`}
              />
            </span>
            <span className={styles['facts']}>
              {text.batchFacts(format.count(all), format.count(done), format.count(failed))}
            </span>
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
