import type { Input } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';

type Change = Input<'browse.select'>;
type Answer = Promise<AppError | null>;

/** Changes of the selection on their way to main, so that they come in the order in which they were made. */
export class SelectionChanges {
  readonly #send: (change: Change) => Answer;
  #made = 0;
  #settled: Promise<void> = Promise.resolve();
  #drawing: Answer | null = null;
  #toDraw: Change | null = null;

  constructor(send: (change: Change) => Answer) {
    this.#send = send;
  }

  /** How many there were so far, answered or not. */
  get made(): number {
    return this.#made;
  }

  /** Sends a change at once, or after what was drawn before it. */
  make(change: Change): Answer {
    this.#made += 1;
    return this.#awaited(this.#drawing?.then(() => this.#send(change)) ?? this.#send(change));
  }

  /** The same for the drag of a rectangle: one change at a time is on its way, and only the newest of the others follows. */
  draw(change: Change): Answer {
    this.#made += 1;
    this.#toDraw = change;
    this.#drawing ??= this.#drawNewest();
    return this.#awaited(this.#drawing);
  }

  /** Resolves when every change so far is answered; without a value, else each would hold those of all before it. */
  settled(): Promise<void> {
    return this.#settled;
  }

  #awaited(answer: Answer): Answer {
    this.#settled = Promise.all([this.#settled, answer]).then(() => undefined);
    return answer;
  }

  async #drawNewest(): Answer {
    try {
      let error: AppError | null = null;
      for (let next = this.#toDraw; next !== null; next = this.#toDraw) {
        this.#toDraw = null;
        error = (await this.#send(next)) ?? error;
      }
      return error;
    } finally {
      this.#drawing = null;
    }
  }
}
