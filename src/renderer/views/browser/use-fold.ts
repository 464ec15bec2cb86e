import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { foldSteps, type Fold } from './crumbs.ts';

const UNFOLDED: Fold = { from: 0, to: 0 };

/** How wide the steps of a path are when none is cut, in CSS pixels. */
interface Measured {
  readonly path: string;
  readonly widths: readonly number[];
}

/**
 * Folds a path by the room it has. A path that is new is rendered whole, unseen, to measure its steps: they are the
 * list's items just then. `path` is what their names make up.
 */
export function useFold(path: string): {
  readonly list: RefObject<HTMLOListElement | null>;
  readonly isMeasuring: boolean;
  readonly fold: Fold;
} {
  const list = useRef<HTMLOListElement>(null);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const [roomPx, setRoomPx] = useState(0);
  const isMeasuring = measured?.path !== path;
  useLayoutEffect(() => {
    const element = list.current;
    if (!isMeasuring || element === null) return;
    const widths = Array.from(element.children, (step) => Math.ceil(step.getBoundingClientRect().width));
    setMeasured({ path, widths });
  }, [isMeasuring, path]);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const measure = (): void => setRoomPx(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { list, isMeasuring, fold: isMeasuring ? UNFOLDED : foldSteps(measured.widths, roomPx) };
}
