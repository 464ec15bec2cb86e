import { memo } from 'react';
import type { JobRow } from '../../../shared/imports.ts';
import { Badge } from '../../components/badge.tsx';
import { cx } from '../../components/cx.ts';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { useApp } from '../../store/store.ts';
import { describeJobError } from '../../text/describe-error.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { jobTones } from './job-tones.ts';
import styles from './queue.module.css';

/** What a {@link JobRowView} takes. */
export interface JobRowViewProps {
  readonly jobId: string;
  /** Distance from the top of its group, CSS pixels. */
  readonly top: number;
  /** Its place in its group, from 1, and how many stand there. */
  readonly ordinal: number;
  readonly total: number;
  /** Its line among all of a grouped list, from 1; null where the list is not grouped. */
  readonly line: number | null;
  readonly isSelected: boolean;
  readonly isActive: boolean;
}

/** One import. It listens to its own row only, so that a change of one renders one. */
export const JobRowView = memo(function JobRowView(props: JobRowViewProps) {
  const job = useApp((state) => state.jobs.byId.get(props.jobId));
  const project = useApp((state) =>
    job === undefined ? null : (state.batches.get(job.batchId)?.settings.projectName ?? null),
  );
  const text = useText().queue;
  const format = useFormat();
  if (job === undefined) return null;
  const { line } = props;
  const cell = line === null ? {} : { role: 'gridcell' };
  return (
    <div
      id={`job-${job.jobId}`}
      data-line={job.jobId}
      {...(line === null ? { role: 'option' } : { role: 'row', 'aria-level': 2, 'aria-rowindex': line })}
      aria-selected={props.isSelected}
      aria-posinset={props.ordinal}
      aria-setsize={props.total}
      className={cx(
        styles['row'],
        props.isSelected && styles['selected'],
        props.isActive && styles['active'],
      )}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div className={styles['line']} {...cell}>
        <span className={styles['name']}>
          <Truncated text={displayKey(job.name)} at="middle" />
        </span>
        <Badge tone={jobTones[job.state]}>{text.states[job.state] ?? job.state}</Badge>
      </div>
      <div className={styles['line']} {...cell}>
        <span className={styles['detail']}>
          <Detail job={job} />
        </span>
        <span className={styles['size']}>
          {format.bytes(job.sizeBytes)}
          {project !== null && <span className={styles['project']}> · {project}</span>}
        </span>
      </div>
    </div>
  );
});

/** The second line: how far it is, or why it is not. */
function Detail({ job }: { readonly job: JobRow }) {
  const texts = useText();
  const text = texts.queue;
  const format = useFormat();
  if (job.error !== null && (job.state === 'failed' || job.state === 'rejected')) {
    const { title, explanation, verbatim } = describeJobError(job.error, texts, format);
    return (
      <span className={styles['error']}>
        <Truncated text={[`${title}:`, explanation, ...verbatim].join(' ')} />
      </span>
    );
  }
  if (job.state === 'accepted' || job.state === 'copying' || job.state === 'ingesting') {
    // One after the other: a bar that is full of one while the other begins looks done.
    const [what, percent] =
      job.copyPercent < 100 ? [text.copied, job.copyPercent] : [text.ingested, job.ingestPercent];
    return (
      <span className={styles['progress']}>
        <ProgressBar label={what} percent={percent} />
        <span className={styles['percents']}>
          <Truncated text={text.percentOf(what, format.percent(percent))} />
        </span>
      </span>
    );
  }
  return (
    <span className={styles['key']}>
      <Truncated text={displayKey(job.objectKey)} at="path" />
    </span>
  );
}
