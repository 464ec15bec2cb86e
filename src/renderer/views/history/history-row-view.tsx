import { ExternalLink } from 'lucide-react';
import type { HistoryRow } from '../../../shared/history.ts';
import type { ConnectionId } from '../../../shared/session.ts';
import { Badge } from '../../components/badge.tsx';
import { cx } from '../../components/cx.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { jobTones } from '../queue/job-tones.ts';
import type { AccountLabel } from './account-labels.ts';
import { AccountName } from './account-name.tsx';
import styles from './history.module.css';

/** One import of the history; empty while it is on its way. */
export function HistoryRowView({
  index,
  topPx,
  row,
  labels,
}: {
  readonly index: number;
  readonly topPx: number;
  readonly row: HistoryRow | undefined;
  /** What the accounts are called, or null where it goes without saying whose it is. */
  readonly labels: ReadonlyMap<ConnectionId, AccountLabel> | null;
}) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx(styles['row'], labels !== null && styles['accounts'])}
      style={{ position: 'absolute', transform: `translateY(${topPx}px)` }}
    >
      {row !== undefined && <Cells row={row} account={labels?.get(row.connectionId)} />}
    </div>
  );
}

function Cells({ row, account }: { readonly row: HistoryRow; readonly account: AccountLabel | undefined }) {
  const { history: text, queue } = useText();
  const format = useFormat();
  const report = useReport();
  const openPage = useApp((state) => state.openPage);
  const { videoId, state, environmentId } = row;
  const name = displayKey(row.name);
  return (
    <>
      <span role="cell" className={styles['video']}>
        <Truncated text={name} at="middle" />
        <span className={styles['facts']} title={`${displayKey(row.locationName)} · ${row.bucket}`}>
          <Truncated text={displayKey(row.objectKey)} at="middle" />
        </span>
      </span>
      {account !== undefined && (
        <span role="cell" className={styles['video']}>
          <AccountName label={account} />
        </span>
      )}
      <span role="cell">
        <Badge tone={jobTones[state]}>{queue.states[state] ?? state}</Badge>
      </span>
      <span role="cell" className={styles['when']} title={format.exactDateTime(row.queuedAtMs)}>
        {format.dateTime(row.queuedAtMs)}
      </span>
      <span role="cell" className={styles['number']}>
        {format.bytes(row.sizeBytes)}
      </span>
      <span role="cell">
        {videoId !== null && state !== 'abandoned' && (
          <IconButton
            icon={ExternalLink}
            size="small"
            label={text.openInPixop(name)}
            onPress={() => void openPage({ page: 'video', videoId, environmentId }).then(report)}
          />
        )}
      </span>
    </>
  );
}
