import { Eraser, History } from 'lucide-react';
import { useMemo, useState } from 'react';
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
import { AccountFilter } from './account-filter.tsx';
import { accountLabels, inOneLine } from './account-labels.ts';
import { BatchList } from './batch-list.tsx';
import { ForgetDialog } from './forget-dialog.tsx';
import { HistoryExport } from './history-export.tsx';
import { HistoryTable } from './history-table.tsx';
import styles from './history.module.css';
import { UnreadAccounts } from './unread-accounts.tsx';
import { useHistoryQuery } from './use-history-query.ts';

/** Every batch and import that was ever queued here, for whichever account: found, opened in Pixop, exported, forgotten. */
export function HistoryDialog() {
  const texts = useText();
  const text = texts.history;
  const close = useApp((state) => state.closeOverlay);
  const environment = useApp((state) => state.session?.environment.label ?? '');
  const view = useHistoryQuery();
  const [isForgetting, setForgetting] = useState(false);
  const { accounts, batches, error, query, search } = view;
  const { connectionId } = query;
  const hasSome = batches !== null && !view.isEmpty;
  const labels = useMemo(() => accountLabels(accounts, texts), [accounts, texts]);
  const areSeveral = accounts.length > 1;
  const shownLabels = areSeveral && connectionId === null ? labels : null;
  const isUnread = accounts.some((account) => account.error !== null);
  const whose = connectionId === null ? text.forgetOfAll : text.forgetOf(inOneLine(labels.get(connectionId)));
  return (
    <Dialog
      title={areSeveral ? text.open : text.titleOf(environment)}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          {hasSome && (
            <>
              <span className={styles['left']}>
                <Button variant="quiet" icon={Eraser} onPress={() => setForgetting(true)}>
                  {text.forget}
                </Button>
              </span>
              <HistoryExport query={query} />
            </>
          )}
          <Button variant="primary" onPress={close}>
            {texts.common.close}
          </Button>
        </>
      }
    >
      <div className={styles['history']}>
        {error !== null && <ErrorNotice error={error} onRetry={view.refresh} />}
        <UnreadAccounts accounts={accounts} labels={labels} onRetry={view.refresh} />
        {batches === null && error === null && <Spinner label={texts.common.loading} />}
        {view.isEmpty && !isUnread && (
          <EmptyState icon={History} title={text.emptyTitle} description={text.empty} />
        )}
        {hasSome && (
          <>
            <div className={styles['filters']}>
              <SearchField
                autoFocus
                label={text.search}
                value={search}
                maxLength={500}
                onChange={(words) => view.change({ search: words })}
              />
              {areSeveral && (
                <AccountFilter
                  labels={labels}
                  connectionId={connectionId}
                  onChoose={(id) => view.change({ connectionId: id, batchId: null })}
                />
              )}
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
                labels={shownLabels}
                onChoose={(batchId) => view.change({ batchId })}
              />
              <HistoryTable
                query={query}
                labels={shownLabels}
                onShowAll={view.showAll}
                onRefresh={view.refresh}
              />
            </div>
          </>
        )}
      </div>
      {isForgetting && (
        <ForgetDialog
          connectionId={connectionId}
          whose={areSeveral ? whose : null}
          onClose={() => setForgetting(false)}
          onForgotten={view.refresh}
        />
      )}
    </Dialog>
  );
}
