import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { AppError } from '../../../shared/errors.ts';
import type { Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { showToast } from '../../components/toast.tsx';
import { useFocusOnProblem } from '../../components/use-focus-on-problem.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { keyProblems } from './credentials-draft.ts';
import styles from './form.module.css';
import { KeyFields } from './key-fields.tsx';

/** Gives Pixop other keys for a bucket, such as after they were rotated; what it is given is never shown again. */
export function LocationKeysDialog({ source }: { readonly source: Source }) {
  const text = useText();
  const { locationId, name, bucket } = source;
  const closeOverlay = useApp((state) => state.closeOverlay);
  const replaceLocationKeys = useApp((state) => state.replaceLocationKeys);
  const [draft, setDraft] = useState({ accessKeyId: '', secretAccessKey: '' });
  const [refusals, setRefusals] = useState(0);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const formRef = useFocusOnProblem(refusals);
  const problems = keyProblems(draft);
  const submit = async (): Promise<void> => {
    if (Object.keys(problems).length > 0) {
      setRefusals(refusals + 1);
      return;
    }
    setPending(true);
    const failed = await replaceLocationKeys({
      locationId,
      accessKeyId: draft.accessKeyId.trim(),
      secretAccessKey: draft.secretAccessKey.trim(),
    });
    setPending(false);
    setError(failed);
    if (failed !== null) return;
    showToast({ tone: 'ok', title: text.sources.keysReplaced, description: name });
    closeOverlay();
  };
  return (
    <Dialog
      title={text.sources.replaceKeysTitle(name)}
      size="small"
      isOpen
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{text.common.cancel}</Button>
          <Button variant="primary" type="submit" form="location-keys-form" isPending={isPending}>
            {text.sources.replaceKeysConfirm}
          </Button>
        </>
      }
    >
      <Form
        ref={formRef}
        id="location-keys-form"
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={styles['intro']}>{text.sources.replaceKeysIntro(bucket)}</p>
        <KeyFields
          draft={draft}
          problems={refusals > 0 ? problems : {}}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        {error !== null && <ErrorNotice error={error} onRetry={() => void submit()} />}
      </Form>
    </Dialog>
  );
}
