import { useMemo } from 'react';
import { selectedSource } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import type { Command } from '../../store/ui-slice.ts';
import { useText } from '../../text/text.ts';
import { useCommands } from '../frame/use-commands.ts';

/** Offers what can be done with the sources in the palette. */
export function useSourceCommands(): void {
  const text = useText().sources;
  const selected = useApp(selectedSource);
  const openOverlay = useApp((state) => state.openOverlay);
  const loadSources = useApp((state) => state.loadSources);
  const locationId = selected?.locationId ?? null;
  const hasCredentials = selected !== null && selected.credentials !== null;
  const commands = useMemo((): readonly Command[] => {
    const section = 'general';
    return [
      { id: 'add-location', section, title: text.add, run: () => openOverlay({ kind: 'add-location' }) },
      { id: 'refresh-sources', section, title: text.refresh, run: () => void loadSources() },
      ...(locationId === null
        ? []
        : [
            {
              id: 'replace-credentials',
              section,
              title: hasCredentials ? text.replaceCredentials : text.setCredentials,
              run: () => openOverlay({ kind: 'credentials', locationId }),
            } as const,
          ]),
      ...(locationId === null || !hasCredentials
        ? []
        : [
            {
              id: 'test-credentials',
              section,
              title: text.test,
              run: () => openOverlay({ kind: 'test-credentials', locationId }),
            } as const,
          ]),
    ];
  }, [text, locationId, hasCredentials, openOverlay, loadSources]);
  useCommands(commands);
}
