import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';

/** Between account checks while Pixop is not reached: doubled from the first to the last. */
const FIRST_CHECK_MS: Milliseconds = 1 * SECOND;
const LAST_CHECK_MS: Milliseconds = 1 * MINUTE;
/** Incidents with unconfirmed imports, none accepted between them, after which the run pauses. */
const MAX_INCIDENTS = 3;

/** Why nothing is sent until an account check has succeeded. */
export type LinkTrouble = 'offline' | 'unconfirmed' | 'asleep';

/**
 * Whether Pixop can be spoken to. Anything unconfirmed closes the link, and only a successful account check opens it
 * again; after that, one import goes alone until one was accepted.
 */
export class Link {
  trouble: LinkTrouble | null = null;
  #nextCheckAt: Milliseconds = 0;
  #checks = 0;
  #incidents = 0;
  #isCautious = false;

  /** Imports that may be on their way at once. */
  maxPosts(usual: number): number {
    return this.trouble !== null ? 0 : this.#isCautious ? 1 : usual;
  }

  /** When the next account check is due; never while the link is open. */
  get checkAt(): Milliseconds {
    return this.trouble === null || this.trouble === 'asleep' ? Infinity : this.#nextCheckAt;
  }

  /** Closes the link; true when the run should pause because this keeps happening. */
  close(trouble: LinkTrouble, now: Milliseconds): boolean {
    const isNew = this.trouble === null;
    if (isNew || this.trouble === 'asleep')
      this.#nextCheckAt = trouble === 'offline' ? now + FIRST_CHECK_MS : now;
    if (isNew) this.#checks = 0;
    if (isNew && trouble === 'unconfirmed') this.#incidents += 1;
    // An import that may exist matters more than the reason why the line is down.
    if (this.trouble !== 'unconfirmed') this.trouble = trouble;
    return this.#incidents >= MAX_INCIDENTS;
  }

  /** An account check failed. */
  stillClosed(now: Milliseconds): void {
    this.#nextCheckAt = now + Math.min(LAST_CHECK_MS, FIRST_CHECK_MS * 2 ** this.#checks);
    this.#checks += 1;
  }

  /** An account check succeeded. */
  open(): void {
    this.#isCautious = this.trouble === 'unconfirmed' || this.#isCautious;
    this.trouble = null;
    this.#checks = 0;
  }

  /** The network or the key changed: ask at once. */
  checkNow(now: Milliseconds): void {
    this.#nextCheckAt = now;
    this.#checks = 0;
  }

  /** An import was accepted: all is well. */
  succeeded(): void {
    this.#incidents = 0;
    this.#isCautious = false;
  }

  /** The operator wants to go on. */
  forgive(now: Milliseconds): void {
    this.#incidents = 0;
    this.checkNow(now);
  }
}
