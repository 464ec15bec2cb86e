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
    () =>
      places
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
    [places, text, openSaved],
  );
  useCommands(commands);
}
