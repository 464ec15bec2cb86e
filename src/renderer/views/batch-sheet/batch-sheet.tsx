import { useRef, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { focusListOf } from '../frame/regions.ts';
import { useReport } from '../frame/use-report.ts';
import { BatchFields } from './batch-fields.tsx';
import styles from './batch-sheet.module.css';
import { Findings } from './findings.tsx';
import { PreviewList } from './preview-list.tsx';
import { PresetDialogs } from './preset-dialogs.tsx';
import { SheetError } from './sheet-error.tsx';
import { useBatchForm } from './use-batch-form.ts';
import { usePresets } from './use-presets.ts';
import { useStartKey } from './use-start-key.ts';

type Started = Output<'drafts.start'>;

/** Where a selection becomes a batch; shows nothing while there is no draft, but says what became of the last one. */
export function BatchSheet() {
  const text = useText().batch;
  const format = useFormat();
  const draftId = useApp((state) => state.draftId);
  const [last, setLast] = useState<Started | null>(null);
  return (
    <>
      {draftId !== null && <Sheet key={draftId} draftId={draftId} onStart={setLast} />}
      {/* Who looks at the queue sees it there. */}
      <div className="visually-hidden" role="status">
        {last !== null && <span key={last.batchId}>{text.queued(format.count(last.queued))}</span>}
      </div>
    </>
  );
}

function Sheet(props: { readonly draftId: string; readonly onStart: (started: Started) => void }) {
  const { draftId, onStart } = props;
  const text = useText();
  const format = useFormat();
  const discard = useApp((state) => state.discardDraft);
  const report = useReport();
  const form = useBatchForm(draftId);
  const presets = usePresets(form);
  const { summary } = form;
  const close = (): void => void discard().then(report);
  const start = async (): Promise<void> => {
    const started = await form.start();
    if (started === null) return;
    onStart(started);
    focusListOf('queue');
  };
  const startIfPossible = (): void => {
    if (form.canStart) void start();
  };
  const formElement = useRef<HTMLFormElement>(null);
  useStartKey(formElement, startIfPossible);
  const title =
    summary === null
      ? text.batch.title
      : text.batch.titleOf(
          format.count(summary.willStart),
          format.count(summary.total),
          format.bytes(summary.willStartBytes),
          summary.locationName,
        );
  const startLabel = text.batch.start(summary === null ? '' : format.count(summary.willStart));
  return (
    <>
      <Dialog
        title={title}
        isOpen
        onClose={close}
        size="wide"
        footer={
          <>
            <span className={styles['left']} aria-live="polite">
              {summary !== null && summary.willStart < summary.total
                ? text.batch.leftOut(
                    format.count(summary.total - summary.willStart),
                    format.bytes(summary.totalBytes - summary.willStartBytes),
                  )
                : ''}
            </span>
            <Button onPress={close}>{text.common.cancel}</Button>
            <Button
              variant="primary"
              type="submit"
              form="batch-form"
              isPending={form.isStarting}
              isDisabled={!form.canStart}
            >
              {startLabel}
            </Button>
          </>
        }
      >
        <form
          ref={formElement}
          id="batch-form"
          className={styles['sheet']}
          onSubmit={(event) => {
            event.preventDefault();
            startIfPossible();
          }}
        >
          {form.error !== null && (
            <SheetError error={form.error} refusal={form.refusal} onRetry={form.refresh} />
          )}
          <div className={styles['columns']}>
            <BatchFields form={form} presets={presets} />
            <div className={styles['preview']}>
              {summary === null && form.error === null && (
                <p className={styles['waiting']}>
                  <Spinner /> {text.common.loading}
                </p>
              )}
              {summary !== null && (
                <>
                  <div className={cx(styles['checked'], !form.isFillable && styles['unsaid'])}>
                    <Findings findings={summary.findings} keep={form.keep} onKeep={form.setKept} />
                  </div>
                  <PreviewList
                    request={form.request}
                    total={summary.total}
                    hasNames={form.nameProblem === null}
                  />
                </>
              )}
            </div>
          </div>
        </form>
      </Dialog>
      {/* Beside the sheet, not in it: a form in its form would start the batch. */}
      <PresetDialogs form={form} presets={presets} />
    </>
  );
}
