import { useEffect } from 'react';
import { useApp } from '../../store/store.ts';
import type { Command } from '../../store/ui-slice.ts';

/** Offers a view's commands while it is mounted: in the palette, on the shortcut sheet, and by their keys. Memoise the list. */
export function useCommands(commands: readonly Command[]): void {
  const addCommands = useApp((state) => state.addCommands);
  useEffect(() => addCommands(commands), [addCommands, commands]);
}
