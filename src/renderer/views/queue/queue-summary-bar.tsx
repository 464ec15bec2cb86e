import { Hourglass, Pause, Play, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { QueueSummary } from '../../../shared/imports.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { closingWords } from './closing-words.ts';
import { PauseCard } from './pause-card.tsx';
import { QueueMenu } from './queue-menu.tsx';
import { hasEnded, isResumedFirst, isScarce, limitWait, overviewOf, summaryFacts } from './summary-facts.ts';
import styles from './summary.module.css';
import { useTimeLeft } from './use-time-left.ts';

/** How the whole queue is going, whether the window may be closed, and why nothing is sent when it is not. */
export function QueueSummaryBar() {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const pauseQueue = useApp((state) => state.pauseQueue);
  const resumeQueue = useApp((state) => state.resumeQueue);
  const summary = useApp((state) => state.queueSummary);
  if (summary === null) return null;
  const share = summary.totalBytes > 0 ? Math.min(100, (summary.copiedBytes / summary.totalBytes) * 100) : 0;
  const { paused, rate } = summary;
  const isWaiting = limitWait(summary) !== null;
  const closing = closingWords(summary, text, format);
  const Closing = closing.isCalm ? ShieldCheck : TriangleAlert;
  return (
    <div className={styles['summary']}>
      <div className={styles['headline']}>
        <h2 className={styles['title']}>{overviewOf(summary, text, format)}</h2>
        <span className={styles['headline-actions']}>
          {paused === null ? (
            <Button size="small" icon={Pause} onPress={() => void pauseQueue().then(report)}>
              {text.pause}
            </Button>
          ) : (
            <Button
              size="small"
              variant={isResumedFirst(paused.reason) ? 'primary' : 'secondary'}
              icon={Play}
              onPress={() => void resumeQueue().then(report)}
            >
              {text.resume}
            </Button>
          )}
          <QueueMenu />
        </span>
      </div>
      <ProgressBar
        label={text.overviewLabel}
        percent={share}
        size="thick"
        tone={hasEnded(summary) ? 'ok' : 'accent'}
      />
      <p className={styles['facts']}>{summaryFacts(summary, text, format).join(' · ')}</p>
      <LimitWait summary={summary} />
      {paused !== null && <PauseCard paused={paused} />}
      {summary.offline && <Banner tone="info" title={text.offline} />}
      <p className={styles['safety']} data-calm={closing.isCalm} role="status">
        <Closing size={14} aria-hidden />
        {closing.words}
      </p>
      {rate !== null && !isWaiting && isScarce(rate) && (
        <p className={styles['rate']} title={text.rateLabel}>
          {text.rate(format.count(rate.remaining), format.count(rate.limit))}
        </p>
      )}
    </div>
  );
}

/** Says that sending waits for Pixop's limit, and for how long. */
function LimitWait({ summary }: { readonly summary: QueueSummary }) {
  const text = useText().queue;
  const format = useFormat();
  const leftMs = useTimeLeft(
    limitWait(summary),
    useApp((state) => state.summaryAtMs),
  );
  if (leftMs === null) return null;
  return (
    <p className={styles['limit']}>
      <Hourglass size={14} aria-hidden />
      {text.limitWait(format.duration(leftMs))}
    </p>
  );
}
