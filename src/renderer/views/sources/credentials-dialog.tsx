import { Form } from 'react-aria-components';
import type { Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useApp } from '../../store/store.ts';
import { useFocusOnProblem } from '../../components/use-focus-on-problem.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { CredentialsFields } from './credentials-fields.tsx';
import styles from './form.module.css';
import { TestResults } from './test-results.tsx';
import { useCredentialsForm } from './use-credentials-form.ts';

/** Sets or replaces the credentials with which this computer browses a source. */
export function CredentialsDialog({ source }: { readonly source: Source }) {
  const text = useText();
  const closeOverlay = useApp((state) => state.closeOverlay);
  const form = useCredentialsForm(source);
  const formRef = useFocusOnProblem(form.refusals);
  const isDone = form.test?.ok === true;
  return (
    <Dialog
      title={text.sources.credentialsTitle(source.name)}
      isOpen
      onClose={closeOverlay}
      footer={
        isDone ? (
          <Button variant="primary" autoFocus onPress={closeOverlay}>
            {text.common.done}
          </Button>
        ) : (
          <>
            <Button onPress={closeOverlay}>{text.common.cancel}</Button>
            <Button variant="primary" type="submit" form="credentials-form" isPending={form.isPending}>
              {text.sources.testAndSave}
            </Button>
          </>
        )
      }
    >
      <Form
        ref={formRef}
        id="credentials-form"
        className={styles['form'] ?? ''}
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
        {form.test !== null && (
          <TestResults
            test={form.test}
            bucket={source.bucket}
            profile={form.draft.kind === 'profile' ? form.draft.profile : null}
            onRetry={() => void form.submit()}
          />
        )}
        {form.error !== null && (
          <ErrorNotice
            error={form.error}
            context={{ bucket: source.bucket }}
            onRetry={() => void form.submit()}
          />
        )}
      </Form>
    </Dialog>
  );
}
