import { useState } from 'react';
import type { JobRow } from '../../../shared/imports.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useApp, useAppStore } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { CandidatesDialog } from './candidates-dialog.tsx';
import { DecideAllDialog, type Sweep } from './decide-all-dialog.tsx';
import styles from './queue.module.css';

const undecidedAmong = (jobs: Iterable<JobRow>): readonly JobRow[] =>
  [...jobs].filter(({ state }) => state === 'needs-decision').toSorted((a, b) => a.position - b.position);

/** The imports that could not be confirmed, as one card: decided one by one, or all in one way after a question. */
export function DecisionCard() {
  const count = useApp((state) => state.queueSummary?.counts['needs-decision'] ?? 0);
  return count === 0 ? null : <Undecided count={count} />;
}

function Undecided({ count }: { readonly count: number }) {
  const text = useText().queue;
  const format = useFormat();
  const store = useAppStore();
  const [choosing, setChoosing] = useState<JobRow | null>(null);
  const [asked, setAsked] = useState<{ readonly sweep: Sweep; readonly bytes: number } | null>(null);
  const undecided = (): readonly JobRow[] => undecidedAmong(store.getState().jobs.byId.values());
  const ask = (sweep: Sweep): void =>
    setAsked({ sweep, bytes: undecided().reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) });
  const some = format.count(count);
  return (
    <div className={styles['decision']}>
      <Banner
        tone="warn"
        title={text.decisionTitle(some)}
        actions={
          <>
            <Button size="small" onPress={() => setChoosing(undecided()[0] ?? null)}>
              {text.decideEach(some)}
            </Button>
            <Button size="small" onPress={() => ask('skip')}>
              {text.sweeps.skip.label(some)}
            </Button>
            <Button size="small" onPress={() => ask('import-again')}>
              {text.sweeps['import-again'].label(some)}
            </Button>
          </>
        }
      >
        <p>{text.decisionExplanation}</p>
      </Banner>
      {choosing !== null && (
        <CandidatesDialog
          key={choosing.jobId}
          job={choosing}
          left={count}
          onDecide={() => setChoosing(undecided().find(({ jobId }) => jobId !== choosing.jobId) ?? null)}
          onClose={() => setChoosing(null)}
        />
      )}
      {asked !== null && <DecideAllDialog {...asked} count={count} onClose={() => setAsked(null)} />}
    </div>
  );
}
