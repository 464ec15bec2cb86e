import { useImperativeHandle, type Ref, type RefObject } from 'react';
import type { GridPlace } from './grid-keys.ts';

/** A way into a listing from the fields above it. */
export interface ListEntry {
  /** Puts the keyboard into the list: on its first row, or where it was there before. The selection stays as it is. */
  readonly enter: (at: 'first' | 'before') => void;
}

/** Offers a list, or its pictures, to the fields above. */
export function useListEntry(
  entry: Ref<ListEntry>,
  list: {
    readonly scroller: RefObject<HTMLElement | null>;
    readonly onPlace: (place: GridPlace) => void;
    readonly scrollTo: (index: number) => void;
  },
): void {
  const { scroller, onPlace, scrollTo } = list;
  useImperativeHandle(entry, () => ({
    enter(at) {
      if (at === 'first') {
        onPlace({ active: 0, anchor: 0 });
        scrollTo(0);
      }
      scroller.current?.focus({ preventScroll: true });
    },
  }));
}
