import type { VirtualClock } from '../../simulators/pixop/core/virtual-clock.ts';

/** Lets everything that follows from one moment happen before time goes on. */
export const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Lets virtual time pass, from one event to the next, until `isOver`; false when `limitMs` passed before. */
export async function runUntil(
  clock: VirtualClock,
  limitMs: number,
  isOver: () => boolean,
): Promise<boolean> {
  const endMs = clock.now() + limitMs;
  await settled();
  while (!isOver()) {
    const nextMs = clock.nextAtMs();
    if (nextMs === null || nextMs > endMs) return false;
    clock.advance(Math.max(0, nextMs - clock.now()));
    await settled();
  }
  return true;
}
