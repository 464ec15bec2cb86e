import { startTransition, useEffect, useRef, useState } from 'react';
import type { DraftRow } from '../../../shared/imports.ts';
import type { DraftRequest } from '../../store/draft-slice.ts';
import { useApp } from '../../store/store.ts';

interface Rows {
  readonly of: DraftRequest;
  readonly byIndex: ReadonlyMap<number, DraftRow>;
}

/**
 * What objects of a draft would become, by their place. Main is asked one question at a time, and then the latest: each
 * letter of a template is another question about the whole batch.
 */
export function useDraftRows(
  request: DraftRequest,
  from: number,
  count: number,
): ReadonlyMap<number, DraftRow> {
  const draftRows = useApp((state) => state.draftRows);
  const [rows, setRows] = useState<Rows>({ of: request, byIndex: new Map() });
  const underWay = useRef(Promise.resolve());
  useEffect(() => {
    if (count <= 0) return undefined;
    let isCurrent = true;
    underWay.current = underWay.current.then(async () => {
      if (!isCurrent) return;
      const result = await draftRows({ ...request, from, count: Math.min(1_000, count) });
      // What failed is said by the summary, which is asked for as well.
      if (!isCurrent || !result.ok) return;
      const news = result.value.map((row, index): [number, DraftRow] => [from + index, row]);
      // Rows of other settings stay on screen until those of the new ones are here, so that nothing flickers.
      startTransition(() =>
        setRows((last) => ({
          of: request,
          byIndex: new Map([...(last.of === request ? last.byIndex : []), ...news]),
        })),
      );
    });
    return () => void (isCurrent = false);
  }, [draftRows, request, from, count]);
  return rows.byIndex;
}
