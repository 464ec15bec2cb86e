import { Download, FileBraces, FileSpreadsheet } from 'lucide-react';
import type { HistoryQuery } from '../../../shared/history.ts';
import { Button } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useExported } from '../queue/use-exported.ts';

/** Writes what the history shows to a file. */
export function HistoryExport({ query }: { readonly query: HistoryQuery }) {
  const text = useText().history;
  const exportHistory = useApp((state) => state.exportHistory);
  const exported = useExported();
  const run = (format: 'csv' | 'json') => () => void exportHistory({ ...query, format }).then(exported);
  return (
    <Menu
      label={text.export}
      groups={[
        {
          id: 'formats',
          commands: [
            { id: 'csv', label: text.exportCsv, icon: FileSpreadsheet, onAction: run('csv') },
            { id: 'json', label: text.exportJson, icon: FileBraces, onAction: run('json') },
          ],
        },
      ]}
    >
      <Button icon={Download}>{text.export}</Button>
    </Menu>
  );
}
