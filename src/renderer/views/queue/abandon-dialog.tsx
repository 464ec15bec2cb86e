import { useState } from 'react';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** Asks before video records are deleted, and says what that deletes. */
export function AbandonDialog({
  jobIds,
  onClose,
}: {
  readonly jobIds: readonly string[];
  readonly onClose: () => void;
}) {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const abandonJobs = useApp((state) => state.abandonJobs);
  const [isPending, setPending] = useState(false);
  const count = format.count(jobIds.length);
  return (
    <AlertDialog
      title={text.abandonTitle(count)}
      isOpen
      isDanger
      isPending={isPending}
      confirmLabel={text.abandonConfirm(count)}
      onCancel={onClose}
      onConfirm={() => {
        setPending(true);
        void abandonJobs({ jobIds: [...jobIds] }).then((error) => {
          report(error);
          onClose();
        });
      }}
    >
      <p>{text.abandonExplanation}</p>
    </AlertDialog>
  );
}
