import { useMemo } from 'react';
import { useApp } from '../../store/store.ts';
import type { Command } from '../../store/ui-slice.ts';
import { useText } from '../../text/text.ts';
import { useCommands } from '../frame/use-commands.ts';
import { useReport } from '../frame/use-report.ts';

/** Offers to pause and resume sending, also before anything is in the queue. */
export function useQueueCommands(): void {
  const text = useText().queue;
  const pauseQueue = useApp((state) => state.pauseQueue);
  const resumeQueue = useApp((state) => state.resumeQueue);
  const report = useReport();
  const commands = useMemo((): readonly Command[] => {
    const section = 'queue';
    return [
      {
        id: 'pause',
        section,
        title: text.pauseSending,
        shortcut: 'Mod+Shift+P',
        run: () => void pauseQueue().then(report),
      },
      {
        id: 'resume',
        section,
        title: text.resumeSending,
        shortcut: 'Mod+Shift+R',
        run: () => void resumeQueue().then(report),
      },
    ];
  }, [text, pauseQueue, resumeQueue, report]);
  useCommands(commands);
}
