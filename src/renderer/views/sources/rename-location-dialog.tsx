import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { AppError } from '../../../shared/errors.ts';
import type { Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFocusOnProblem } from '../../components/use-focus-on-problem.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './form.module.css';
import { MAX_NAME } from './location-draft.ts';

/** Gives an input location another name at Pixop. */
export function RenameLocationDialog({ source }: { readonly source: Source }) {
  const text = useText();
  const closeOverlay = useApp((state) => state.closeOverlay);
  const renameSource = useApp((state) => state.renameSource);
  const [name, setName] = useState(source.name);
  const [refusals, setRefusals] = useState(0);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const formRef = useFocusOnProblem(refusals);
  const wanted = name.trim();
  const submit = async (): Promise<void> => {
    if (wanted === '') {
      setRefusals(refusals + 1);
      return;
    }
    setPending(true);
    const failed = wanted === source.name ? null : await renameSource(source.locationId, wanted);
    setPending(false);
    setError(failed);
    if (failed === null) closeOverlay();
  };
  return (
    <Dialog
      title={text.sources.renameTitle(displayKey(source.name))}
      size="small"
      isOpen
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{text.common.cancel}</Button>
          <Button variant="primary" type="submit" form="rename-form" isPending={isPending}>
            {text.sources.renameConfirm}
          </Button>
        </>
      }
    >
      <Form
        ref={formRef}
        id="rename-form"
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label={text.sources.name}
          description={text.sources.nameHelp}
          error={refusals > 0 && wanted === '' ? text.sources.required : null}
          value={name}
          onChange={setName}
          maxLength={MAX_NAME}
          autoFocus
        />
        {error !== null && <ErrorNotice error={error} onRetry={() => void submit()} />}
      </Form>
    </Dialog>
  );
}
