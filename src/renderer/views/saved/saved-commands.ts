import { useMemo } from 'react';
import { useApp } from '../../store/store.ts';
import type { Command } from '../../store/ui-slice.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { useCommands } from '../frame/use-commands.ts';
import type { ShownPlace } from './use-saved-places.ts';

/** Offers everything that is saved by its name in the palette. */
export function useSavedCommands(places: readonly ShownPlace[]): void {
  const text = useText().saved;
  const openSaved = useApp((state) => state.openSaved);
  const commands = useMemo(
    (): readonly Command[] => [
      ...places
        .filter(({ isGone }) => !isGone)
        .map(({ item }): Command => {
          const name = displayKey(item.name);
          return {
            id: `saved-${item.id}`,
            section: 'saved',
            title: item.kind === 'bookmark' ? text.goTo(name) : text.select(name),
            run: () => void openSaved(item),
          };
        }),
      {
        id: 'rename-saved',
        section: 'saved',
        title: text.renameKey,
        shortcut: 'F2',
        isGlobal: false,
        run: null,
      },
      {
        id: 'remove-saved',
        section: 'saved',
        title: text.removeKey,
        shortcut: 'Delete',
        isGlobal: false,
        run: null,
      },
    ],
    [places, text, openSaved],
  );
  useCommands(commands);
}
