import { Form } from 'react-aria-components';
import type { Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { useFocusOnProblem } from '../../components/use-focus-on-problem.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { LocationFields } from '../sources/location-fields.tsx';
import { useLocationForm } from '../sources/use-location-form.ts';
import styles from './first-run.module.css';

/** Creates the team's first (or another) input location. */
export function CreateSource({
  onBack,
  onCreated,
  onLater,
}: {
  /** Null when there is nothing to choose from instead. */
  readonly onBack: (() => void) | null;
  readonly onCreated: (source: Source) => void;
  readonly onLater: () => void;
}) {
  const text = useText();
  const form = useLocationForm();
  const formRef = useFocusOnProblem(form.refusals);
  const submit = async (): Promise<void> => {
    const created = await form.submit();
    if (created !== null) onCreated(created);
  };
  return (
    <Form
      ref={formRef}
      className={styles['step'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={styles['intro']}>{onBack === null ? text.firstRun.createIntro : text.sources.addIntro}</p>
      <LocationFields draft={form.draft} problems={form.problems} onChange={form.change} />
      {form.error !== null && <ErrorNotice error={form.error} onRetry={() => void submit()} />}
      <footer className={styles['foot']}>
        <Button variant="quiet" onPress={onBack ?? onLater}>
          {onBack === null ? text.firstRun.later : text.firstRun.chooseInstead}
        </Button>
        <span className={styles['gap']} />
        <Button variant="primary" type="submit" isPending={form.isPending}>
          {text.sources.create}
        </Button>
      </footer>
    </Form>
  );
}
