import { ListFilter } from 'lucide-react';
import { useCallback, useState, type ReactElement } from 'react';
import type { JobRow, JobTarget } from '../../../shared/imports.ts';
import { copyText } from '../../components/copy-text.ts';
import type { MenuGroup } from '../../components/menu.tsx';
import { showToast } from '../../components/toast.tsx';
import { useAppStore } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { AbandonDialog, type Abandoning } from './abandon-dialog.tsx';
import { CandidatesDialog } from './candidates-dialog.tsx';
import { offeredActions, type JobAction } from './job-actions.ts';
import { jobIcons } from './job-icons.ts';

/** The context menu for selected imports, as they are when it is asked, and the dialogs that its commands open. */
export function useJobMenu(): {
  readonly groupsOf: (jobIds: Iterable<string>) => readonly MenuGroup[];
  readonly dialogs: ReactElement;
} {
  const text = useText().queue;
  const format = useFormat();
  const report = useReport();
  const store = useAppStore();
  const [abandoning, setAbandoning] = useState<Abandoning | null>(null);
  const [deciding, setDeciding] = useState<JobRow | null>(null);

  const groupsOf = useCallback(
    (selected: Iterable<string>): readonly MenuGroup[] => {
      const state = store.getState();
      const rows = [...selected].flatMap((id) => state.jobs.byId.get(id) ?? []);
      const jobIds = rows.map((row) => row.jobId);
      const target: JobTarget = { jobIds };
      const [first] = rows;
      const copy = (values: readonly (string | null | undefined)[]): void =>
        void copyText(values.filter((value) => value !== null && value !== undefined).join('\n'));
      const move = async (to: 'top' | 'bottom'): Promise<void> => {
        const error = await state.moveJobs(jobIds, to);
        if (error !== null) return report(error);
        // Sorted by anything else, nothing moves on the screen.
        if (store.getState().listOptions.sort === 'queue') return;
        const moved = to === 'top' ? text.movedFirst : text.movedLast;
        showToast({ tone: 'ok', title: moved(format.count(jobIds.length)) });
      };
      const run: Readonly<Record<JobAction, () => void>> = {
        restart: () => void state.restartJobs(target, false).then(report),
        'restart-unchecked': () => void state.restartJobs(target, true).then(report),
        'start-over': () => setAbandoning({ jobIds, importAgain: true }),
        abandon: () => setAbandoning({ jobIds, importAgain: false }),
        retry: () => void state.retryJobs(target).then(report),
        decide: () => setDeciding(first ?? null),
        'move-top': () => void move('top'),
        'move-bottom': () => void move('bottom'),
        remove: () => void state.removeJobs(target).then(report),
        open: () => {
          const videoId = first?.videoId ?? null;
          const environmentId = state.session?.environment.environmentId;
          if (videoId !== null && environmentId !== undefined)
            void state.openPage({ page: 'video', videoId, environmentId }).then(report);
        },
        'copy-video-id': () => copy(rows.map((row) => row.videoId)),
        'copy-request-id': () => copy(rows.map((row) => row.error?.requestId)),
        'copy-object-key': () => copy(rows.map((row) => row.objectKey)),
      };
      const command = (id: JobAction) => ({
        id,
        label: text.actions[id] ?? id,
        icon: jobIcons[id],
        isDanger: id === 'abandon' || id === 'start-over',
        onAction: run[id],
      });
      const copies: JobAction[] = [
        ...(rows.some((row) => row.videoId !== null) ? (['copy-video-id'] as const) : []),
        ...(rows.some((row) => (row.error?.requestId ?? null) !== null)
          ? (['copy-request-id'] as const)
          : []),
        ...(rows.length > 0 ? (['copy-object-key'] as const) : []),
      ];
      const batchId = first?.batchId ?? null;
      const isOfOne = rows.every((row) => row.batchId === batchId);
      const isOnly = state.listOptions.batchId !== null;
      const only = {
        id: 'only',
        icon: ListFilter,
        label: isOnly ? text.showEveryBatch : text.showBatch,
        onAction: () => state.showInQueue({ batchId: isOnly ? null : batchId }),
      };
      const waiting = state.queueSummary?.counts.planned ?? 0;
      return [
        { id: 'actions', commands: offeredActions(rows, waiting).map(command) },
        { id: 'view', commands: batchId !== null && isOfOne ? [only] : [] },
        { id: 'copies', commands: copies.map(command) },
      ];
    },
    [store, report, text, format],
  );

  return {
    groupsOf,
    dialogs: (
      <>
        {abandoning !== null && <AbandonDialog {...abandoning} onClose={() => setAbandoning(null)} />}
        {deciding !== null && <CandidatesDialog job={deciding} onClose={() => setDeciding(null)} />}
      </>
    ),
  };
}
