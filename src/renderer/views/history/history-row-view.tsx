import { ExternalLink } from 'lucide-react';
import type { HistoryRow } from '../../../shared/history.ts';
import { Badge } from '../../components/badge.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { jobTones } from '../queue/job-tones.ts';
import styles from './history.module.css';

/** One import of the history; empty while it is on its way. */
export function HistoryRowView({
  index,
  topPx,
  row,
}: {
  readonly index: number;
  readonly topPx: number;
  readonly row: HistoryRow | undefined;
}) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles['row']}
      style={{ position: 'absolute', transform: `translateY(${topPx}px)` }}
    >
      {row !== undefined && <Cells row={row} />}
    </div>
  );
}

function Cells({ row }: { readonly row: HistoryRow }) {
  const { history: text, queue } = useText();
  const format = useFormat();
  const report = useReport();
  const openPage = useApp((state) => state.openPage);
  const { videoId, state } = row;
  const name = displayKey(row.name);
  return (
    <>
      <span role="cell" className={styles['video']}>
        <Truncated text={name} at="middle" />
        <span className={styles['facts']} title={`${displayKey(row.locationName)} · ${row.bucket}`}>
          <Truncated text={displayKey(row.objectKey)} at="middle" />
        </span>
      </span>
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
            onPress={() => void openPage({ page: 'video', videoId }).then(report)}
          />
        )}
      </span>
    </>
  );
}
