import { useMemo } from 'react';
import { useApp } from '../../store/store.ts';
import type { Command } from '../../store/ui-slice.ts';
import { useText } from '../../text/text.ts';
import { useCommands } from '../frame/use-commands.ts';
import { useReport } from '../frame/use-report.ts';

/** Offers to pause and resume sending, also before anything is in the queue, and to group its list. */
export function useQueueCommands(): void {
  const text = useText().queue;
  const pauseQueue = useApp((state) => state.pauseQueue);
  const resumeQueue = useApp((state) => state.resumeQueue);
  const isGrouped = useApp((state) => state.listOptions.isGrouped);
  const show = useApp((state) => state.showInQueue);
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
      {
        id: 'group-queue',
        section,
        title: isGrouped ? text.ungroup : text.groupByBatch,
        run: () => show({ isGrouped: !isGrouped }),
      },
    ];
  }, [text, pauseQueue, resumeQueue, isGrouped, show, report]);
  useCommands(commands);
}
