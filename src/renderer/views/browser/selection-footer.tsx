import { Import } from 'lucide-react';
import type { BrowseState } from '../../../shared/browse.ts';
import { MB } from '../../../shared/units.ts';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { Spinner } from '../../components/spinner.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import styles from './footer.module.css';
import { useAnnouncement } from './use-announcement.ts';
import { useBrowseActions } from './use-browse-actions.ts';

/** Below the table: how far the listing is, what is selected, and the way to the queue. */
export function SelectionFooter({ browse }: { readonly browse: BrowseState }) {
  const { browser: text, common } = useText();
  const format = useFormat();
  const changeSelection = useApp((state) => state.changeSelection);
  const report = useReport();
  const { importSelection } = useBrowseActions();
  const { selected, selectedBytes, selectedHidden, matchingObjects, matching, listed } = browse;
  const change = (kind: 'all-matching' | 'none') => () => void changeSelection({ kind }).then(report);
  const all = format.count(matchingObjects + selectedHidden);
  const goesOn = useApp((state) => state.picking !== null) && !browse.complete && browse.error === null;
  const announcement = useAnnouncement(browse);
  return (
    <footer className={styles['footer']}>
      <div className={styles['words']}>
        <p
          className={styles['selected']}
          {...(selected === 0 ? {} : { title: common.unitBytes(format.exactBytes(selectedBytes)) })}
        >
          {selected === 0
            ? matchingObjects === 0 && matching > 0
              ? text.foldersOnly(format.count(matching))
              : text.nothingSelected(format.count(matchingObjects))
            : goesOn
              ? text.selectedSoFar(format.count(selected), format.bytes(selectedBytes))
              : text.selected(format.count(selected), all, format.bytes(selectedBytes))}
          {selectedHidden > 0 && (
            <span className={styles['hidden']}> {text.hidden(format.count(selectedHidden))}</span>
          )}
        </p>
        <p className={styles['listed']}>
          <ListingLine browse={browse} />
          {matching < listed && ` · ${text.matching(format.count(matching), format.count(listed))}`}
        </p>
        <PreviewCost locationId={browse.locationId} />
      </div>
      {selected > 0 && (
        <Button variant="quiet" onPress={change('none')}>
          {text.clearSelection}
        </Button>
      )}
      {matchingObjects > 0 && selected - selectedHidden < matchingObjects && (
        <Button onPress={change('all-matching')}>{text.selectAll(format.count(matchingObjects))}</Button>
      )}
      <Button variant="primary" icon={Import} isDisabled={selected === 0} onPress={importSelection}>
        {selected === 0 ? text.importNone : text.importSelection(format.count(selected))}
      </Button>
      <div className="visually-hidden" role="status">
        <span key={announcement.number}>{announcement.words}</span>
      </div>
    </footer>
  );
}

/** What the previews of this source have read so far, of what they may read; leads to its setting. Its line is kept free where nothing is read. */
function PreviewCost({ locationId }: { readonly locationId: string }) {
  const text = useText().peek;
  const format = useFormat();
  const spentBytes = useApp((state) => state.previewSpent[locationId] ?? 0);
  const limitMb = useApp((state) => state.settings?.previewLimitMb ?? 0);
  const reads = useApp((state) => state.layout === 'grid' || state.isLooking);
  const openOverlay = useApp((state) => state.openOverlay);
  return (
    <p className={cx(styles['listed'], !reads && spentBytes === 0 && styles['reserved'])}>
      <button
        type="button"
        title={text.settings}
        className={styles['link']}
        onClick={() => openOverlay({ kind: 'settings' })}
      >
        {limitMb === 0 ? text.off : text.cost(format.bytes(spentBytes), format.bytes(limitMb * MB))}
      </button>
    </p>
  );
}

function ListingLine({ browse }: { readonly browse: BrowseState }) {
  const text = useText().browser;
  const format = useFormat();
  const stopListing = useApp((state) => state.stopListing);
  const refreshPlace = useApp((state) => state.refreshPlace);
  const report = useReport();
  const count = format.count(browse.listed);
  if (browse.complete)
    return browse.listedBytes === 0
      ? text.listedOnly(count)
      : text.listed(count, format.bytes(browse.listedBytes));
  if (browse.error !== null) {
    return (
      <>
        {text.partial(count)}{' '}
        <button type="button" className={styles['link']} onClick={() => void refreshPlace().then(report)}>
          {text.continueListing}
        </button>
      </>
    );
  }
  return (
    <>
      <span className={styles['spinner']}>
        <Spinner />
      </span>
      {text.listing(count)}{' '}
      <button type="button" className={styles['link']} onClick={() => void stopListing().then(report)}>
        {text.stop}
      </button>
    </>
  );
}
