import { useEffect, useRef, useState } from 'react';
import styles from './truncation-tooltip.module.css';

/** Time the pointer rests on a cut text before the whole one is shown, in milliseconds. */
const OPEN_DELAY_MS = 450;
/** Distance to the text and to the window's edges, in pixels. */
const GAP_PX = 6;

/** Keys that go to no row: one that calls off, and those that are held while the pointer is used. */
const QUIET_KEYS: ReadonlySet<string> = new Set(['Escape', 'Shift', 'Control', 'Alt', 'Meta']);

interface Shown {
  readonly text: string;
  readonly box: DOMRect;
}

const isCut = (line: Element): boolean =>
  [...line.children].some((part) => part.scrollWidth > part.clientWidth);

/** The cut texts that an event is about: the one under the pointer, or the first one inside what got the focus. */
function cutTextOf(target: EventTarget | null, isFocus: boolean): Element | null {
  if (!(target instanceof Element)) return null;
  const lines = isFocus
    ? [...target.querySelectorAll('[data-truncated]')]
    : [target.closest('[data-truncated]')];
  return lines.find((line) => line !== null && isCut(line)) ?? null;
}

/** The row that the keyboard is on in a list that keeps the focus itself. */
function currentRow(): Element | null {
  const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
  return document.getElementById(id);
}

/**
 * Shows the whole of any cut `Truncated` text under the pointer, or in the row that the keyboard is on, whichever was
 * used last. One for the whole app, by event delegation: rows of long lists stay as light as plain text.
 */
export function TruncationTooltip() {
  const [shown, setShown] = useState<Shown | null>(null);
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isByKeys = false;
    const hide = (): void => {
      clearTimeout(timer);
      setShown(null);
    };
    const showSoon = (find: () => Element | null): void => {
      hide();
      timer = setTimeout(() => {
        const line = find();
        const text = line?.getAttribute('data-truncated') ?? null;
        if (line !== null && text !== null) setShown({ text, box: line.getBoundingClientRect() });
      }, OPEN_DELAY_MS);
    };
    const onPointer = ({ target }: PointerEvent): void => {
      // Rows that pass under a pointer at rest are no use of it.
      if (!isByKeys) showSoon(() => cutTextOf(target, false));
    };
    const onMove = (event: PointerEvent): void => {
      if (!isByKeys) return;
      isByKeys = false;
      onPointer(event);
    };
    const showCurrent = (): void => {
      if (isByKeys) showSoon(() => cutTextOf(currentRow(), true));
      else hide();
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (QUIET_KEYS.has(key)) return hide();
      isByKeys = true;
      showCurrent();
    };
    const onPress = (): void => {
      isByKeys = false;
      hide();
    };
    const onFocus = (event: FocusEvent): void => {
      const byKeyboard = event.target instanceof Element && event.target.matches(':focus-visible');
      if (byKeyboard) showSoon(() => cutTextOf(currentRow() ?? event.target, true));
    };
    document.addEventListener('pointerover', onPointer);
    document.addEventListener('pointermove', onMove);
    document.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPress, true);
    window.addEventListener('scroll', showCurrent, true);
    const endings = ['blur', 'dragstart'] as const;
    for (const name of endings) window.addEventListener(name, hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onPointer);
      document.removeEventListener('pointermove', onMove);
      document.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPress, true);
      window.removeEventListener('scroll', showCurrent, true);
      for (const name of endings) window.removeEventListener(name, hide, true);
    };
  }, []);

  useEffect(() => {
    const element = bubble.current;
    if (element === null || shown === null) return;
    const { width, height } = element.getBoundingClientRect();
    const below = shown.box.bottom + GAP_PX;
    const top = below + height > window.innerHeight ? shown.box.top - GAP_PX - height : below;
    const left = Math.max(GAP_PX, Math.min(shown.box.left, window.innerWidth - GAP_PX - width));
    element.style.translate = `${left}px ${Math.max(GAP_PX, top)}px`;
  }, [shown]);

  if (shown === null) return null;
  // The row's own text is complete for screen readers, so that the bubble is for eyes only.
  return (
    <div ref={bubble} className={styles['bubble']} aria-hidden>
      <bdi>{shown.text}</bdi>
    </div>
  );
}
