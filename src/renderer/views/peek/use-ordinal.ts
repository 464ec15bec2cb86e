import { useEffect, useState } from 'react';
import type { BrowseRow, BrowseState } from '../../../shared/browse.ts';
import type { Output } from '../../../shared/contract.ts';
import { useAppStore } from '../../store/store.ts';

/** How far along a row is in what Quick Look walks through; null while that is not known, and for a row beside the selection. */
export function useOrdinal(
  { listingId, revision, selected }: BrowseState,
  row: BrowseRow | undefined,
): { readonly place: number; readonly count: number } | null {
  const store = useAppStore();
  const [known, setKnown] = useState<(Output<'browse.ordinal'> & { readonly rowId: number }) | null>(null);
  const rowId = row?.id;
  const isSelected = selected > 1;
  useEffect(() => {
    if (rowId === undefined) return undefined;
    let isPast = false;
    void store
      .getState()
      .ordinalOf(listingId, rowId, isSelected)
      .then((result) => {
        // What is wrong with the listing is told by its rows.
        if (!isPast) setKnown(result.ok ? { ...result.value, rowId } : null);
      });
    return () => {
      isPast = true;
    };
  }, [store, listingId, rowId, isSelected, revision]);
  if (known === null || known.rowId !== rowId || known.place === null) return null;
  return { place: known.place, count: known.count };
}
