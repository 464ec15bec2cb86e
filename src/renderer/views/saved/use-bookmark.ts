import { useCallback, useContext } from 'react';
import { bookmarkHere } from '../../store/saved-slice.ts';
import { selectedSource } from '../../store/sources-slice.ts';
import { StoreContext, useApp } from '../../store/store.ts';
import { useReport } from '../frame/use-report.ts';
import { nameOfPlace } from './place-name.ts';

/** Whether the place in the browser is bookmarked, and the way to change that. */
export function useBookmark(): { readonly isBookmarked: boolean; readonly toggle: () => void } {
  const store = useContext(StoreContext);
  const isBookmarked = useApp((state) => bookmarkHere(state) !== null);
  const report = useReport();
  const toggle = useCallback(() => {
    const state = store?.getState();
    const source = state === undefined ? null : selectedSource(state);
    if (state === undefined || source === null || state.session === null || state.place === null) return;
    const bookmark = bookmarkHere(state);
    const { prefix } = state.place;
    void state
      .changeSaved(
        bookmark === null
          ? {
              change: 'add',
              item: {
                kind: 'bookmark',
                name: nameOfPlace(prefix, source.name),
                environmentId: state.session.environment.environmentId,
                teamId: source.teamId,
                locationId: source.locationId,
                locationName: source.name,
                prefix,
              },
            }
          : { change: 'remove', id: bookmark.id },
      )
      .then(report);
  }, [store, report]);
  return { isBookmarked, toggle };
}
