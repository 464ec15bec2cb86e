import { useCallback } from 'react';
import { showToast } from '../../components/toast.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** Answers a function that writes the diagnostics bundle and says where it is. */
export function useSaveDiagnostics(): () => void {
  const text = useText().settings;
  const report = useReport();
  const save = useApp((state) => state.saveDiagnostics);
  return useCallback(
    () =>
      void save().then((result) => {
        if (!result.ok) return report(result.error);
        const { savedAs } = result.value;
        if (savedAs === null) return;
        showToast({ tone: 'ok', title: text.diagnosticsSaved, description: displayKey(savedAs) });
      }),
    [save, report, text],
  );
}
