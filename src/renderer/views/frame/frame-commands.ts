import { useMemo } from 'react';
import { useApp } from '../../store/store.ts';
import type { Command } from '../../store/ui-slice.ts';
import { useText } from '../../text/text.ts';
import { START_SHORTCUT } from '../batch-sheet/use-start-key.ts';
import { useSaveDiagnostics } from '../settings/use-save-diagnostics.ts';
import { useLists } from '../manifest/use-lists.ts';
import { focusRegion, neighbourRegion } from './regions.ts';
import { useCommands } from './use-commands.ts';
import { useReport } from './use-report.ts';

/** Offers the window's own commands. */
export function useFrameCommands(): void {
  const { batch, frame: text, manifest, history, settings } = useText();
  const saveDiagnostics = useSaveDiagnostics();
  const openOverlay = useApp((state) => state.openOverlay);
  const openPage = useApp((state) => state.openPage);
  const { openFile } = useLists();
  const checkSession = useApp((state) => state.checkSession);
  const report = useReport();
  const commands = useMemo((): readonly Command[] => {
    const section = 'general';
    const later = (run: () => Promise<Parameters<typeof report>[0]>) => () => void run().then(report);
    return [
      {
        id: 'palette',
        section,
        title: text.palette,
        shortcut: 'Mod+K',
        run: () => openOverlay({ kind: 'palette' }),
      },
      {
        id: 'settings',
        section,
        title: text.settings,
        shortcut: 'Mod+,',
        run: () => openOverlay({ kind: 'settings' }),
      },
      {
        id: 'shortcuts',
        section,
        title: text.shortcuts,
        shortcut: '?',
        run: () => openOverlay({ kind: 'shortcuts' }),
      },
      {
        id: 'history',
        section,
        title: history.open,
        shortcut: 'Mod+Shift+H',
        run: () => openOverlay({ kind: 'history' }),
      },
      {
        id: 'open-manifest',
        section,
        title: manifest.open,
        shortcut: 'Mod+O',
        run: openFile,
      },
      { id: 'paste-manifest', section, title: manifest.paste, shortcut: 'Mod+V', isGlobal: false, run: null },
      {
        id: 'start-import',
        section,
        title: batch.startByKeys,
        shortcut: START_SHORTCUT,
        isGlobal: false,
        run: null,
      },
      {
        id: 'focus-sources',
        section,
        title: text.focusSources,
        shortcut: 'Mod+1',
        run: () => focusRegion('sources'),
      },
      {
        id: 'focus-browser',
        section,
        title: text.focusBrowser,
        shortcut: 'Mod+2',
        run: () => focusRegion('browser'),
      },
      {
        id: 'focus-queue',
        section,
        title: text.focusQueue,
        shortcut: 'Mod+3',
        run: () => focusRegion('queue'),
      },
      {
        id: 'next-region',
        section,
        title: text.nextRegion,
        shortcut: 'F6',
        run: () => focusRegion(neighbourRegion(1)),
      },
      {
        id: 'previous-region',
        section,
        title: text.previousRegion,
        shortcut: 'Shift+F6',
        run: () => focusRegion(neighbourRegion(-1)),
      },
      { id: 'check-connection', section, title: text.checkAgain, run: later(checkSession) },
      { id: 'api-keys', section, title: text.apiKeysPage, run: later(() => openPage({ page: 'api-keys' })) },
      {
        id: 'documentation',
        section,
        title: text.documentation,
        run: later(() => openPage({ page: 'documentation' })),
      },
      { id: 'save-diagnostics', section, title: settings.saveDiagnostics, run: saveDiagnostics },
      { id: 'support', section, title: text.support, run: later(() => openPage({ page: 'support' })) },
    ];
  }, [
    batch,
    text,
    manifest,
    history,
    settings,
    saveDiagnostics,
    openOverlay,
    openPage,
    openFile,
    checkSession,
    report,
  ]);
  useCommands(commands);
}
