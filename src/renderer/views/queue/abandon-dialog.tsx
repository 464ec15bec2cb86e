import { useState } from 'react';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** What is going to be abandoned. */
export interface Abandoning {
  readonly jobIds: readonly string[];
  /** Queues each object anew once its video is gone. */
  readonly importAgain: boolean;
}

/** Asks before video records are deleted, and says what that deletes and what comes after. */
export function AbandonDialog({
  jobIds,
  importAgain,
  onClose,
}: Abandoning & { readonly onClose: () => void }) {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const abandonJobs = useApp((state) => state.abandonJobs);
  const [isPending, setPending] = useState(false);
  const count = format.count(jobIds.length);
  return (
    <AlertDialog
      title={importAgain ? text.startOverTitle(count) : text.abandonTitle(count)}
      isOpen
      isDanger
      isPending={isPending}
      confirmLabel={importAgain ? text.startOverConfirm(count) : text.abandonConfirm(count)}
      onCancel={onClose}
      onConfirm={() => {
        setPending(true);
        void abandonJobs({ jobIds: [...jobIds] }, importAgain).then((error) => {
          report(error);
          onClose();
        });
      }}
    >
      <p>{text.abandonExplanation(count)}</p>
      {importAgain && <p>{text.startOverExplanation(count)}</p>}
    </AlertDialog>
  );
}
