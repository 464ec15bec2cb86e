import { useCallback, useDeferredValue, useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { HistoryAccount, HistoryBatch, HistoryQuery } from '../../../shared/history.ts';
import type { ConnectionId } from '../../../shared/session.ts';
import { useApp } from '../../store/store.ts';

/** What the history window shows, and how it is narrowed. */
export interface HistoryView {
  /** Another object whenever its rows have to be asked for anew. */
  readonly query: HistoryQuery;
  /** The search as it stands in its field, a moment before it is asked for. */
  readonly search: string;
  readonly change: (change: Partial<HistoryQuery>) => void;
  readonly showAll: () => void;
  /** Everybody whose imports there may be, whatever is shown. */
  readonly accounts: readonly HistoryAccount[];
  /** Whether nothing was ever queued for any of them. */
  readonly isEmpty: boolean;
  /** Of the accounts that are shown; null until main has answered once. */
  readonly batches: readonly HistoryBatch[] | null;
  readonly error: AppError | null;
  /** Asks for everything again. */
  readonly refresh: () => void;
}

const everything: HistoryQuery = { search: '', kind: 'all', connectionId: null, batchId: null };

const none: readonly HistoryAccount[] = [];

const batchesOf = (
  batches: readonly HistoryBatch[],
  connectionId: ConnectionId | null,
): readonly HistoryBatch[] =>
  connectionId === null ? batches : batches.filter((batch) => batch.connectionId === connectionId);

/** See {@link HistoryView}. */
export function useHistoryQuery(): HistoryView {
  const openedAt = useApp(({ overlay }) => (overlay?.kind === 'history' ? (overlay.batchId ?? null) : null));
  const [asked, setAsked] = useState({ ...everything, batchId: openedAt });
  // Another batch is asked for while the window is open already.
  useEffect(
    () => setAsked((now) => (openedAt === null ? now : { ...everything, batchId: openedAt })),
    [openedAt],
  );
  const [known, setKnown] = useState<Output<'history.batches'> | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const historyBatches = useApp((state) => state.historyBatches);
  const query = useDeferredValue(asked);

  const load = useCallback(async (): Promise<void> => {
    const result = await historyBatches();
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    const { accounts } = result.value;
    setKnown(result.value);
    // A removed account is gone with the last of its imports.
    setAsked((now) =>
      accounts.some(({ connectionId }) => connectionId === now.connectionId)
        ? now
        : { ...now, connectionId: null },
    );
  }, [historyBatches]);
  useEffect(() => void load(), [load]);

  return {
    query,
    search: asked.search,
    change: (change) => setAsked({ ...asked, ...change }),
    showAll: () => setAsked(everything),
    accounts: known?.accounts ?? none,
    isEmpty: known?.batches.length === 0,
    batches: known === null ? null : batchesOf(known.batches, asked.connectionId),
    error,
    refresh() {
      // The batch that was chosen may be one of what was forgotten.
      setAsked({ ...asked, batchId: null });
      void load();
    },
  };
}
