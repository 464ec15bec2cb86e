import { useEffect, useEffectEvent, type RefObject } from 'react';
import { matchesShortcut } from '../../components/shortcut.ts';

/** Starts the import from anywhere in the sheet. */
export const START_SHORTCUT = 'Mod+Enter';

/**
 * Calls `start` for the keys of {@link START_SHORTCUT} in the dialog around `form`; not in what lies over it, such as
 * a list of choices. It listens before the sheet's parts do: a button would take the keys for a press.
 */
export function useStartKey(form: RefObject<HTMLFormElement | null>, start: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const { target } = event;
    const sheet = form.current?.closest('[role="dialog"]');
    if (!(target instanceof Element) || sheet?.contains(target) !== true) return;
    if (!matchesShortcut(event, START_SHORTCUT) || target.closest('[data-own-enter]') !== null) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) start();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
}
