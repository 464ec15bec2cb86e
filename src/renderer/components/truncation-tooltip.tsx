import { useEffect, useRef, useState } from 'react';
import styles from './truncation-tooltip.module.css';

/** Time the pointer rests on a cut text before the whole one is shown, in milliseconds. */
const OPEN_DELAY_MS = 450;
/** Distance to the text and to the window's edges, in pixels. */
const GAP_PX = 6;

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

/**
 * Shows the whole of any cut `Truncated` text under the pointer or in the focused row. One for the whole app, by
 * event delegation: rows of long lists stay as light as plain text.
 */
export function TruncationTooltip() {
  const [shown, setShown] = useState<Shown | null>(null);
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => {
      clearTimeout(timer);
      setShown(null);
    };
    const showSoon = (line: Element | null): void => {
      hide();
      const text = line?.getAttribute('data-truncated');
      if (line === null || text === null || text === undefined) return;
      timer = setTimeout(() => setShown({ text, box: line.getBoundingClientRect() }), OPEN_DELAY_MS);
    };
    const onPointer = (event: PointerEvent): void => showSoon(cutTextOf(event.target, false));
    const onFocus = (event: FocusEvent): void => {
      const byKeyboard = event.target instanceof Element && event.target.matches(':focus-visible');
      if (byKeyboard) showSoon(cutTextOf(event.target, true));
    };
    document.addEventListener('pointerover', onPointer);
    document.addEventListener('focusin', onFocus);
    const endings = ['pointerdown', 'keydown', 'scroll', 'blur', 'dragstart'] as const;
    for (const name of endings) window.addEventListener(name, hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onPointer);
      document.removeEventListener('focusin', onFocus);
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
