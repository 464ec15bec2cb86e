import { useCallback } from 'react';
import type { ChosenView } from '../../../shared/browse.ts';
import { defaultChosenView } from '../../store/chosen-view.ts';
import { useApp } from '../../store/store.ts';

/** Whether a filter hides anything at all. */
export const isFiltering = (filter: ChosenView['filter']): boolean =>
  JSON.stringify({ ...filter, mode: '' }) !== JSON.stringify({ ...noFilter, mode: '' });

/** A filter that lets everything through. */
export const noFilter: ChosenView['filter'] = { ...defaultChosenView.filter, videosOnly: false };

/** The filter in force and how to change parts of it; what is refused stands in the store as `viewError`. */
export function useFilter(): {
  readonly filter: ChosenView['filter'];
  readonly change: (part: Partial<ChosenView['filter']>) => void;
} {
  const filter = useApp((state) => state.browseView.filter);
  const changeFilter = useApp((state) => state.changeFilter);
  const change = useCallback(
    (part: Partial<ChosenView['filter']>) => void changeFilter(part),
    [changeFilter],
  );
  return { filter, change };
}
