import type { ReactNode } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import { Spinner } from '../../components/spinner.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat, type Format } from '../../text/format.ts';
import { useText, type Text } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import styles from './footer.module.css';

/** How far the listing is, the way to stop it or to go on, and what else stands beside; words give way where there is little room. */
export function ListingLine({
  browse,
  children,
}: {
  readonly browse: BrowseState;
  readonly children: ReactNode;
}) {
  const text = useText().browser;
  const format = useFormat();
  const stopListing = useApp((state) => state.stopListing);
  const refreshPlace = useApp((state) => state.refreshPlace);
  const report = useReport();
  const words = listingWords(browse, text, format);
  const isListing = !browse.complete && browse.error === null;
  return (
    <div className={styles['line']}>
      {isListing && <Spinner />}
      <p className={styles['listed']} title={words}>
        {words}
      </p>
      {isListing && (
        <button type="button" className={styles['link']} onClick={() => void stopListing().then(report)}>
          {text.stop}
        </button>
      )}
      {browse.error !== null && !browse.complete && (
        <button type="button" className={styles['link']} onClick={() => void refreshPlace().then(report)}>
          {text.continueListing}
        </button>
      )}
      {children}
    </div>
  );
}

function listingWords(browse: BrowseState, text: Text['browser'], format: Format): string {
  const { complete, error, listed, listedBytes, matching } = browse;
  const count = format.count(listed);
  const all = listedBytes === 0 ? text.listedOnly(count) : text.listed(count, format.bytes(listedBytes));
  const far = complete ? all : error === null ? text.listing(count) : text.partial(count);
  return matching < listed ? `${far} · ${text.matching(format.count(matching), count)}` : far;
}
