/** Runs work a few at a time, in the order it came, what is urgent before the rest; what is given up while it waits never starts. */
export type Pool = <T>(signal: AbortSignal, isUrgent: boolean, work: () => Promise<T>) => Promise<T>;

/** Makes a {@link Pool} of a width. */
export function createPool(width: number): Pool {
  const waiting: (() => void)[] = [];
  let running = 0;

  const next = (): void => {
    const first = running < width ? waiting.shift() : undefined;
    if (first === undefined) return;
    running += 1;
    first();
  };
  const turn = (signal: AbortSignal, isUrgent: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener('abort', giveUp, { once: true });
      if (isUrgent) waiting.unshift(start);
      else waiting.push(start);
      next();
    });

  return async (signal, isUrgent, work) => {
    await turn(signal, isUrgent);
    try {
      return await work();
    } finally {
      running -= 1;
      next();
    }
  };
}
