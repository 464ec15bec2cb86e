import { Inbox } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { tabCounts } from '../../store/queue-tabs.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { useLists } from '../manifest/use-lists.ts';
import { Clinic } from './clinic.tsx';
import { DecisionCard } from './decision-card.tsx';
import { DropTarget } from './drop-target.tsx';
import { PausedBanner } from './paused-banner.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueSummaryBar } from './queue-summary-bar.tsx';
import { useQueueCommands } from './use-queue-commands.ts';

/** The imports and their states: summary, what needs the operator, and the list. */
export function QueueView() {
  const { queue: text, manifest } = useText();
  const { openFile } = useLists();
  const isEmpty = useApp((state) => tabCounts(state.queueSummary?.counts ?? {}).all === 0);
  const paused = useApp((state) => state.queueSummary?.paused ?? null);
  const error = useApp((state) => state.queueError);
  const loadQueue = useApp((state) => state.loadQueue);
  useQueueCommands();

  return (
    <DropTarget>
      {error !== null && <ErrorNotice error={error} shape="bar" onRetry={() => void loadQueue()} />}
      {!isEmpty && <QueueSummaryBar />}
      {isEmpty && paused?.reason === 'operator' && <PausedBanner paused={paused} />}
      <DecisionCard />
      <Clinic />
      {isEmpty ? (
        <EmptyState
          icon={Inbox}
          title={text.emptyTitle}
          description={text.emptyDescription}
          actions={<Button onPress={openFile}>{manifest.open}</Button>}
        />
      ) : (
        <>
          <QueueFilters />
          <FilteredList />
        </>
      )}
    </DropTarget>
  );
}

/** The list, or the way back to it when nothing matches. */
function FilteredList() {
  const text = useText().queue;
  const isNone = useApp((state) => state.jobGroups.length === 0);
  const show = useApp((state) => state.showInQueue);
  if (!isNone) return <QueueList />;
  return (
    <EmptyState
      icon={Inbox}
      title={text.noneTitle}
      description={text.noneDescription}
      actions={
        <Button onPress={() => show({ tab: 'all', search: '', batchId: null })}>{text.showAll}</Button>
      }
    />
  );
}
