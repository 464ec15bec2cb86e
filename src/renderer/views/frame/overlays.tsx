import { useApp } from '../../store/store.ts';
import { HistoryDialog } from '../history/history-dialog.tsx';
import { SavedDialogs } from '../saved/saved-dialogs.tsx';
import { AddAccountDialog } from '../settings/add-account-dialog.tsx';
import { LicencesDialog } from '../settings/licences-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { SourceDialogs } from '../sources/source-dialogs.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** Whatever lies over the window at the moment; at most one thing. */
export function Overlays() {
  const kind = useApp((state) => state.overlay?.kind ?? null);
  return (
    <>
      {kind === 'settings' && <SettingsDialog />}
      {kind === 'palette' && <CommandPalette />}
      {kind === 'history' && <HistoryDialog />}
      {kind === 'licences' && <LicencesDialog />}
      {kind === 'add-account' && <AddAccountDialog />}
      {kind === 'shortcuts' && <ShortcutSheet />}
      <SourceDialogs />
      <SavedDialogs />
    </>
  );
}
