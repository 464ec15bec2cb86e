import { useMemo, useState } from 'react';
import { Inbox } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { useLists } from '../manifest/use-lists.ts';
import { Clinic } from './clinic.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DropTarget } from './drop-target.tsx';
import { PausedBanner } from './paused-banner.tsx';
import { queueTabs, tabCounts, visibleJobs, type QueueTab } from './queue-filter.ts';
import { QueueList } from './queue-list.tsx';
import { QueueSummaryBar } from './queue-summary-bar.tsx';
import styles from './queue.module.css';
import { useQueueCommands } from './use-queue-commands.ts';

/** The imports and their states: summary, what needs the operator, and the list. */
export function QueueView() {
  const { queue: text, manifest } = useText();
  const { openFile } = useLists();
  const format = useFormat();
  const summary = useApp((state) => state.queueSummary);
  const error = useApp((state) => state.queueError);
  const loadQueue = useApp((state) => state.loadQueue);
  const jobs = useApp((state) => state.jobs);
  const [tab, setTab] = useState<QueueTab>('all');
  const [search, setSearch] = useState('');
  const ids = useMemo(() => visibleJobs(jobs.byId.values(), tab, search), [jobs, tab, search]);
  useQueueCommands();
  const counts = useMemo(() => tabCounts(summary?.counts ?? {}), [summary]);

  return (
    <DropTarget>
      {error !== null && <ErrorNotice error={error} shape="bar" onRetry={() => void loadQueue()} />}
      {summary !== null && counts.all > 0 && <QueueSummaryBar summary={summary} counts={counts} />}
      {summary !== null && summary.paused?.reason === 'operator' && counts.all === 0 && (
        <PausedBanner paused={summary.paused} />
      )}
      <DecisionCard />
      <Clinic />
      {counts.all === 0 ? (
        <EmptyState
          icon={Inbox}
          title={text.emptyTitle}
          description={text.emptyDescription}
          actions={<Button onPress={openFile}>{manifest.open}</Button>}
        />
      ) : (
        <>
          <div className={styles['filters']}>
            <SegmentedControl
              label={text.tabsLabel}
              value={tab}
              onChange={setTab}
              segments={queueTabs.map((id) => ({
                id,
                label: `${text.tabs[id]} ${format.count(counts[id])}`,
              }))}
            />
            <SearchField label={text.search} value={search} onChange={setSearch} />
          </div>
          {ids.length === 0 ? (
            <EmptyState
              icon={Inbox}
              title={text.noneTitle}
              description={text.noneDescription}
              actions={
                <Button
                  onPress={() => {
                    setTab('all');
                    setSearch('');
                  }}
                >
                  {text.showAll}
                </Button>
              }
            />
          ) : (
            <QueueList ids={ids} />
          )}
        </>
      )}
    </DropTarget>
  );
}
