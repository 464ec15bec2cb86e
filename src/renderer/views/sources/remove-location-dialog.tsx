import { useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Source } from '../../../shared/session.ts';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './form.module.css';

/** Asks before an input location is deleted at Pixop, and says what goes with it and what stays. */
export function RemoveLocationDialog({ source }: { readonly source: Source }) {
  const text = useText().sources;
  const closeOverlay = useApp((state) => state.closeOverlay);
  const removeSource = useApp((state) => state.removeSource);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const remove = async (): Promise<void> => {
    setPending(true);
    const failed = await removeSource(source.locationId);
    setPending(false);
    setError(failed);
    if (failed === null) closeOverlay();
  };
  return (
    <AlertDialog
      title={text.removeLocationTitle(displayKey(source.name))}
      isOpen
      isDanger
      isPending={isPending}
      confirmLabel={text.removeLocationConfirm}
      onConfirm={() => void remove()}
      onCancel={closeOverlay}
    >
      <div className={styles['form']}>
        <p>{text.removeLocationText(displayKey(source.bucket))}</p>
        <p>{text.removeLocationKept}</p>
        <p>{text.removeLocationLost}</p>
        {error !== null && <ErrorNotice error={error} onRetry={() => void remove()} />}
      </div>
    </AlertDialog>
  );
}
