import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { BrowseRow } from '../../../shared/browse.ts';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp } from '../../store/store.ts';

/** The current row for Quick Look; the one before stays until the next has come, also while rows move to other positions. */
export function useShownRow(windows: RowWindows): {
  readonly row: BrowseRow | undefined;
  readonly index: number;
} {
  const { index, id } = useApp((state) => state.cursor.active);
  const there = useSyncExternalStore(
    windows.subscribe,
    useCallback(() => windows.row(index), [windows, index]),
  );
  const [kept, setKept] = useState<BrowseRow | undefined>(undefined);
  const isRight = there !== undefined && (id === null || there.id === id);
  useEffect(() => {
    if (isRight) setKept(there);
  }, [isRight, there]);
  return { row: isRight ? there : kept, index };
}
