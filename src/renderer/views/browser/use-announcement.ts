import { useEffect, useState } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';

/** Quiet time before counts are read out, in milliseconds: only the last of many changes is worth hearing. */
const QUIET_MS = 600;

/** What a screen reader is to hear of the listing: how much is selected, else how much there is once it is whole. */
export function useAnnouncement({ selected, selectedBytes, complete, listed }: BrowseState): string {
  const text = useText().browser;
  const format = useFormat();
  const [announcement, setAnnouncement] = useState('');
  const now =
    selected > 0
      ? text.announceSelected(format.count(selected), format.bytes(selectedBytes))
      : complete
        ? text.announceListed(format.count(listed))
        : '';
  useEffect(() => {
    const timer = setTimeout(() => setAnnouncement(now), QUIET_MS);
    return () => clearTimeout(timer);
  }, [now]);
  return announcement;
}
