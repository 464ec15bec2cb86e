import { useState } from 'react';
import type { JobTarget } from '../../../shared/imports.ts';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** What can be decided for all unconfirmed imports at once. */
export type Sweep = 'import-again' | 'skip';

const allUndecided: JobTarget = { states: ['needs-decision'], batchId: null, errorCode: null };

/** Asks before every unconfirmed import is settled in one way: either can cost a second copy, or leave out a video. */
export function DecideAllDialog({
  sweep,
  count,
  bytes,
  onClose,
}: {
  readonly sweep: Sweep;
  readonly count: number;
  /** Size of their objects together. */
  readonly bytes: number;
  readonly onClose: () => void;
}) {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const decideJobs = useApp((state) => state.decideJobs);
  const [isPending, setPending] = useState(false);
  const { title, explanation, confirm } = text.sweeps[sweep];
  const some = format.count(count);
  return (
    <AlertDialog
      title={title(some)}
      isOpen
      isPending={isPending}
      confirmLabel={confirm(some)}
      onCancel={onClose}
      onConfirm={() => {
        setPending(true);
        void decideJobs(allUndecided, { kind: sweep }).then((error) => {
          report(error);
          onClose();
        });
      }}
    >
      <p>{explanation(format.bytes(bytes))}</p>
    </AlertDialog>
  );
}
