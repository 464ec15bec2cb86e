import { useEffect } from 'react';
import { useAppStore } from '../../store/store.ts';
import { useReport } from '../frame/use-report.ts';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Keys of Quick Look: arrows go to the next file or the next selected one, Ctrl and Space selects, Space closes. */
export function useQuickLookKeys(isOpen: boolean): void {
  const store = useAppStore();
  const report = useReport();
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const { stepCursor, changeSelection, closeQuickLook, cursor } = store.getState();
      const by = steps[event.key];
      const isCommand = event.ctrlKey || event.metaKey;
      const isOnControl =
        event.target instanceof HTMLButtonElement || event.target instanceof HTMLVideoElement;
      if (by !== undefined) void stepCursor(by).then(report);
      else if (event.key !== ' ') return;
      else if (isCommand) void changeSelection({ kind: 'toggle', row: cursor.active }).then(report);
      else if (isOnControl) return;
      else closeQuickLook();
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [store, isOpen, report]);
}
