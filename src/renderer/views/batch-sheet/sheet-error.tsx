import { useEffect, useLayoutEffect, useRef } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './batch-sheet.module.css';

/** What is in the way of the batch. A refused start takes the keyboard here; it stays in the sheet when the error goes. */
export function SheetError(props: {
  readonly error: AppError;
  /** The answer to the last start that was refused. */
  readonly refusal: AppError | null;
  readonly onRetry: () => void;
}) {
  const { error, refusal, onRetry } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error === refusal) place.current?.focus();
  }, [error, refusal]);
  useLayoutEffect(() => {
    const here = place.current;
    const sheet = here?.closest('[role="dialog"]');
    // Escape reaches a sheet only from within it.
    return () => {
      if (here?.contains(document.activeElement) === true && sheet instanceof HTMLElement) sheet.focus();
    };
  }, []);
  return (
    <div ref={place} tabIndex={-1} className={styles['error']}>
      <ErrorNotice error={error} onRetry={onRetry} />
    </div>
  );
}
