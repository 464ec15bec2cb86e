import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../shared/result.ts';
import type { CredentialsTest, Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './form.module.css';
import { TestResults } from './test-results.tsx';

/** Tests the stored credentials of a source and shows what each permission answered. */
export function TestDialog({ source }: { readonly source: Source }) {
  const text = useText();
  const closeOverlay = useApp((state) => state.closeOverlay);
  const openOverlay = useApp((state) => state.openOverlay);
  const testCredentials = useApp((state) => state.testCredentials);
  const { locationId } = source;
  const [answer, setAnswer] = useState<Result<CredentialsTest> | null>(null);
  const run = useCallback(async () => {
    setAnswer(null);
    setAnswer(await testCredentials(locationId));
  }, [testCredentials, locationId]);
  useEffect(() => void run(), [run]);

  const profile = source.credentials?.kind === 'profile' ? source.credentials.label : null;
  const edit = (): void => openOverlay({ kind: 'credentials', locationId });
  return (
    <Dialog
      title={text.sources.testTitle(source.name)}
      isOpen
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={edit}>{text.sources.replaceCredentials}</Button>
          <Button isPending={answer === null} onPress={() => void run()}>
            {text.sources.testAgain}
          </Button>
          <Button variant="primary" onPress={closeOverlay}>
            {text.common.done}
          </Button>
        </>
      }
    >
      {answer === null ? (
        <p className={styles['pending']}>
          <Spinner label={text.sources.testing} /> {text.sources.testing}
        </p>
      ) : answer.ok ? (
        <TestResults
          test={answer.value}
          bucket={source.bucket}
          profile={profile}
          onRetry={() => void run()}
        />
      ) : (
        <ErrorNotice error={answer.error} onRetry={() => void run()} onEditCredentials={edit} />
      )}
    </Dialog>
  );
}
