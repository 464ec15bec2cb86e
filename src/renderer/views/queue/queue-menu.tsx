import { Ellipsis, FileBraces, FileSpreadsheet, FileWarning, ListChecks } from 'lucide-react';
import { useMemo } from 'react';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useApp } from '../../store/store.ts';
import type { Command } from '../../store/ui-slice.ts';
import { useText } from '../../text/text.ts';
import { useCommands } from '../frame/use-commands.ts';
import { useReport } from '../frame/use-report.ts';
import { useExport } from './use-export.ts';

/** What can be done with the list as a whole: files of it, and taking what is finished off it. */
export function QueueMenu() {
  const text = useText().queue;
  const report = useReport();
  const exportList = useExport();
  const removeJobs = useApp((state) => state.removeJobs);
  const failed = useApp(({ queueSummary: summary }) =>
    summary === null ? 0 : summary.counts.failed + summary.counts.rejected,
  );
  const done = useApp((state) => state.queueSummary?.counts.done ?? 0);
  const commands = useMemo(
    () => [
      {
        id: 'export-csv',
        label: text.exportCsv,
        icon: FileSpreadsheet,
        onAction: () => exportList('csv', false),
      },
      {
        id: 'export-json',
        label: text.exportJson,
        icon: FileBraces,
        onAction: () => exportList('json', false),
      },
      {
        id: 'export-failed',
        label: text.exportFailed,
        icon: FileWarning,
        isDisabled: failed === 0,
        onAction: () => exportList('csv', true),
      },
    ],
    [text, exportList, failed],
  );
  const finished = useMemo(
    () => ({
      id: 'remove-done',
      label: text.removeDone,
      icon: ListChecks,
      isDisabled: done === 0,
      onAction: () => void removeJobs({ states: ['done'], batchId: null, errorCode: null }).then(report),
    }),
    [text, done, removeJobs, report],
  );
  useCommands(
    useMemo(
      (): readonly Command[] =>
        [...commands, finished]
          .filter((command) => !('isDisabled' in command) || !command.isDisabled)
          .map(({ id, label, onAction }) => ({ id, section: 'queue', title: label, run: onAction })),
      [commands, finished],
    ),
  );
  return (
    <Menu
      label={text.more}
      groups={[
        { id: 'export', commands },
        { id: 'finished', commands: [finished] },
      ]}
    >
      <IconButton icon={Ellipsis} label={text.more} size="small" />
    </Menu>
  );
}
