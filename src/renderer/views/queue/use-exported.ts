import { useCallback } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { showToast } from '../../components/toast.tsx';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** Answers a function that says where an export went; `canReturn` when its file can be dropped back in. */
export function useExported(): (result: Result<Output<'queue.export'>>, canReturn?: boolean) => void {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  return useCallback(
    (result, canReturn = false) => {
      if (!result.ok) return report(result.error);
      if (result.value.savedAs === null) return;
      const path = displayKey(result.value.savedAs);
      showToast({
        tone: 'ok',
        title: text.exported(format.count(result.value.rows)),
        description: canReturn ? text.exportedFailedTo(path) : text.exportedTo(path),
      });
    },
    [text, format, report],
  );
}
