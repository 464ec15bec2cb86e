import { useContext, useMemo } from 'react';
import type { BrowseRow } from '../../../shared/browse.ts';
import { StoreContext } from '../../store/store.ts';
import { useReport } from '../frame/use-report.ts';
import { parentOf } from './crumbs.ts';

/** What the browser's bars, keys and rows do in common. */
export interface BrowseActions {
  /** Opens a folder; an object goes to the batch sheet with all that is selected. */
  readonly openRow: (row: BrowseRow) => void;
  readonly openPrefix: (prefix: string) => void;
  readonly goUp: () => void;
  /** Takes the selection to the batch sheet; nothing happens while nothing is selected. */
  readonly importSelection: () => void;
}

/** Answers the {@link BrowseActions}; they are the same objects for as long as the store is. */
export function useBrowseActions(): BrowseActions {
  const store = useContext(StoreContext);
  const report = useReport();
  return useMemo(() => {
    const state = () => store?.getState() ?? null;
    const openPrefix = (prefix: string): void => {
      const now = state();
      if (now === null || now.place === null) return;
      void now.openPlace({ ...now.place, prefix });
    };
    const importSelection = (): void => void state()?.importSelection().then(report);
    return {
      openPrefix,
      importSelection,
      openRow(row) {
        if (row.kind === 'folder') openPrefix(row.key);
        else importSelection();
      },
      goUp() {
        const prefix = state()?.place?.prefix ?? '';
        if (prefix !== '') openPrefix(parentOf(prefix));
      },
    };
  }, [store, report]);
}
