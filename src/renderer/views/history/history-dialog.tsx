import { Eraser, History } from 'lucide-react';
import { useState } from 'react';
import { historyKinds } from '../../../shared/history.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { BatchList } from './batch-list.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import { HistoryExport } from './history-export.tsx';
import { HistoryTable } from './history-table.tsx';
import styles from './history.module.css';
import { useHistoryQuery } from './use-history-query.ts';

/** Every batch and import that was ever queued here for this account: found, opened in Pixop, exported, forgotten. */
export function HistoryDialog() {
  const texts = useText();
  const text = texts.history;
  const close = useApp((state) => state.closeOverlay);
  const environment = useApp((state) => state.session?.environment.label ?? '');
  const view = useHistoryQuery();
  const [isForgetting, setForgetting] = useState(false);
  const { batches, error, query, search } = view;
  return (
    <Dialog
      title={text.titleOf(environment)}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <span className={styles['left']}>
            <Button variant="quiet" icon={Eraser} onPress={() => setForgetting(true)}>
              {text.forget}
            </Button>
          </span>
          <HistoryExport query={query} />
          <Button variant="primary" onPress={close}>
            {texts.common.close}
          </Button>
        </>
      }
    >
      <div className={styles['history']}>
        {error !== null && <ErrorNotice error={error} onRetry={view.refresh} />}
        {batches === null && error === null && <Spinner label={texts.common.loading} />}
        {batches?.length === 0 && (
          <EmptyState icon={History} title={text.emptyTitle} description={text.empty} />
        )}
        {batches !== null && batches.length > 0 && (
          <>
            <div className={styles['filters']}>
              <SearchField
                autoFocus
                label={text.search}
                value={search}
                maxLength={500}
                onChange={(words) => view.change({ search: words })}
              />
              <SegmentedControl
                label={text.kindLabel}
                value={query.kind}
                onChange={(kind) => view.change({ kind })}
                segments={historyKinds.map((id) => ({ id, label: text.kinds[id] }))}
              />
            </div>
            <div className={styles['columns']}>
              <BatchList
                batches={batches}
                batchId={query.batchId}
                onChoose={(batchId) => view.change({ batchId })}
              />
              <HistoryTable query={query} onShowAll={view.showAll} onRefresh={view.refresh} />
            </div>
          </>
        )}
      </div>
      {isForgetting && <ForgetDialog onClose={() => setForgetting(false)} onForgotten={view.refresh} />}
    </Dialog>
  );
}
