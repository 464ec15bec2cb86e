import type { Milliseconds } from '../../shared/units.ts';
import { fold } from './fold.ts';
import { History } from './history.ts';
import type { OpenedJournal, OpenJournal } from './journal-port.ts';

/**
 * The queue of an account that was removed, as history needs it: read once and closed, without the engine that would
 * ask Pixop about it.
 */
export class Archive {
  readonly #openJournal: OpenJournal;
  #history: Promise<History> | null = null;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(openJournal: OpenJournal) {
    this.#openJournal = openJournal;
  }

  history(): Promise<History> {
    if (this.#history !== null) return this.#history;
    const reading = this.#with(async (opened) => new History(fold(opened)));
    this.#history = reading;
    // A journal that could not be read is tried again with the next question.
    reading.catch(() => (this.#history = null));
    return reading;
  }

  /** Forgets what an open queue would forget, too; answers how many imports that were. */
  forget(changedBeforeMs: Milliseconds): Promise<number> {
    return this.#with(async (opened) => {
      const gone = new History(fold(opened)).forgettable(changedBeforeMs);
      if (gone.length > 0) await opened.journal.append(gone.map(({ jobId }) => ({ type: 'removed', jobId })));
      this.#history = null;
      return gone.length;
    });
  }

  /** Resolves when nothing of this has the journal open: only then may a queue open it. */
  async settled(): Promise<void> {
    // Whoever asked for it has heard how it ended.
    await this.#underWay.catch(() => undefined);
  }

  /** One after the other: a journal has one writer. */
  #with<Result>(work: (opened: OpenedJournal) => Promise<Result>): Promise<Result> {
    const next = this.settled().then(async () => {
      const opened = await this.#openJournal('start');
      try {
        return await work(opened);
      } finally {
        await opened.journal.close();
      }
    });
    this.#underWay = next;
    return next;
  }
}
