import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';

/** What the element around the listing is given. */
export interface KeptFocus {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * Gives the focus of one listing to the next: a folder that is opened by its key takes the place of the list that had
 * the focus, which would fall back to the page, and the next key would be lost. `shown` is the listing whose rows are
 * there; null while none are.
 */
export function useKeptFocus(shown: string | null): KeptFocus {
  const ref = useRef<HTMLDivElement>(null);
  const wasInside = useRef(false);
  const last = useRef(shown);
  useEffect(() => {
    if (shown === null || shown === last.current) return;
    last.current = shown;
    if (!wasInside.current || document.activeElement !== document.body) return;
    ref.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }, [shown]);
  return {
    ref,
    onFocus: () => (wasInside.current = true),
    // An element that is taken away names no successor; one that is left does.
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget !== null) wasInside.current = false;
    },
  };
}
