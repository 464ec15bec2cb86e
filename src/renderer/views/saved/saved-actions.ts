import { FolderOpen, ListChecks, Pencil, RefreshCw, StarOff, Trash2 } from 'lucide-react';
import type { MenuGroup } from '../../components/menu.tsx';
import { showToast } from '../../components/toast.tsx';
import type { SavedPlace } from '../../store/saved-slice.ts';
import { selectedSource } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import type { ShownPlace } from './use-saved-places.ts';

/** What can be done with something saved; the row's menu, its context menu and its keys do the same. */
export interface SavedActions {
  readonly groupsOf: (place: ShownPlace) => readonly MenuGroup[];
  readonly open: (place: ShownPlace) => void;
  readonly rename: (item: SavedPlace) => void;
  /** Asks first, except for a favourite: the star brings it back. */
  readonly remove: (item: SavedPlace) => void;
}

/** See {@link SavedActions}. */
export function useSavedActions(): SavedActions {
  const text = useText().saved;
  const openOverlay = useApp((state) => state.openOverlay);
  const openSaved = useApp((state) => state.openSaved);
  const changeSaved = useApp((state) => state.changeSaved);
  const source = useApp(selectedSource);
  const current = useApp((state) => state.place);
  const view = useApp((state) => state.browseView);
  const report = useReport();

  const open = ({ item, isGone }: ShownPlace): void => {
    // Why a place cannot be opened is said where its files would be.
    if (!isGone) void openSaved(item);
  };
  const rename = ({ id }: SavedPlace): void => openOverlay({ kind: 'rename-saved', savedId: id });
  const remove = ({ kind, id }: SavedPlace): void => {
    if (kind === 'bookmark') void changeSaved({ change: 'remove', id }).then(report);
    else openOverlay({ kind: 'remove-saved', savedId: id });
  };
  const update = async (item: SavedPlace): Promise<void> => {
    if (item.kind !== 'selection' || source === null || current === null) return;
    const { locationId, prefix, scope } = current;
    const error = await changeSaved({
      change: 'replace',
      item: { ...item, locationId, locationName: source.name, prefix, scope, view },
    });
    report(error);
    if (error === null) showToast({ tone: 'ok', title: text.updated(displayKey(item.name)) });
  };
  const groupsOf = (place: ShownPlace): readonly MenuGroup[] => {
    const { item, isGone } = place;
    const isSelection = item.kind === 'selection';
    return [
      {
        id: 'open',
        commands: [
          {
            id: 'open',
            icon: isSelection ? ListChecks : FolderOpen,
            label: isSelection ? text.openSelection : text.open,
            isDisabled: isGone,
            onAction: () => open(place),
          },
        ],
      },
      {
        id: 'change',
        commands: [
          { id: 'rename', icon: Pencil, label: text.rename, shortcut: 'F2', onAction: () => rename(item) },
          ...(isSelection
            ? [
                {
                  id: 'update',
                  icon: RefreshCw,
                  label: text.update,
                  isDisabled: source === null || current?.locationId !== source.locationId,
                  onAction: () => void update(item),
                },
              ]
            : []),
        ],
      },
      {
        id: 'remove',
        commands: [
          {
            id: 'remove',
            icon: isSelection ? Trash2 : StarOff,
            label: isSelection ? text.remove : text.removeBookmark,
            shortcut: 'Delete',
            isDanger: isSelection,
            onAction: () => remove(item),
          },
        ],
      },
    ];
  };
  return { groupsOf, open, rename, remove };
}
