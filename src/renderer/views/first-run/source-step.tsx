import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { Button } from '../../components/button.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { hasTeamInReach, selectedSource } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { useReport } from '../frame/use-report.ts';
import { ChooseSource } from './choose-source.tsx';
import { ConnectedAs } from './connected-as.tsx';
import { CreateSource } from './create-source.tsx';
import styles from './first-run.module.css';
import { SourceCredentials } from './source-credentials.tsx';
import { StepHeading } from './step-heading.tsx';

/** What is shown while a stored key has not been checked yet. */
const NOT_ASKED: AppError = {
  code: 'offline',
  message: 'Pixop has not been reached yet.',
  detail: { source: 'pixop' },
};

type Page = 'choose' | 'create' | 'credentials';

/** Second step: an input location, and credentials to browse its bucket. */
export function SourceStep({ onOtherKey }: { readonly onOtherKey: () => void }) {
  const text = useText();
  const sources = useApp((state) => state.sources);
  const sourcesError = useApp((state) => state.sourcesError);
  const loadSources = useApp((state) => state.loadSources);
  const changeSettings = useApp((state) => state.changeSettings);
  const checkSession = useApp((state) => state.checkSession);
  const sessionError = useApp((state) => state.session?.error ?? null);
  const isInReach = useApp(hasTeamInReach);
  const selected = useApp(selectedSource);
  const report = useReport();
  const [page, setPage] = useState<Page>('choose');
  const finish = (): void => void changeSettings({ firstRunDone: true }).then(report);
  const goOn = (isReady: boolean): void => (isReady ? finish() : setPage('credentials'));

  return (
    <section className={styles['step']} aria-label={text.firstRun.sourceTitle}>
      <StepHeading key={page}>{text.firstRun.sourceTitle}</StepHeading>
      <ConnectedAs onOtherKey={onOtherKey} />
      {!isInReach ? (
        <>
          <ErrorNotice
            error={sessionError ?? NOT_ASKED}
            onRetry={() => void checkSession().then(report)}
            onEditKey={onOtherKey}
          />
          <footer className={styles['foot']}>
            <span className={styles['gap']} />
            <Button onPress={onOtherKey}>{text.firstRun.otherKey}</Button>
            <Button onPress={finish}>{text.firstRun.later}</Button>
          </footer>
        </>
      ) : sourcesError !== null ? (
        <ErrorNotice error={sourcesError} onRetry={() => void loadSources()} />
      ) : sources === null ? (
        <div className={styles['waiting']}>
          <Spinner label={text.common.loading} size={18} />
        </div>
      ) : page === 'credentials' && selected !== null ? (
        <SourceCredentials source={selected} onBack={() => setPage('choose')} onFinish={finish} />
      ) : page === 'create' || sources.length === 0 ? (
        <CreateSource
          onBack={sources.length === 0 ? null : () => setPage('choose')}
          onCreated={({ access }) => goOn(access === 'ready')}
          onLater={finish}
        />
      ) : (
        <ChooseSource
          sources={sources}
          onCreate={() => setPage('create')}
          onChosen={({ access }) => goOn(access === 'ready')}
          onLater={finish}
        />
      )}
    </section>
  );
}
