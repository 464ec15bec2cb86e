import { ChevronDown, ChevronRight, FileWarning } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp } from '../../store/store.ts';
import { describeJobError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { failureGroups, type FailureGroup } from './failure-groups.ts';
import { Remedies } from './remedies.tsx';
import styles from './clinic.module.css';
import { useExport } from './use-export.ts';

/** The error clinic: failures grouped by code, each with its cause in a sentence and the right remedy as a button. */
export function Clinic() {
  const text = useText().queue;
  const format = useFormat();
  const exportList = useExport();
  const failed = useApp((state) => state.failedJobs);
  const exportFailed = (): void => exportList('csv', true);
  const groups = useMemo(() => failureGroups(failed.values()), [failed]);
  const count = failed.size;
  const [isOpen, setOpen] = useState(true);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  if (groups.length === 0) return null;
  return (
    <section className={styles['clinic']} aria-label={text.clinicTitle(format.count(count))}>
      <header className={styles['head']}>
        <h3 className={styles['title']}>
          <button
            type="button"
            className={styles['fold']}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Chevron size={14} aria-hidden />
            {text.clinicTitle(format.count(count))}
          </button>
        </h3>
        <span className={styles['worded']}>
          <Button size="small" variant="quiet" icon={FileWarning} onPress={exportFailed}>
            {text.exportFailed}
          </Button>
        </span>
        <span className={styles['compact']}>
          <IconButton size="small" icon={FileWarning} label={text.exportFailed} onPress={exportFailed} />
        </span>
      </header>
      {isOpen && groups.map((group) => <ClinicGroup key={`${group.state} ${group.code}`} group={group} />)}
    </section>
  );
}

function ClinicGroup({ group }: { readonly group: FailureGroup }) {
  const texts = useText();
  const format = useFormat();
  const described = describeJobError(group.example, texts, format);
  const { title, explanation, nextStep } = described;
  return (
    <div className={styles['group']}>
      <p className={styles['words']}>
        <strong>{texts.queue.clinicGroup(format.count(group.count), title)}</strong> <code>{group.code}</code>
        <br />
        {explanation} {nextStep}
      </p>
      <Remedies group={group} action={described.action} />
    </div>
  );
}
