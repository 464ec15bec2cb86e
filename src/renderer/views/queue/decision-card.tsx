import { useState } from 'react';
import type { JobRow, JobTarget } from '../../../shared/imports.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { CandidatesDialog } from './candidates-dialog.tsx';
import styles from './queue.module.css';

const allUndecided: JobTarget = { states: ['needs-decision'], batchId: null, errorCode: null };

function firstUndecided(jobs: Iterable<JobRow>): JobRow | undefined {
  for (const job of jobs) if (job.state === 'needs-decision') return job;
  return undefined;
}

/** The imports that could not be confirmed, as one card: import again, skip, or choose the video of each. */
export function DecisionCard() {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const count = useApp((state) => state.queueSummary?.counts['needs-decision'] ?? 0);
  const decideJobs = useApp((state) => state.decideJobs);
  const [isChoosing, setChoosing] = useState(false);
  const next = useApp((state) => (isChoosing ? firstUndecided(state.jobs.byId.values()) : undefined));
  if (count === 0) return null;
  return (
    <div className={styles['decision']}>
      <Banner
        tone="warn"
        title={text.decisionTitle(format.count(count))}
        actions={
          <>
            <Button size="small" onPress={() => setChoosing(true)}>
              {text.chooseVideo}
            </Button>
            <Button size="small" onPress={() => void decideJobs(allUndecided, { kind: 'skip' }).then(report)}>
              {text.skip}
            </Button>
            <Button
              size="small"
              onPress={() => void decideJobs(allUndecided, { kind: 'import-again' }).then(report)}
            >
              {text.importAgain}
            </Button>
          </>
        }
      >
        <p>{text.decisionExplanation}</p>
      </Banner>
      {next !== undefined && (
        <CandidatesDialog key={next.jobId} job={next} onClose={() => setChoosing(false)} />
      )}
    </div>
  );
}
