import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Connection } from '../../../shared/session.ts';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from '../sources/form.module.css';
import { accountWords } from './account-words.ts';

/** Asks before this computer forgets an account's key and sources. */
export function RemoveAccountDialog({
  connection,
  onClose,
}: {
  readonly connection: Connection;
  readonly onClose: () => void;
}) {
  const text = useText().settings;
  const removeConnection = useApp((state) => state.removeConnection);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { label, description } = accountWords(connection, text);
  const remove = async (): Promise<void> => {
    setPending(true);
    const failed = await removeConnection(connection.connectionId);
    setPending(false);
    setError(failed);
    if (failed === null) onClose();
  };
  return (
    <AlertDialog
      title={text.removeAccountTitle(label, description)}
      isOpen
      isDanger
      isPending={isPending}
      confirmLabel={text.removeAccountConfirm}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        <p>{text.removeAccountText}</p>
        <p>{text.removeAccountKept}</p>
        {error !== null && <ErrorNotice error={error} onRetry={() => void remove()} />}
      </div>
    </AlertDialog>
  );
}
