import { useState } from 'react';
import type { JobTarget } from '../../../shared/imports.ts';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../store/store.ts';
import type { ErrorAction } from '../../text/error-situation.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useErrorAction } from '../frame/use-error-action.ts';
import { useReport } from '../frame/use-report.ts';
import { AbandonDialog, type Abandoning } from './abandon-dialog.tsx';
import type { FailureGroup } from './failure-groups.ts';
import styles from './clinic.module.css';
import { useAskSupport } from './use-ask-support.ts';

/** What can be done about a group of failures: first what mends the cause, then what tries again, last what gives up. */
export function Remedies({
  group,
  action,
}: {
  readonly group: FailureGroup;
  /** What mends the cause, as far as the app can do it. */
  readonly action: ErrorAction | null;
}) {
  const texts = useText();
  const text = texts.queue;
  const report = useReport();
  const retryJobs = useApp((state) => state.retryJobs);
  const restartJobs = useApp((state) => state.restartJobs);
  const openOverlay = useApp((state) => state.openOverlay);
  const locationId = useApp((state) => onlyLocation(group, state.batches));
  const [abandoning, setAbandoning] = useState<Abandoning | null>(null);
  const askSupport = useAskSupport();
  const actionFor = useErrorAction(
    locationId === null
      ? {}
      : { onReplaceLocationKeys: () => openOverlay({ kind: 'location-keys', locationId }) },
  );
  const { state, code, jobIds } = group;
  const count = useFormat().count(jobIds.length);
  const target: JobTarget = { states: [state], batchId: null, errorCode: code };
  const isForSupport = action === 'open-support';
  const mend = action === null || action === 'retry' || isForSupport ? null : actionFor(action);
  return (
    <div className={styles['actions']}>
      {mend !== null && action !== null && (
        <Button size="small" onPress={mend}>
          {texts.errors.actions[action]}
        </Button>
      )}
      {state === 'rejected' && (
        <Button size="small" onPress={() => void retryJobs(target).then(report)}>
          {text.retryAll(count)}
        </Button>
      )}
      {state === 'failed' && (
        <>
          <Button size="small" onPress={() => void restartJobs(target, false).then(report)}>
            {text.restartAll(count)}
          </Button>
          {code === 'CHECKSUM_MISMATCH' && (
            <Button size="small" onPress={() => void restartJobs(target, true).then(report)}>
              {text.restartUnchecked(count)}
            </Button>
          )}
        </>
      )}
      <span className={styles['last']}>
        {state === 'failed' &&
          [true, false].map((importAgain) => (
            <Button
              key={String(importAgain)}
              size="small"
              variant="quiet"
              onPress={() => setAbandoning({ jobIds, importAgain })}
            >
              {importAgain ? text.startOverAll(count) : text.abandonAll(count)}
            </Button>
          ))}
        {(isForSupport || group.requestIds.length > 0) && (
          <Button size="small" variant="quiet" onPress={() => askSupport(group)}>
            {text.askSupport}
          </Button>
        )}
      </span>
      {abandoning !== null && <AbandonDialog {...abandoning} onClose={() => setAbandoning(null)} />}
    </div>
  );
}

/** The input location that all failures of a group have in common; null when there are several. */
function onlyLocation(
  { batchIds }: FailureGroup,
  batches: ReadonlyMap<string, { readonly locationId: string }>,
): string | null {
  const locations = new Set([...batchIds].map((batchId) => batches.get(batchId)?.locationId ?? null));
  const [first = null] = locations;
  return locations.size === 1 ? first : null;
}
