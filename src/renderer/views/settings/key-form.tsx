import { ExternalLink } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import type { AppError } from '../../../shared/errors.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { useReport } from '../frame/use-report.ts';
import styles from './key-form.module.css';

/** Longest key that is sent to main, in characters; real keys are far shorter. */
const MAX_KEY = 512;

/** Takes an API key, has Pixop check it, and says in place what is wrong with it; used by first run, settings and the dialog that adds an account. */
export function KeyForm({
  submitLabel,
  save,
  onSaved,
  secondary,
}: {
  readonly submitLabel: string;
  /** Has the key checked and kept; answers what is in the way. */
  readonly save: (apiKey: string) => Promise<AppError | null>;
  readonly onSaved: () => void;
  /** A button beside the main one, such as Cancel. */
  readonly secondary?: ReactNode;
}) {
  const text = useText();
  const openPage = useApp((state) => state.openPage);
  const hasKeychain = useApp((state) => state.session?.secretStore.kind === 'keychain');
  const report = useReport();
  const [apiKey, setApiKey] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const submit = async (): Promise<void> => {
    const trimmed = apiKey.trim();
    setEmpty(trimmed === '');
    if (trimmed === '' || isPending) return;
    setPending(true);
    const failure = await save(trimmed);
    setPending(false);
    setError(failure);
    if (failure === null) {
      setApiKey('');
      onSaved();
    }
  };

  return (
    <Form
      className={styles['form'] ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={text.firstRun.keyLabel}
        description={hasKeychain ? text.firstRun.keyHelpKeychain : text.firstRun.keyHelpMemory}
        error={isEmpty ? text.firstRun.keyEmpty : null}
        value={apiKey}
        onChange={(value) => {
          setApiKey(value);
          setEmpty(false);
          setError(null);
        }}
        maxLength={MAX_KEY}
        autoFocus
        isMono
        isSecret
      />
      {error !== null && (
        <ErrorNotice error={error} onRetry={() => void submit()} onEditKey={() => setError(null)} />
      )}
      <div className={styles['buttons']}>
        <Button
          variant="quiet"
          icon={ExternalLink}
          onPress={() => void openPage({ page: 'api-keys' }).then(report)}
        >
          {text.settings.getKey}
        </Button>
        <span className={styles['gap']} />
        {secondary}
        <Button variant="primary" type="submit" isPending={isPending}>
          {submitLabel}
        </Button>
      </div>
    </Form>
  );
}
