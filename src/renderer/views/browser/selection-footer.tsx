import { Import } from 'lucide-react';
import type { BrowseState } from '../../../shared/browse.ts';
import { MB } from '../../../shared/units.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import styles from './footer.module.css';
import { ListingLine } from './listing-line.tsx';
import { leftToSelect, selectionInWords } from './selection-words.ts';
import { useAnnouncement } from './use-announcement.ts';
import { useBrowseActions } from './use-browse-actions.ts';
import { isFiltering, useFilter } from './use-filter.ts';

/** Below the table: how far the listing is, what is selected, and the way to the queue. */
export function SelectionFooter({ browse }: { readonly browse: BrowseState }) {
  const { browser: text, common } = useText();
  const format = useFormat();
  const changeSelection = useApp((state) => state.changeSelection);
  const report = useReport();
  const { importSelection } = useBrowseActions();
  const { selected, selectedBytes } = browse;
  const { filter } = useFilter();
  const change = (kind: 'all-matching' | 'none') => () => void changeSelection({ kind }).then(report);
  const goesOn = useApp((state) => state.picking !== null) && !browse.complete && browse.error === null;
  const { main, hidden, awaited, unpickable } = selectionInWords(browse, goesOn, text, format);
  const sentence = [main, hidden, awaited, unpickable].filter((part) => part !== null).join(' · ');
  const canSelectAll = leftToSelect(browse) > 0;
  const selectAll = text.selectAll(
    format.count(browse.matchingPickable),
    isFiltering({ ...filter, videosOnly: false }),
  );
  const announcement = useAnnouncement(browse);
  return (
    <footer className={styles['footer']}>
      <div className={styles['row']}>
        <div className={styles['words']}>
          <p
            className={styles['selected']}
            title={
              selected === 0
                ? sentence
                : `${sentence} · ${common.unitBytes(format.exactBytes(selectedBytes))}`
            }
          >
            {main}
            {hidden !== null && <span className={styles['hidden']}> · {hidden}</span>}
            {awaited !== null && <span className={styles['hidden']}> · {awaited}</span>}
            {unpickable !== null && <span className={styles['unpickable']}> · {unpickable}</span>}
          </p>
          <ListingLine browse={browse}>
            <PreviewCost locationId={browse.locationId} />
          </ListingLine>
        </div>
        <div className={styles['actions']}>
          {selected > 0 && (
            <button type="button" className={styles['link']} onClick={change('none')}>
              {text.clearSelection}
            </button>
          )}
          {canSelectAll && selected > 0 && (
            <button type="button" className={styles['link']} onClick={change('all-matching')}>
              {selectAll}
            </button>
          )}
          {canSelectAll && selected === 0 && <Button onPress={change('all-matching')}>{selectAll}</Button>}
          <Button variant="primary" icon={Import} isDisabled={selected === 0} onPress={importSelection}>
            {selected === 0 ? text.importNone : text.importSelection(format.count(selected))}
          </Button>
        </div>
      </div>
      <div className="visually-hidden" role="status">
        <span key={announcement.number}>{announcement.words}</span>
      </div>
    </footer>
  );
}

/** What the previews of this source have read so far, of what they may read, once they read at all; leads to its setting. */
function PreviewCost({ locationId }: { readonly locationId: string }) {
  const text = useText().peek;
  const format = useFormat();
  const spentBytes = useApp((state) => state.previewSpent[locationId] ?? 0);
  const limitMb = useApp((state) => state.settings?.previewLimitMb ?? 0);
  const reads = useApp((state) => state.layout === 'grid' || state.isLooking);
  const openOverlay = useApp((state) => state.openOverlay);
  if (!reads && spentBytes === 0) return null;
  const words = limitMb === 0 ? text.off : text.cost(format.bytes(spentBytes), format.bytes(limitMb * MB));
  return (
    <button
      type="button"
      title={`${words} · ${text.settings}`}
      className={cx(styles['link'], styles['cost'])}
      onClick={() => openOverlay({ kind: 'settings' })}
    >
      {words}
    </button>
  );
}
