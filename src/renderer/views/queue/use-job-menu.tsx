import { useMemo, useState, type ReactElement } from 'react';
import type { JobRow, JobTarget } from '../../../shared/imports.ts';
import { copyText } from '../../components/copy-text.ts';
import type { MenuGroup } from '../../components/menu.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { AbandonDialog } from './abandon-dialog.tsx';
import { CandidatesDialog } from './candidates-dialog.tsx';
import { commonActions, type JobAction } from './job-actions.ts';

/** The context menu for the selected imports, and the dialogs that its commands open. */
export function useJobMenu(jobIds: readonly string[]): {
  readonly groups: readonly MenuGroup[];
  readonly dialogs: ReactElement;
} {
  const text = useText().queue;
  const report = useReport();
  const jobs = useApp((state) => state.jobs);
  const calls = useApp((state) => state);
  const [abandoning, setAbandoning] = useState<readonly string[] | null>(null);
  const [deciding, setDeciding] = useState<JobRow | null>(null);

  const groups = useMemo(() => {
    const rows = jobIds.flatMap((id) => jobs.byId.get(id) ?? []);
    const target: JobTarget = { jobIds: rows.map((row) => row.jobId) };
    const [first] = rows;
    const copy = (values: readonly (string | null | undefined)[]): void =>
      void copyText(values.filter((value) => value !== null && value !== undefined).join('\n'));
    const run: Readonly<Record<JobAction, () => void>> = {
      restart: () => void calls.restartJobs(target, false).then(report),
      'restart-unchecked': () => void calls.restartJobs(target, true).then(report),
      abandon: () => setAbandoning(rows.map((row) => row.jobId)),
      retry: () => void calls.retryJobs(target).then(report),
      decide: () => setDeciding(first ?? null),
      'move-top': () => void calls.moveJobs(jobIds, 'top').then(report),
      'move-bottom': () => void calls.moveJobs(jobIds, 'bottom').then(report),
      remove: () => void calls.removeJobs(target).then(report),
      open: () => {
        const videoId = first?.videoId ?? null;
        if (videoId !== null) void calls.openPage({ page: 'video', videoId }).then(report);
      },
      'copy-video-id': () => copy(rows.map((row) => row.videoId)),
      'copy-request-id': () => copy(rows.map((row) => row.error?.requestId)),
      'copy-object-key': () => copy(rows.map((row) => row.objectKey)),
    };
    const command = (id: JobAction) => ({
      id,
      label: text.actions[id] ?? id,
      isDanger: id === 'abandon',
      onAction: run[id],
    });
    const allowed = commonActions(rows.map((row) => row.state)).filter(
      (id) => rows.length === 1 || (id !== 'open' && id !== 'decide'),
    );
    const copies: JobAction[] = [
      ...(rows.some((row) => row.videoId !== null) ? (['copy-video-id'] as const) : []),
      ...(rows.some((row) => (row.error?.requestId ?? null) !== null) ? (['copy-request-id'] as const) : []),
      ...(rows.length > 0 ? (['copy-object-key'] as const) : []),
    ];
    return [
      { id: 'actions', commands: allowed.map(command) },
      { id: 'copies', commands: copies.map(command) },
    ];
  }, [jobIds, jobs, calls, report, text]);

  return {
    groups,
    dialogs: (
      <>
        {abandoning !== null && <AbandonDialog jobIds={abandoning} onClose={() => setAbandoning(null)} />}
        {deciding !== null && <CandidatesDialog job={deciding} onClose={() => setDeciding(null)} />}
      </>
    ),
  };
}
