import type { AppError } from '../../shared/errors.ts';
import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';
import { pauseOfError } from './breaker.ts';
import type { Core } from './core.ts';
import type { ReadAnswer } from './engine-io.ts';
import type { Asker, Question } from './question.ts';

/** Between two reads after Pixop answered one with an error of its own, doubled from the first to the last. */
const FIRST_BACKOFF_MS: Milliseconds = 2 * SECOND;
const LAST_BACKOFF_MS: Milliseconds = 1 * MINUTE;

/** Asks Pixop one thing at a time, the most urgent first; while the link is closed, only whether it is there. */
export class Reader {
  readonly #core: Core;
  readonly #askers: readonly Asker[];
  #pending: Question | null = null;
  #backoffUntil: Milliseconds = -Infinity;
  #failures = 0;

  /** `askers` in the order of urgency. */
  constructor(core: Core, askers: readonly Asker[]) {
    this.#core = core;
    this.#askers = askers;
  }

  start(): void {
    const core = this.#core;
    if (this.#pending !== null || core.storage !== 'ok' || core.isKeyTrouble) return;
    const question = core.link.trouble === null ? this.#next() : this.#accountCheck();
    if (question === null) return;
    core.budget.take(core.now);
    this.#pending = question;
    core.emit({ kind: 'read', read: question.read });
  }

  answered(answer: ReadAnswer): void {
    const core = this.#core;
    const question = this.#pending;
    if (question === null) return;
    this.#pending = null;
    core.budget.settle();
    if (answer.ok) this.#failures = 0;
    else this.#failed(answer.error, question);
    question.take(answer);
  }

  #next(): Question | null {
    const core = this.#core;
    if (core.now < this.#backoffUntil) {
      core.wakeBy(this.#backoffUntil);
      return null;
    }
    if (core.budget.free(core.now) <= 0) {
      core.wakeBy(core.budget.nextChangeAt(core.now));
      return null;
    }
    for (const asker of this.#askers) {
      const question = asker.next();
      if (question !== null) return question;
    }
    return null;
  }

  #accountCheck(): Question | null {
    const core = this.#core;
    const { checkAt } = core.link;
    if (checkAt > core.now) {
      if (checkAt !== Infinity) core.wakeBy(checkAt);
      return null;
    }
    if (core.budget.free(core.now) <= 0) {
      core.wakeBy(core.budget.nextChangeAt(core.now));
      return null;
    }
    return {
      read: { kind: 'account' },
      take: (answer) => {
        if (answer.ok) core.link.open();
        else core.link.stillClosed(core.now);
      },
    };
  }

  /** What a failed read means for everything else. */
  #failed(error: AppError, { read, isOptional = false }: Pick<Question, 'read' | 'isOptional'>): void {
    const core = this.#core;
    switch (error.code) {
      case 'offline':
      case 'timeout':
        if (read.kind !== 'account') core.link.close('offline', core.now);
        return;
      case 'unauthorised':
      case 'forbidden':
        if (!isOptional) core.pauseFor(pauseOfError(error));
        return;
      case 'rate-limited':
        core.budget.block(error.retryAfterMs ?? MINUTE, core.now);
        return;
      case 'not-found':
      case 'cancelled':
        return;
      default:
        this.#backoffUntil = core.now + Math.min(LAST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** this.#failures);
        this.#failures += 1;
    }
  }
}
