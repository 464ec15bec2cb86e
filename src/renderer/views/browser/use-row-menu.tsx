import { ClipboardCopy, Eye, FolderOpen, Import, Link, ListTree } from 'lucide-react';
import type { BrowseRow } from '../../../shared/browse.ts';
import type { Source } from '../../../shared/session.ts';
import { useContextMenu, type ContextMenu } from '../../components/context-menu.tsx';
import { copyText } from '../../components/copy-text.ts';
import type { MenuGroup } from '../../components/menu.tsx';
import { showToast } from '../../components/toast.tsx';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { indexOfRow } from './browse-row.tsx';
import { useBrowseActions } from './use-browse-actions.ts';

/** Which row a menu is about. */
interface MenuRow {
  readonly index: number;
  readonly row: BrowseRow;
}

/** The context menu of the listing's rows, in the list and in the grid alike. */
export function useRowMenu(windows: RowWindows | null, source: Source): ContextMenu<MenuRow> {
  const { browser: text, peek, common } = useText();
  const format = useFormat();
  const selected = useApp((state) => state.browse?.selected ?? 0);
  const place = useApp((state) => state.place);
  const openPlace = useApp((state) => state.openPlace);
  const moveCursor = useApp((state) => state.moveCursor);
  const openQuickLook = useApp((state) => state.openQuickLook);
  const { openPrefix, importSelection } = useBrowseActions();

  const copy = (words: string): void => {
    if (copyText(words)) showToast({ tone: 'ok', title: common.copied });
  };
  const addressOf = (key: string): string => `s3://${source.bucket}/${key}`;

  const groupsOf = ({ index, row }: MenuRow): readonly MenuGroup[] => {
    const { kind, key, notPickable, selected: isSelected } = row;
    // The press that opened the menu has selected its row; main may not have said so yet.
    const count = isSelected ? selected : 1;
    const open =
      kind === 'folder'
        ? [
            { id: 'open', icon: FolderOpen, label: text.menu.open, onAction: () => openPrefix(key) },
            {
              id: 'below',
              icon: ListTree,
              label: text.menu.below,
              onAction: () => {
                if (place !== null) void openPlace({ ...place, prefix: key, scope: 'below' });
              },
            },
          ]
        : [
            {
              id: 'import',
              icon: Import,
              label: text.importSelection(format.count(count)),
              isDisabled: notPickable !== null && !isSelected,
              onAction: importSelection,
            },
            {
              id: 'quick-look',
              icon: Eye,
              label: peek.quickLook,
              onAction: () => {
                const at = { index, id: row.id };
                moveCursor({ active: at, anchor: at });
                openQuickLook();
              },
            },
          ];
    return [
      { id: 'open', commands: open },
      {
        id: 'copy',
        commands: [
          { id: 'copy-key', icon: ClipboardCopy, label: text.menu.copyKey, onAction: () => copy(key) },
          {
            id: 'copy-address',
            icon: Link,
            label: text.menu.copyAddress,
            onAction: () => copy(addressOf(key)),
          },
        ],
      },
    ];
  };

  return useContextMenu(
    text.menu.label,
    (element) => {
      const index = indexOfRow(element);
      const row = index === null ? undefined : windows?.row(index);
      return index === null || row === undefined ? null : { index, row };
    },
    groupsOf,
  );
}
