import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Candidate, Decision, JobRow } from '../../../shared/imports.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { useReport } from '../frame/use-report.ts';
import styles from './queue.module.css';

/** Settles one unconfirmed import: the Pixop videos that it may have become, import again, or skip. */
export function CandidatesDialog({
  job,
  left = 1,
  onDecide,
  onClose,
}: {
  readonly job: JobRow;
  /** Imports that are to be decided, this one included. Default 1. */
  readonly left?: number;
  /** What follows a decision; by default the dialog closes. */
  readonly onDecide?: () => void;
  readonly onClose: () => void;
}) {
  const texts = useText();
  const text = texts.queue;
  const format = useFormat();
  const report = useReport();
  const candidatesOf = useApp((state) => state.candidatesOf);
  const decideJobs = useApp((state) => state.decideJobs);
  const [answer, setAnswer] = useState<readonly Candidate[] | AppError | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void candidatesOf(job.jobId).then((found) => {
      if (isCurrent) setAnswer(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [candidatesOf, job.jobId]);
  const decide = (decision: Decision): void => {
    void decideJobs({ jobIds: [job.jobId] }, decision).then(report);
    (onDecide ?? onClose)();
  };
  const error = answer !== null && 'code' in answer ? answer : null;
  const candidates = answer === null || 'code' in answer ? [] : answer;
  const hasSome = candidates.length > 0;

  return (
    <Dialog
      title={text.chooseTitle(displayKey(job.name))}
      isOpen
      onClose={onClose}
      footer={
        <>
          <span className={styles['left']}>{left > 1 && text.leftToDecide(format.count(left))}</span>
          <Button onPress={() => decide({ kind: 'skip' })}>{text.skip}</Button>
          <Button onPress={() => decide({ kind: 'import-again' })}>
            {hasSome ? text.noneOfThese : text.importAgain}
          </Button>
        </>
      }
    >
      <p className={styles['object']}>
        <Truncated text={displayKey(job.objectKey)} />
        <span className={styles['size']}>{format.bytes(job.sizeBytes)}</span>
      </p>
      <p className={styles['explanation']}>
        {answer === null || hasSome ? text.chooseExplanation : error === null ? text.chooseNone : ''}
      </p>
      {answer === null && <Spinner label={texts.common.loading} />}
      {error !== null && <ErrorNotice error={error} />}
      <ul className={styles['candidates']}>
        {candidates.map((candidate) => (
          <CandidateLine
            key={candidate.videoId}
            candidate={candidate}
            onChoose={() => decide({ kind: 'choose', videoId: candidate.videoId })}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function CandidateLine({
  candidate,
  onChoose,
}: {
  readonly candidate: Candidate;
  readonly onChoose: () => void;
}) {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const openPage = useApp((state) => state.openPage);
  const environmentId = useApp((state) => state.session?.environment.environmentId);
  const { videoId, name, createdAtMs, sizeBytes, likely } = candidate;
  const facts = [
    text.created(format.dateTime(createdAtMs)),
    ...(sizeBytes === null ? [] : [format.bytes(sizeBytes)]),
  ];
  return (
    <li className={styles['candidate']}>
      <span className={styles['name']}>
        <Truncated text={displayKey(name)} />
        <span className={styles['size']}>{facts.join(' · ')}</span>
      </span>
      {likely && <Badge tone="ok">{text.likely}</Badge>}
      {environmentId !== undefined && (
        <IconButton
          icon={ExternalLink}
          label={text.actions['open'] ?? ''}
          onPress={() => void openPage({ page: 'video', videoId, environmentId }).then(report)}
        />
      )}
      <Button size="small" variant={likely ? 'primary' : 'secondary'} onPress={onChoose}>
        {text.chooseThis}
      </Button>
    </li>
  );
}
