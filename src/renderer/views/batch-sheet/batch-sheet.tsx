import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { showToast } from '../../components/toast.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { focusRegion } from '../frame/regions.ts';
import { useReport } from '../frame/use-report.ts';
import { BatchFields } from './batch-fields.tsx';
import styles from './batch-sheet.module.css';
import { Findings } from './findings.tsx';
import { PreviewList } from './preview-list.tsx';
import { PresetDialogs } from './preset-dialogs.tsx';
import { SheetError } from './sheet-error.tsx';
import { useBatchForm } from './use-batch-form.ts';
import { usePresets } from './use-presets.ts';

/** Where a selection becomes a batch; shows nothing while there is no draft. */
export function BatchSheet() {
  const draftId = useApp((state) => state.draftId);
  return draftId === null ? null : <Sheet key={draftId} draftId={draftId} />;
}

function Sheet({ draftId }: { readonly draftId: string }) {
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
    showToast({ tone: 'ok', title: text.batch.queued(format.count(started.queued)) });
    focusRegion('queue');
  };
  const title =
    summary === null
      ? text.batch.title
      : text.batch.titleOf(
          format.count(summary.total),
          format.bytes(summary.totalBytes),
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
                ? text.batch.leftOut(format.count(summary.total - summary.willStart))
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
          id="batch-form"
          className={styles['sheet']}
          onSubmit={(event) => {
            event.preventDefault();
            if (form.canStart) void start();
          }}
        >
          {form.error !== null && (
            <SheetError error={form.error} isRefusal={form.isRefusal} onRetry={form.refresh} />
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
