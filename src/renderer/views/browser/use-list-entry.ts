import { useImperativeHandle, type Ref, type RefObject } from 'react';

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
    readonly onPlace: (anchor: number, active: number) => void;
    readonly scrollTo: (index: number) => void;
  },
): void {
  const { scroller, onPlace, scrollTo } = list;
  useImperativeHandle(entry, () => ({
    enter(at) {
      if (at === 'first') {
        onPlace(0, 0);
        scrollTo(0);
      }
      scroller.current?.focus({ preventScroll: true });
    },
  }));
}
