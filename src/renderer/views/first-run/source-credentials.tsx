import { Form } from 'react-aria-components';
import type { Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { useFocusOnProblem } from '../../components/use-focus-on-problem.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { CredentialsFields } from '../sources/credentials-fields.tsx';
import { PolicyBox, TestResults } from '../sources/test-results.tsx';
import { useCredentialsForm } from '../sources/use-credentials-form.ts';
import styles from './first-run.module.css';
import { Disclosure } from '../../components/disclosure.tsx';

/** Takes and tests the credentials with which this computer looks into the chosen bucket. */
export function SourceCredentials({
  source,
  onBack,
  onFinish,
}: {
  readonly source: Source;
  readonly onBack: () => void;
  readonly onFinish: () => void;
}) {
  const text = useText();
  const form = useCredentialsForm(source);
  const formRef = useFocusOnProblem(form.refusals);
  const isDone = form.test?.ok === true;
  return (
    <Form
      ref={formRef}
      className={styles['step'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <p className={styles['intro']}>{text.sources.credentialsIntro(source.bucket)}</p>
      {!isDone && (
        <CredentialsFields
          draft={form.draft}
          problems={form.problems}
          profiles={form.profiles}
          onChange={form.change}
        />
      )}
      {form.test === null ? (
        <Disclosure title={text.sources.policy}>
          <PolicyBox bucket={source.bucket} />
        </Disclosure>
      ) : (
        <TestResults
          test={form.test}
          bucket={source.bucket}
          profile={form.draft.kind === 'profile' ? form.draft.profile : null}
          onRetry={() => void form.submit()}
        />
      )}
      {form.error !== null && <ErrorNotice error={form.error} onRetry={() => void form.submit()} />}
      <footer className={styles['foot']}>
        <Button variant="quiet" onPress={onBack}>
          {text.firstRun.back}
        </Button>
        <span className={styles['gap']} />
        {isDone ? (
          <Button variant="primary" autoFocus onPress={onFinish}>
            {text.firstRun.finish}
          </Button>
        ) : (
          <>
            <Button onPress={onFinish}>{text.firstRun.later}</Button>
            <Button variant="primary" type="submit" isPending={form.isPending}>
              {text.sources.testAndSave}
            </Button>
          </>
        )}
      </footer>
    </Form>
  );
}
