/** What is done of a call during which the process dies: nothing, a part (of a write), or all of it. */
export const shares = [0, 0.5, 1] as const;
/** One of {@link shares}. */
export type Share = (typeof shares)[number];

/** When a process dies: in its n-th call to the disk, counted from 1. */
export interface Death {
  readonly atCall: number;
  readonly share: Share;
}

/** A promise of a dead process. */
const never = new Promise<never>(() => undefined);

/** One process: it lives until its death is due, and then neither does nor learns anything any more. */
export class Life {
  /** The calls to the disk so far, by name. */
  readonly calls: string[] = [];
  isAlive = true;
  readonly #death: Death | null;

  constructor(death: Death | null = null) {
    this.#death = death;
  }

  end(): void {
    this.isAlive = false;
  }

  /** Makes a call to the disk, unless this is the one in which the process dies. */
  call<Result>(name: string, act: (share: Share) => Result): Promise<Result> {
    if (!this.isAlive) return never;
    this.calls.push(name);
    if (this.calls.length !== this.#death?.atCall) return Promise.resolve(act(1));
    act(this.#death.share);
    this.end();
    return never;
  }

  /** Passes on what came of a call to somebody else, as long as there is anybody to tell. */
  async hear<Result>(asked: () => Promise<Result>): Promise<Result> {
    if (!this.isAlive) return never;
    try {
      const result = await asked();
      return this.isAlive ? result : await never;
    } catch (error) {
      if (this.isAlive) throw error;
      return never;
    }
  }
}
