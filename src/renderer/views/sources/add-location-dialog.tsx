import { Form } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useApp } from '../../store/store.ts';
import { useFocusOnProblem } from '../../components/use-focus-on-problem.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './form.module.css';
import { LocationFields } from './location-fields.tsx';
import { useLocationForm } from './use-location-form.ts';

/** Creates an input location in Pixop; without keys for browsing it goes on to ask for credentials. */
export function AddLocationDialog() {
  const text = useText();
  const closeOverlay = useApp((state) => state.closeOverlay);
  const openOverlay = useApp((state) => state.openOverlay);
  const form = useLocationForm();
  const formRef = useFocusOnProblem(form.refusals);
  const submit = async (): Promise<void> => {
    const created = await form.submit();
    if (created === null) return;
    if (created.access === 'ready') closeOverlay();
    else openOverlay({ kind: 'credentials', locationId: created.locationId });
  };
  return (
    <Dialog
      title={text.sources.addTitle}
      isOpen
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{text.common.cancel}</Button>
          <Button variant="primary" type="submit" form="location-form" isPending={form.isPending}>
            {text.sources.create}
          </Button>
        </>
      }
    >
      <Form
        ref={formRef}
        id="location-form"
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={styles['intro']}>{text.sources.addIntro}</p>
        <LocationFields draft={form.draft} problems={form.problems} onChange={form.change} />
        {form.error !== null && <ErrorNotice error={form.error} onRetry={() => void submit()} />}
      </Form>
    </Dialog>
  );
}
