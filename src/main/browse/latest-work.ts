import { createPause, Superseded, type Pause } from './pause.ts';

/** Sliced work, one piece after the other; what was begun before the last {@link supersede} is given up. */
export class LatestWork {
  readonly #now: () => number;
  #generation = 0;
  #closed = false;
  #chain: Promise<void> = Promise.resolve();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Gives up everything so far, for work that takes its place. */
  supersede(): void {
    this.#generation += 1;
  }

  /** Gives up everything for good. */
  close(): void {
    this.#closed = true;
  }

  /** Does a piece of work after those before it; rejects with {@link Superseded} when it was given up. */
  do(work: (pause: Pause) => Promise<void>): Promise<void> {
    const pause = this.pause();
    const wanted = this.#wanted();
    const result = this.#chain.then(() => {
      if (!wanted()) throw new Superseded('Newer work has taken its place');
      return work(pause);
    });
    this.#chain = result.catch(() => undefined);
    return result;
  }

  /** Resolves when all work asked for so far is done or given up. */
  settled(): Promise<void> {
    return this.#chain;
  }

  /** Slices for work that may run beside the others, until it is superseded too. */
  pause(): Pause {
    return createPause(this.#now, this.#wanted());
  }

  #wanted(): () => boolean {
    const generation = this.#generation;
    return () => !this.#closed && generation === this.#generation;
  }
}
