import { useMemo, type RefObject } from 'react';
import { useApp } from '../../store/store.ts';
import type { Command } from '../../store/ui-slice.ts';
import { useText } from '../../text/text.ts';
import { useCommands } from '../frame/use-commands.ts';
import { useReport } from '../frame/use-report.ts';
import { useBookmark } from '../saved/use-bookmark.ts';
import { useBrowseActions } from './use-browse-actions.ts';

/** Offers what the browser can do, and says which keys its table knows. */
export function useBrowserCommands(
  filterInput: RefObject<HTMLInputElement | null>,
  onEditAddress: () => void,
): void {
  const {
    browser: words,
    peek: { quickLook },
    saved,
  } = useText();
  const goBack = useApp((state) => state.goBack);
  const goForward = useApp((state) => state.goForward);
  const refreshPlace = useApp((state) => state.refreshPlace);
  const changeSelection = useApp((state) => state.changeSelection);
  const report = useReport();
  const openOverlay = useApp((state) => state.openOverlay);
  const { isBookmarked, toggle } = useBookmark();
  const { goUp, importSelection } = useBrowseActions();
  const commands = useMemo((): readonly Command[] => {
    const text = words.commands;
    const select = (kind: 'all-matching' | 'invert-matching' | 'none') => () =>
      void changeSelection({ kind }).then(report);
    const place = { section: 'browser' } as const;
    const selection = { section: 'selection', isGlobal: false } as const;
    return [
      { ...place, id: 'back', title: words.back, shortcut: 'Alt+ArrowLeft', run: () => void goBack() },
      {
        ...place,
        id: 'forward',
        title: words.forward,
        shortcut: 'Alt+ArrowRight',
        run: () => void goForward(),
      },
      { ...place, id: 'up', title: words.up, shortcut: 'Alt+ArrowUp', run: goUp },
      { ...place, id: 'refresh', title: words.refresh, shortcut: 'Mod+R', run: () => void refreshPlace() },
      { ...place, id: 'address', title: text.address, shortcut: 'Mod+L', run: onEditAddress },
      {
        ...place,
        id: 'filter',
        title: text.filter,
        shortcut: 'Mod+F',
        run: () => filterInput.current?.focus(),
      },
      {
        ...place,
        id: 'bookmark',
        title: isBookmarked ? saved.removeBookmark : saved.addBookmark,
        shortcut: 'Mod+D',
        run: toggle,
      },
      {
        ...place,
        id: 'save-view',
        title: saved.saveView,
        shortcut: 'Mod+Shift+S',
        run: () => openOverlay({ kind: 'save-selection' }),
      },
      { ...place, id: 'type-ahead', title: text.typeAhead, shortcut: words.typeAheadKeys, run: null },
      { ...selection, id: 'open', title: text.open, shortcut: 'Enter', run: null },
      { ...selection, id: 'quick-look', title: quickLook, shortcut: 'Space', run: null },
      { ...selection, id: 'toggle', title: text.toggle, shortcut: 'Mod+Space', run: null },
      { ...selection, id: 'extend', title: text.extend, shortcut: 'Shift+ArrowDown', run: null },
      {
        ...selection,
        id: 'select-all',
        title: text.selectAll,
        shortcut: 'Mod+A',
        run: select('all-matching'),
      },
      {
        ...selection,
        id: 'invert',
        title: text.invert,
        shortcut: 'Mod+I',
        run: select('invert-matching'),
      },
      { ...selection, id: 'select-none', title: text.clear, shortcut: 'Escape', run: select('none') },
      { ...selection, id: 'import', title: text.import, shortcut: 'Mod+Enter', run: importSelection },
    ];
  }, [
    words,
    goBack,
    goForward,
    refreshPlace,
    changeSelection,
    report,
    goUp,
    importSelection,
    filterInput,
    onEditAddress,
    quickLook,
    saved,
    openOverlay,
    isBookmarked,
    toggle,
  ]);
  useCommands(commands);
}
