import { useCallback } from 'react';
import type { Input } from '../../../shared/contract.ts';
import { useApp } from '../../store/store.ts';
import { useExported } from './use-exported.ts';

/** Answers a function that writes the queue's list to a file and says where it went. */
export function useExport(): (format: Input<'queue.export'>['format'], failedOnly: boolean) => void {
  const exportQueue = useApp((state) => state.exportQueue);
  const exported = useExported();
  return useCallback(
    (format, failedOnly) =>
      void exportQueue({ format, failedOnly }).then((result) => exported(result, failedOnly)),
    [exportQueue, exported],
  );
}
