import { ChevronDown, ChevronRight, FileWarning } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { JobTarget } from '../../../shared/imports.ts';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { useApp } from '../../store/store.ts';
import { describeJobError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { AbandonDialog } from './abandon-dialog.tsx';
import { failureGroups, type FailureGroup } from './failure-groups.ts';
import styles from './queue.module.css';
import { useExport } from './use-export.ts';

/** The error clinic: failures grouped by code, each with its cause in a sentence and the right remedy as a button. */
export function Clinic() {
  const text = useText().queue;
  const format = useFormat();
  const exportList = useExport();
  const failed = useApp((state) => state.failedJobs);
  const groups = useMemo(() => failureGroups(failed.values()), [failed]);
  const count = failed.size;
  const [isOpen, setOpen] = useState(true);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  if (groups.length === 0) return null;
  return (
    <section className={styles['clinic']} aria-label={text.clinicTitle(format.count(count))}>
      <header className={styles['headline']}>
        <h3 className={styles['clinic-title']}>
          <button
            type="button"
            className={styles['clinic-fold']}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron size={14} aria-hidden />
            {text.clinicTitle(format.count(count))}
          </button>
        </h3>
        <Button size="small" variant="quiet" icon={FileWarning} onPress={() => exportList('csv', true)}>
          {text.exportFailed}
        </Button>
      </header>
      {isOpen && groups.map((group) => <ClinicGroup key={`${group.state} ${group.code}`} group={group} />)}
    </section>
  );
}

function ClinicGroup({ group }: { readonly group: FailureGroup }) {
  const texts = useText();
  const text = texts.queue;
  const format = useFormat();
  const report = useReport();
  const retryJobs = useApp((state) => state.retryJobs);
  const restartJobs = useApp((state) => state.restartJobs);
  const [abandoning, setAbandoning] = useState<readonly string[] | null>(null);
  const { title, explanation, nextStep } = describeJobError(group.example, texts, format);
  const target: JobTarget = { states: [group.state], batchId: null, errorCode: group.code };
  const isChecksum = group.code === 'CHECKSUM_MISMATCH';
  return (
    <div className={styles['clinic-group']}>
      <p className={styles['clinic-words']}>
        <strong>{text.clinicGroup(format.count(group.count), title)}</strong> <code>{group.code}</code>
        <br />
        {explanation} {nextStep}
      </p>
      <div className={styles['clinic-actions']}>
        {group.state === 'rejected' && (
          <Button size="small" onPress={() => void retryJobs(target).then(report)}>
            {text.retryAll}
          </Button>
        )}
        {group.state === 'failed' && (
          <>
            <Button size="small" onPress={() => void restartJobs(target, false).then(report)}>
              {text.restartAll}
            </Button>
            {isChecksum && (
              <Button size="small" onPress={() => void restartJobs(target, true).then(report)}>
                {text.actions['restart-unchecked'] ?? ''}
              </Button>
            )}
            <Button size="small" variant="quiet" onPress={() => setAbandoning(group.jobIds)}>
              {text.actions['abandon'] ?? ''}
            </Button>
          </>
        )}
        {group.requestIds.length > 0 && (
          <CopyButton text={group.requestIds.join('\n')} label={text.requestIds} />
        )}
      </div>
      {abandoning !== null && <AbandonDialog jobIds={abandoning} onClose={() => setAbandoning(null)} />}
    </div>
  );
}
