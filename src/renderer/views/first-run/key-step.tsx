import { Banner } from '../../components/banner.tsx';
import { RadioGroup } from '../../components/radio-group.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { useReport } from '../frame/use-report.ts';
import { KeyForm } from '../settings/key-form.tsx';
import styles from './first-run.module.css';

/** First step: which Pixop, and the key. */
export function KeyStep({ onSaved }: { readonly onSaved: () => void }) {
  const text = useText();
  const session = useApp((state) => state.session);
  const selectEnvironment = useApp((state) => state.selectEnvironment);
  const saveKey = useApp((state) => state.saveKey);
  const report = useReport();
  if (session === null) return null;
  const { environments, environment, secretStore } = session;
  return (
    <section className={styles['step']} aria-labelledby="first-run-key">
      <h2 id="first-run-key" className={styles['title']}>
        {text.firstRun.keyTitle}
      </h2>
      <p className={styles['intro']}>{text.firstRun.keyIntro}</p>
      {secretStore.kind === 'memory' && (
        <Banner tone="warn" title={text.frame.memoryTitle}>
          <p>{text.frame.memory(secretStore.reason)}</p>
        </Banner>
      )}
      {session.error !== null && <ErrorNotice error={session.error} />}
      {environments.length > 1 && (
        <RadioGroup
          label={text.settings.environment}
          orientation="horizontal"
          value={environment.environmentId}
          options={environments.map(({ environmentId, label }) => ({ id: environmentId, label }))}
          onChange={(environmentId) => void selectEnvironment(environmentId).then(report)}
        />
      )}
      <KeyForm
        key={environment.environmentId}
        submitLabel={text.firstRun.connect}
        save={saveKey}
        onSaved={onSaved}
      />
    </section>
  );
}
