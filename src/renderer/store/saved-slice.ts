import type { AppError } from '../../shared/errors.ts';
import type { Bookmark, Preset, Saved, SavedChange, SavedSelection } from '../../shared/saved.ts';
import { currentTeamId } from './sources-slice.ts';
import type { AppState, Slice } from './store.ts';

/** Something saved that leads to a place. */
export type SavedPlace = Bookmark | SavedSelection;

/** What the operator keeps: bookmarks, smart selections and presets of the batch sheet. Main owns it, the screens mirror it. */
export interface SavedSlice {
  /** Null until loaded. */
  readonly saved: readonly Saved[] | null;
  readonly loadSaved: () => Promise<AppError | null>;
  readonly changeSaved: (change: SavedChange) => Promise<AppError | null>;
  /** Goes where it leads; a selection then selects everything that matches. */
  readonly openSaved: (item: SavedPlace) => Promise<AppError | null>;
  readonly savedChanged: (saved: readonly Saved[]) => void;
}

/** Whether something leads to a place of the environment and the team that are shown. */
export const isSavedHere = (
  item: Saved,
  environmentId: string | null,
  teamId: string | null,
): item is SavedPlace =>
  item.kind !== 'preset' && item.environmentId === environmentId && item.teamId === teamId;

/** The bookmark of the place that the browser shows. */
export function bookmarkHere(state: AppState): Bookmark | null {
  const { place, saved, session } = state;
  const found = saved?.find(
    (item) =>
      item.kind === 'bookmark' &&
      isSavedHere(item, session?.environment.environmentId ?? null, currentTeamId(state)) &&
      item.locationId === place?.locationId &&
      item.prefix === place.prefix,
  );
  return found?.kind === 'bookmark' ? found : null;
}

/** What is saved of one kind, as far as it is loaded. */
export const presetsOf = (saved: readonly Saved[] | null): readonly Preset[] =>
  (saved ?? []).filter((item) => item.kind === 'preset');

/** See {@link SavedSlice}. */
export const createSavedSlice: Slice<SavedSlice> = (client) => (set, get) => ({
  saved: null,
  async loadSaved() {
    const result = await client.request('saved.get', null);
    if (result.ok) set({ saved: result.value });
    return result.ok ? null : result.error;
  },
  async changeSaved(change) {
    const result = await client.request('saved.change', change);
    if (!result.ok) return result.error;
    set({ saved: result.value });
    return null;
  },
  async openSaved(item) {
    const { locationId, prefix } = item;
    const { sources, selectSource, openPlace, openPicked } = get();
    // A location that is gone leads nowhere; the list says so.
    if (sources?.some((source) => source.locationId === locationId) !== true) return null;
    selectSource(locationId);
    return item.kind === 'bookmark'
      ? openPlace({ locationId, prefix, scope: 'folder' })
      : openPicked({ locationId, prefix, scope: item.scope }, item.view);
  },
  savedChanged: (saved) => set({ saved }),
});
