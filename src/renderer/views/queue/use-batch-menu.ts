import {
  ChevronDown,
  ChevronRight,
  ChevronsDownUp,
  ChevronsUpDown,
  ListChecks,
  ListFilter,
  RotateCw,
  Upload,
  type LucideIcon,
} from 'lucide-react';
import { useCallback } from 'react';
import type { JobState, JobTarget } from '../../../shared/imports.ts';
import type { MenuGroup } from '../../components/menu.tsx';
import { useAppStore } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';

/** Answers a function that says what can be done with a whole batch, as it is when it is asked. */
export function useBatchMenu(): (batchId: string) => readonly MenuGroup[] {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const store = useAppStore();
  return useCallback(
    (batchId) => {
      const state = store.getState();
      const { counts = {} } = state.batchTallies.get(batchId) ?? {};
      // Only what there is something to do for.
      const remedy = (
        id: string,
        icon: LucideIcon,
        of: JobState,
        label: (count: string) => string,
        call: (target: JobTarget) => ReturnType<typeof state.retryJobs>,
      ) => {
        const count = counts[of] ?? 0;
        const target = { states: [of], batchId, errorCode: null };
        const onAction = (): void => void call(target).then(report);
        return count === 0 ? [] : [{ id, icon, label: label(format.count(count)), onAction }];
      };
      const isOnly = state.listOptions.batchId === batchId;
      const isCollapsed = state.collapsedBatches.has(batchId);
      const every = state.jobGroups.flatMap((group) => group.batchId ?? []);
      return [
        {
          id: 'remedies',
          commands: [
            ...remedy('restart', RotateCw, 'failed', text.restartInBatch, (target) =>
              state.restartJobs(target, false),
            ),
            ...remedy('retry', Upload, 'rejected', text.retryInBatch, state.retryJobs),
            ...remedy('remove', ListChecks, 'done', text.removeInBatch, state.removeJobs),
          ],
        },
        {
          id: 'view',
          commands: [
            {
              id: 'only',
              icon: ListFilter,
              label: isOnly ? text.showEveryBatch : text.showBatch,
              onAction: () => state.showInQueue({ batchId: isOnly ? null : batchId }),
            },
            {
              id: 'collapse',
              icon: isCollapsed ? ChevronDown : ChevronRight,
              label: isCollapsed ? text.expand : text.collapse,
              onAction: () => state.setBatchCollapsed([batchId], !isCollapsed),
            },
            {
              id: 'collapse-all',
              icon: isCollapsed ? ChevronsUpDown : ChevronsDownUp,
              label: isCollapsed ? text.expandAll : text.collapseAll,
              onAction: () => state.setBatchCollapsed(every, !isCollapsed),
            },
          ],
        },
      ];
    },
    [text, format, report, store],
  );
}
