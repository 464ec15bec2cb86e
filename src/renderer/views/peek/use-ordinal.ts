import { useEffect, useState } from 'react';
import type { BrowseRow, BrowseState } from '../../../shared/browse.ts';
import type { Output } from '../../../shared/contract.ts';
import { useApp } from '../../store/store.ts';

interface Known extends Output<'browse.ordinal'> {
  readonly listingId: string;
  readonly rowId: number;
}

/**
 * How far along a row is in what Quick Look walks through; null while that is not known, and for a row beside the
 * selection. It is asked for anew with every state of the listing: rows came, or others are selected.
 */
export function useOrdinal(
  browse: BrowseState,
  row: BrowseRow | undefined,
): { readonly place: number; readonly count: number } | null {
  const ordinalOf = useApp((state) => state.ordinalOf);
  const [known, setKnown] = useState<Known | null>(null);
  const rowId = row?.id;
  useEffect(() => {
    if (rowId === undefined) return undefined;
    let isPast = false;
    void ordinalOf(browse, rowId).then((result) => {
      // What is wrong with the listing is told by its rows.
      if (!isPast) setKnown(result.ok ? { ...result.value, listingId: browse.listingId, rowId } : null);
    });
    return () => {
      isPast = true;
    };
  }, [ordinalOf, browse, rowId]);
  if (known === null || known.listingId !== browse.listingId || known.rowId !== rowId) return null;
  return known.place === null ? null : { place: known.place, count: known.count };
}
