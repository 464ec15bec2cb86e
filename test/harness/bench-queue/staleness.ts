import type { JobState } from '../../../src/shared/imports.ts';
import type { Milliseconds } from '../../../src/shared/units.ts';

/** A status as Pixop had it and as somebody was shown it. */
interface Change {
  readonly happenedMs: Milliseconds;
  readonly lateMs: Milliseconds;
}

/** How old what is shown is: for each video, when it was copied and when it was done, against when a screen said so. */
export class Staleness {
  readonly #ingestionMs: Milliseconds;
  readonly #copied = new Map<string, Milliseconds>();
  readonly #shown = new Map<string, 'ingesting' | 'done'>();
  readonly #changes: Change[] = [];

  constructor(ingestionMs: Milliseconds) {
    this.#ingestionMs = ingestionMs;
  }

  copied(objectKey: string, atMs: Milliseconds): void {
    this.#copied.set(objectKey, atMs);
  }

  /** A row was shown; states before the end of the copy say nothing here. */
  shown(objectKey: string, state: JobState, atMs: Milliseconds): void {
    const copiedMs = this.#copied.get(objectKey);
    const before = this.#shown.get(objectKey);
    if (copiedMs === undefined || (state !== 'ingesting' && state !== 'done')) return;
    if (before === undefined) this.#changes.push({ happenedMs: copiedMs, lateMs: atMs - copiedMs });
    const doneMs = copiedMs + this.#ingestionMs;
    if (state === 'done' && before !== 'done')
      this.#changes.push({ happenedMs: doneMs, lateMs: atMs - doneMs });
    this.#shown.set(objectKey, state);
  }

  /** The lateness that 95 of 100 changes between two times do not exceed; null when there was none. */
  p95Ms(fromMs: Milliseconds, untilMs: Milliseconds): Milliseconds | null {
    const late = this.#changes
      .filter(({ happenedMs }) => happenedMs >= fromMs && happenedMs < untilMs)
      .map(({ lateMs }) => lateMs)
      .toSorted((a, b) => a - b);
    return late[Math.floor(late.length * 0.95)] ?? null;
  }
}
