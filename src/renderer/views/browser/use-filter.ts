import { useCallback, useContext } from 'react';
import { defaultBrowseView, type BrowseView } from '../../../shared/browse.ts';
import { StoreContext, useApp } from '../../store/store.ts';

/** Whether a filter hides anything at all. */
export const isFiltering = (filter: BrowseView['filter']): boolean =>
  JSON.stringify({ ...filter, mode: '' }) !== JSON.stringify({ ...noFilter, mode: '' });

/** A filter that lets everything through. */
export const noFilter: BrowseView['filter'] = { ...defaultBrowseView.filter, videosOnly: false };

/** The filter in force and how to change parts of it; what is refused stands in the store as `viewError`. */
export function useFilter(): {
  readonly filter: BrowseView['filter'];
  readonly change: (part: Partial<BrowseView['filter']>) => void;
} {
  const store = useContext(StoreContext);
  const filter = useApp((state) => state.browseView.filter);
  const change = useCallback(
    (part: Partial<BrowseView['filter']>) => {
      if (store === null) return;
      const { browseView, changeView } = store.getState();
      void changeView({ ...browseView, filter: { ...browseView.filter, ...part } });
    },
    [store],
  );
  return { filter, change };
}
