import { ArrowDownUp, Layers } from 'lucide-react';
import { useMemo } from 'react';
import { Chip, Chips } from '../../components/chip.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { jobSorts, startsDescending } from '../../store/job-sort.ts';
import { queueTabs, tabCounts } from '../../store/queue-tabs.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useBatchWords } from './batch-words.ts';
import styles from './queue.module.css';

/** Which imports are listed and in which order: tabs, search, sort, batches. */
export function QueueFilters() {
  const { queue: text, browser } = useText();
  const format = useFormat();
  const options = useApp((state) => state.listOptions);
  const show = useApp((state) => state.showInQueue);
  const { batchId, isGrouped } = options;
  const ofBatch = useApp((state) =>
    batchId === null ? state.queueSummary?.counts : state.batchTallies.get(batchId)?.counts,
  );
  const counts = useMemo(() => tabCounts(ofBatch ?? {}), [ofBatch]);
  const batch = useApp((state) => (batchId === null ? undefined : state.batches.get(batchId)));
  const { name, places } = useBatchWords()(batch);
  return (
    <div className={styles['filters']}>
      <SegmentedControl
        label={text.tabsLabel}
        value={options.tab}
        onChange={(tab) => show({ tab })}
        segments={queueTabs.map((id) => ({ id, label: text.tabs[id], count: format.count(counts[id]) }))}
      />
      <span className={styles['find']}>
        <SearchField label={text.search} value={options.search} onChange={(search) => show({ search })} />
        <SortMenu />
        <IconButton
          icon={Layers}
          label={text.groupByBatch}
          isActive={isGrouped}
          aria-pressed={isGrouped}
          onPress={() => show({ isGrouped: !isGrouped })}
        />
      </span>
      {batchId !== null && (
        <Chips label={browser.activeFilters}>
          <Chip
            label={`${name} · ${places}`}
            removeLabel={browser.removeFilter(name)}
            onRemove={() => show({ batchId: null })}
          />
        </Chips>
      )}
    </div>
  );
}

/** The order of the list. */
function SortMenu() {
  const text = useText().queue;
  const sort = useApp((state) => state.listOptions.sort);
  const isDescending = useApp((state) => state.listOptions.isDescending);
  const show = useApp((state) => state.showInQueue);
  const label = text.sortedBy(text.sorts[sort], isDescending ? text.descending : text.ascending);
  return (
    <Menu
      label={text.sortBy}
      groups={[
        {
          id: 'sorts',
          title: text.sortBy,
          commands: jobSorts.map((id) => ({
            id,
            label: text.sorts[id],
            isChecked: id === sort,
            onAction: () => show({ sort: id, isDescending: startsDescending[id] }),
          })),
        },
        {
          id: 'direction',
          title: text.direction,
          commands: [false, true].map((descending) => ({
            id: descending ? 'descending' : 'ascending',
            label: descending ? text.descending : text.ascending,
            isChecked: descending === isDescending,
            onAction: () => show({ isDescending: descending }),
          })),
        },
      ]}
    >
      <IconButton icon={ArrowDownUp} label={label} isActive={sort !== 'queue' || isDescending} />
    </Menu>
  );
}
