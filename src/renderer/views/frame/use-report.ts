import { useCallback } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { showToast } from '../../components/toast.tsx';
import { describeError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

/** Answers a function that shows the failure of an action as a toast, for actions that have no place of their own to show it. */
export function useReport(): (error: AppError | null) => void {
  const text = useText();
  const format = useFormat();
  return useCallback(
    (error) => {
      if (error === null) return;
      const { title, explanation, nextStep, verbatim } = describeError(error, text, format);
      showToast({ tone: 'danger', title, description: [explanation, ...verbatim, nextStep].join(' ') });
    },
    [text, format],
  );
}
