import { useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Candidate, Decision, JobRow } from '../../../shared/imports.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
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
export function CandidatesDialog({ job, onClose }: { readonly job: JobRow; readonly onClose: () => void }) {
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
    onClose();
  };

  return (
    <Dialog
      title={text.chooseTitle(displayKey(job.name))}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => decide({ kind: 'skip' })}>{text.skip}</Button>
          <Button onPress={() => decide({ kind: 'import-again' })}>{text.importAgain}</Button>
        </>
      }
    >
      <p className={styles['explanation']}>{text.decisionExplanation}</p>
      {answer === null && <Spinner label={texts.common.loading} />}
      {answer !== null && 'code' in answer && <ErrorNotice error={answer} />}
      {answer !== null && !('code' in answer) && answer.length === 0 && <p>{text.chooseNone}</p>}
      {answer !== null && !('code' in answer) && (
        <ul className={styles['candidates']}>
          {answer.map((candidate) => (
            <li key={candidate.videoId} className={styles['candidate']}>
              <span className={styles['name']}>
                <Truncated text={displayKey(candidate.name)} />
                <span className={styles['size']}>{text.created(format.dateTime(candidate.createdAtMs))}</span>
              </span>
              {candidate.likely && <Badge tone="ok">{text.likely}</Badge>}
              <Button size="small" onPress={() => decide({ kind: 'choose', videoId: candidate.videoId })}>
                {text.chooseThis}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
