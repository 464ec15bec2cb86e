import { useContext, useEffect } from 'react';
import { matchesShortcut } from '../../components/shortcut.ts';
import { StoreContext } from '../../store/store.ts';

/** Places where keys belong to what is in front: dialogs, menus and lists of choices. */
const IN_FRONT = '[role="dialog"], [role="alertdialog"], [role="menu"]';
/** Shortcuts that every text field has itself. */
const OF_TEXT = /^Mod\+(Shift\+)?[ACVXZY]$/i;

const isTextField = (target: Element): boolean =>
  target.matches(
    'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, [contenteditable="true"]',
  );

/** Runs the commands of all mounted views by their keys, except where the keys mean something else. */
export function useGlobalShortcuts(): void {
  const store = useContext(StoreContext);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (store === null || event.defaultPrevented || !(target instanceof Element)) return;
      if (target.closest(IN_FRONT) !== null) return;
      const command = store
        .getState()
        .commands.find(
          ({ shortcut, isGlobal = true, run }) =>
            run !== null &&
            isGlobal &&
            shortcut !== undefined &&
            matchesShortcut(event, shortcut) &&
            (!isTextField(target) || (shortcut.startsWith('Mod+') && !OF_TEXT.test(shortcut))),
        );
      if (command === undefined || command.run === null) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}
