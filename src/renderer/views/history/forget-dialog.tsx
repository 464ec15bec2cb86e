import { useEffect, useState } from 'react';
import type { ConnectionId } from '../../../shared/session.ts';
import { DAY } from '../../../shared/units.ts';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { Select } from '../../components/select.tsx';
import { showToast } from '../../components/toast.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import styles from './history.module.css';

/** How long ago an import must have changed last, in days. */
const ages = { year: 365, quarter: 90, month: 30, any: 0 } as const;
type Age = keyof typeof ages;
const ageIds: readonly Age[] = ['year', 'quarter', 'month', 'any'];

/** Asks before imports are forgotten, and says how many and what it means. */
export function ForgetDialog({
  connectionId,
  whose,
  onClose,
  onForgotten,
}: {
  /** Null is every account. */
  readonly connectionId: ConnectionId | null;
  /** Says whose imports are forgotten; null where it goes without saying. */
  readonly whose: string | null;
  readonly onClose: () => void;
  readonly onForgotten: () => void;
}) {
  const text = useText().history;
  const format = useFormat();
  const report = useReport();
  const countForgettable = useApp((state) => state.countForgettable);
  const forgetHistory = useApp((state) => state.forgetHistory);
  const [openedAtMs] = useState(Date.now);
  const [age, setAge] = useState<Age>('year');
  const [count, setCount] = useState<number | null>(null);
  const [isPending, setPending] = useState(false);
  const changedBeforeMs = openedAtMs - ages[age] * DAY;

  useEffect(() => {
    let isCurrent = true;
    void countForgettable({ changedBeforeMs, connectionId }).then((result) => {
      if (!isCurrent) return;
      setCount(result.ok ? result.value.affected : null);
      if (!result.ok) report(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [countForgettable, changedBeforeMs, connectionId, report]);

  const forget = async (): Promise<void> => {
    setPending(true);
    const result = await forgetHistory({ changedBeforeMs, connectionId });
    if (result.ok) showToast({ tone: 'ok', title: text.forgotten(format.count(result.value.affected)) });
    else report(result.error);
    // Of several accounts some may have been done before one could not.
    onForgotten();
    onClose();
  };
  const words = format.count(count ?? 0);
  return (
    <AlertDialog
      title={text.forgetTitle}
      isOpen
      isDanger
      isPending={isPending}
      isConfirmDisabled={count === null || count === 0}
      confirmLabel={text.forgetConfirm(words)}
      onCancel={onClose}
      onConfirm={() => void forget()}
    >
      <div className={styles['forget']}>
        <Select
          label={text.forgetAge}
          options={ageIds.map((id) => ({ id, label: text.ages[id] }))}
          value={age}
          onChange={setAge}
        />
        {whose !== null && <p>{whose}</p>}
        <p>{text.forgetExplanation}</p>
        <p>{text.forgetWarning}</p>
        <p role="status">
          <strong>{count === 0 ? text.forgetNone : count === null ? '' : text.forgetCount(words)}</strong>
        </p>
      </div>
    </AlertDialog>
  );
}
