import { FolderOpen, SearchX } from 'lucide-react';
import type { Ref } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import type { Source } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { QuickLook } from '../peek/quick-look.tsx';
import { BrowseGrid } from './browse-grid.tsx';
import { BrowseTable } from './browse-table.tsx';
import styles from './browser.module.css';
import { ListingError } from './listing-error.tsx';
import { expressionError } from './filter-bar.tsx';
import type { KeptFocus } from './use-kept-focus.ts';
import type { ListEntry } from './use-list-entry.ts';
import { isFiltering, noFilter, useFilter } from './use-filter.ts';
import { useRowMenu } from './use-row-menu.tsx';

/** What the open listing has to show: its rows, or why there are none, and what broke it off. */
export function ListingBody({
  browse,
  source,
  kept,
  entry,
}: {
  readonly browse: BrowseState;
  readonly source: Source;
  readonly kept: KeptFocus;
  readonly entry: Ref<ListEntry>;
}) {
  const windows = useApp((state) => state.rowWindows);
  const rowsError = useApp((state) => state.rowsError);
  const Listing = useApp((state) => state.layout) === 'grid' ? BrowseGrid : BrowseTable;
  const hasRows = browse.matching > 0 && windows !== null;
  const isStopped = browse.error?.code === 'cancelled';
  const error = isStopped || expressionError(browse) !== null ? null : browse.error;
  const { onContextMenu, menu } = useRowMenu(windows, source);
  return (
    <div className={styles['body']} {...kept} onContextMenu={onContextMenu}>
      {error !== null && <ListingError error={error} source={source} listed={browse.listed} />}
      {rowsError !== null && <ListingError error={rowsError} source={source} listed={browse.listed} />}
      {hasRows ? (
        <Listing
          key={browse.listingId}
          browse={browse}
          windows={windows}
          entry={entry}
          title={browse.prefix === '' ? source.bucket : browse.prefix}
        />
      ) : (
        error === null && <NoRows browse={browse} />
      )}
      {windows !== null && <QuickLook browse={browse} source={source} windows={windows} />}
      {menu}
    </div>
  );
}

function NoRows({ browse }: { readonly browse: BrowseState }) {
  const text = useText().browser;
  const format = useFormat();
  const { filter, change } = useFilter();
  const isListing = !browse.complete && browse.error === null;
  if (browse.listed === 0 && isListing) return <Opening label={text.opening} />;
  if (browse.listed === 0) {
    return (
      <EmptyState
        icon={FolderOpen}
        title={text.emptyTitle}
        description={browse.prefix === '' ? text.emptyBucket : text.emptyFolder}
      />
    );
  }
  const count = format.count(browse.listed);
  const isVideosOnly = filter.videosOnly && !isFiltering({ ...filter, videosOnly: false });
  return (
    <EmptyState
      icon={SearchX}
      title={text.noMatchTitle}
      description={
        isListing ? text.noMatchYet : isVideosOnly ? text.noMatchVideos(count) : text.noMatch(count)
      }
      actions={<Button onPress={() => change(noFilter)}>{text.showEverything}</Button>}
    />
  );
}

/** The short time before the first page has come. */
export function Opening({ label }: { readonly label: string }) {
  return (
    <div className={styles['opening']} role="status">
      <Spinner />
      {label}
    </div>
  );
}
