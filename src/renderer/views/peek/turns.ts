/** Runs work a few at a time, in the order it came; what was given up meanwhile is passed over and answers null. */
export type Turns = <T>(signal: AbortSignal, work: () => Promise<T>) => Promise<T | null>;

/** Makes {@link Turns} of a width. */
export function createTurns(width: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  const next = (): void => {
    if (running < width) waiting.shift()?.();
  };
  return (signal, work) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        if (signal.aborted) {
          resolve(null);
          next();
          return;
        }
        running += 1;
        work()
          .then(resolve, (thrown: unknown) => (signal.aborted ? resolve(null) : reject(thrown)))
          .finally(() => {
            running -= 1;
            next();
          });
      });
      next();
    });
}
