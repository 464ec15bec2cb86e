import { useMemo } from 'react';
import { isSavedHere, type SavedPlace } from '../../store/saved-slice.ts';
import { currentTeamId } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';

/** Something saved that leads to a place, and whether that place is still there. */
export interface ShownPlace {
  /** That of the item, for lists. */
  readonly id: string;
  readonly item: SavedPlace;
  readonly isGone: boolean;
  /** What the location is called now, or was when it was still there. */
  readonly locationName: string;
}

/** What is saved for the environment and the team that are shown: bookmarks, then selections, each by name. */
export function useSavedPlaces(): readonly ShownPlace[] {
  const saved = useApp((state) => state.saved);
  const sources = useApp((state) => state.sources);
  const environmentId = useApp((state) => state.session?.environment.environmentId ?? null);
  const teamId = useApp(currentTeamId);
  const { locale } = useFormat();
  return useMemo(
    () =>
      (saved ?? [])
        .filter((item) => isSavedHere(item, environmentId, teamId))
        .toSorted(
          (left, right) =>
            left.kind.localeCompare(right.kind) ||
            left.name.localeCompare(right.name, locale, { numeric: true }),
        )
        .map((item) => {
          const source = sources?.find(({ locationId }) => locationId === item.locationId);
          return {
            id: item.id,
            item,
            isGone: sources !== null && source === undefined,
            locationName: source?.name ?? item.locationName,
          };
        }),
    [saved, sources, environmentId, teamId, locale],
  );
}
