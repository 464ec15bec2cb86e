import { useCallback, useDeferredValue, useEffect, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { HistoryBatch, HistoryQuery } from '../../../shared/history.ts';
import { useApp } from '../../store/store.ts';

/** What the history window shows, and how it is narrowed. */
export interface HistoryView {
  /** Another object whenever its rows have to be asked for anew. */
  readonly query: HistoryQuery;
  /** The search as it stands in its field, a moment before it is asked for. */
  readonly search: string;
  readonly change: (change: Partial<HistoryQuery>) => void;
  readonly showAll: () => void;
  /** Null until main has answered once. */
  readonly batches: readonly HistoryBatch[] | null;
  readonly error: AppError | null;
  /** Asks for everything again. */
  readonly refresh: () => void;
}

const everything: HistoryQuery = { search: '', kind: 'all', batchId: null };

/** See {@link HistoryView}. */
export function useHistoryQuery(): HistoryView {
  const openedAt = useApp(({ overlay }) => (overlay?.kind === 'history' ? (overlay.batchId ?? null) : null));
  const [asked, setAsked] = useState({ ...everything, batchId: openedAt });
  // Another batch is asked for while the window is open already.
  useEffect(
    () => setAsked((now) => (openedAt === null ? now : { ...everything, batchId: openedAt })),
    [openedAt],
  );
  const [batches, setBatches] = useState<readonly HistoryBatch[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const historyBatches = useApp((state) => state.historyBatches);
  const query = useDeferredValue(asked);

  const load = useCallback(async (): Promise<void> => {
    const result = await historyBatches();
    if (result.ok) setBatches(result.value);
    setError(result.ok ? null : result.error);
  }, [historyBatches]);
  useEffect(() => void load(), [load]);

  return {
    query,
    search: asked.search,
    change: (change) => setAsked({ ...asked, ...change }),
    showAll: () => setAsked(everything),
    batches,
    error,
    refresh() {
      // The batch that was chosen may be one of what was forgotten.
      setAsked({ ...asked, batchId: null });
      void load();
    },
  };
}
