/** Runs work a few at a time, in the order it came; what is given up while it waits never starts. */
export type Pool = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/** Makes a {@link Pool} of a width. */
export function createPool(width: number): Pool {
  const waiting = new Set<() => void>();
  let running = 0;

  const next = (): void => {
    const [first] = waiting;
    if (first === undefined || running >= width) return;
    waiting.delete(first);
    running += 1;
    first();
  };
  const turn = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        waiting.delete(start);
        reject(signal.reason);
      };
      if (signal.aborted) return giveUp();
      signal.addEventListener('abort', giveUp, { once: true });
      waiting.add(start);
      next();
    });

  return async (signal, work) => {
    await turn(signal);
    try {
      return await work();
    } finally {
      running -= 1;
      next();
    }
  };
}
