import { useEffect, useState } from 'react';
import { SECOND, type Milliseconds } from '../../../shared/units.ts';

/** What is left of a time that was told at a moment of the window's clock: whole seconds, at least one; null of null. */
export function useTimeLeft(leftMs: Milliseconds | null, toldAtMs: Milliseconds): Milliseconds | null {
  const [nowMs, setNowMs] = useState(() => performance.now());
  const isRunning = leftMs !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNowMs(performance.now()), SECOND);
    return () => clearInterval(timer);
  }, [isRunning]);
  if (leftMs === null) return null;
  // The clock was last read before a time that was told since.
  const left = leftMs - Math.max(0, nowMs - toldAtMs);
  return Math.max(1, Math.ceil(left / SECOND)) * SECOND;
}
