import { useCallback } from 'react';
import type { Input } from '../../../shared/contract.ts';
import { showToast } from '../../components/toast.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** Answers a function that writes the queue's list to a file and says where it went. */
export function useExport(): (format: Input<'queue.export'>['format'], failedOnly: boolean) => void {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const exportQueue = useApp((state) => state.exportQueue);
  return useCallback(
    (fileFormat, failedOnly) =>
      void exportQueue({ format: fileFormat, failedOnly }).then((result) => {
        if (!result.ok) report(result.error);
        else if (result.value.savedAs !== null) {
          const path = displayKey(result.value.savedAs);
          showToast({
            tone: 'ok',
            title: text.exported(format.count(result.value.rows)),
            description: failedOnly ? text.exportedFailedTo(path) : text.exportedTo(path),
          });
        }
      }),
    [text, format, report, exportQueue],
  );
}
