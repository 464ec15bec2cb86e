import { useState } from 'react';
import type { Source } from '../../../shared/session.ts';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** Asks before this computer forgets a source's credentials. */
export function RemoveCredentialsDialog({ source }: { readonly source: Source }) {
  const text = useText().sources;
  const closeOverlay = useApp((state) => state.closeOverlay);
  const clearCredentials = useApp((state) => state.clearCredentials);
  const report = useReport();
  const [isPending, setPending] = useState(false);
  const remove = async (): Promise<void> => {
    setPending(true);
    report(await clearCredentials(source.locationId));
    closeOverlay();
  };
  return (
    <AlertDialog
      title={text.removeTitle(source.name)}
      isOpen
      isDanger
      isPending={isPending}
      confirmLabel={text.remove}
      onConfirm={() => void remove()}
      onCancel={closeOverlay}
    >
      <p>{text.removeText}</p>
    </AlertDialog>
  );
}
