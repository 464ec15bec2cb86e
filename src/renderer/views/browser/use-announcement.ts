import { useEffect, useRef, useState } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { changedWords, listingInWords, type ListingInWords } from './announcement.ts';

/** Quiet time before counts are read out, in milliseconds: only the last of many changes is worth hearing. */
const QUIET_MS = 600;

/** Words for a live region; the number grows with each, since the same words may be worth hearing twice. */
export interface Announcement {
  readonly number: number;
  readonly words: string;
}

/** What a screen reader is to hear of the listing: how much there is, how much is selected, and how it is sorted. */
export function useAnnouncement(browse: BrowseState): Announcement {
  const text = useText().browser;
  const format = useFormat();
  const sort = useApp((state) => state.browseView.sort);
  const [announcement, setAnnouncement] = useState<Announcement>({ number: 0, words: '' });
  const spoken = useRef<ListingInWords | null>(null);
  const { listingId, rows, selection, order } = listingInWords(browse, sort, text, format);
  const noneSelected = text.announceNoneSelected;
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = { listingId, rows, selection, order };
      const words = changedWords(spoken.current, now, noneSelected);
      spoken.current = now;
      if (words !== '') setAnnouncement(({ number }) => ({ number: number + 1, words }));
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [listingId, rows, selection, order, noneSelected]);
  return announcement;
}
