import { MINUTE, type Milliseconds } from '../../shared/units.ts';
import type { Core } from './core.ts';
import type { ReadAnswer } from './engine-io.ts';
import type { Observer } from './observer.ts';
import { PageWalk } from './page-walk.ts';
import { pageOf, type Asker, type Question } from './question.ts';
import { SEARCH_MARGIN_MS } from './reconcile.ts';

/** After the last import of a run: time for what a proxy may have sent twice to show. */
const DELAY_MS: Milliseconds = 1 * MINUTE;

/** Share of each window that is left to status polls while videos are still being copied. */
const POLLS_FIRST = 0.5;

interface Audit {
  readonly walk: PageWalk;
  readonly batchIds: readonly string[];
}

/**
 * At the end of a run, reads all videos since its start once: each reference has to belong to one video. Which batches
 * have been audited is on disk, so that a run that was interrupted is audited by the next one.
 */
export class Auditor implements Asker {
  readonly #core: Core;
  readonly #observer: Observer;
  #dueAt: Milliseconds | null = null;
  #audit: Audit | null = null;

  constructor(core: Core, observer: Observer) {
    this.#core = core;
    this.#observer = observer;
  }

  /** An import was accepted just now. */
  accepted(): void {
    this.#dueAt = this.#core.now + DELAY_MS;
    // Whatever is being read may have been read too early for this one.
    this.#audit = null;
  }

  next(): Question | null {
    const { now } = this.#core;
    if (!this.#isRunOver) return null;
    this.#audit ??= this.#begin();
    if (this.#audit === null) return null;
    this.#dueAt ??= now + DELAY_MS;
    if (now < this.#dueAt) {
      this.#core.wakeBy(this.#dueAt);
      return null;
    }
    const { queue, budget } = this.#core;
    if (queue.live.size > 0 && budget.free(now) < budget.limit * POLLS_FIRST) {
      this.#core.wakeBy(budget.nextChangeAt(now));
      return null;
    }
    const audit = this.#audit;
    return { read: { kind: 'page', query: audit.walk.query }, take: (answer) => this.#take(audit, answer) };
  }

  get #isRunOver(): boolean {
    const { counts } = this.#core.queue;
    return counts.get('planned') === 0 && counts.get('sending') === 0;
  }

  /** The batches of one team that have not been audited since a video of theirs was accepted. */
  #begin(): Audit | null {
    const { queue, now } = this.#core;
    const due = [...queue.batches.values()].filter(
      ({ audited, anchorMs, settings }) => !audited && anchorMs !== null && settings.importReference,
    );
    const teamId = due[0]?.settings.teamId;
    if (teamId === undefined) return null;
    const batches = due.filter(({ settings }) => settings.teamId === teamId);
    const floorMs = Math.min(...batches.map(({ anchorMs }) => anchorMs ?? -Infinity)) - SEARCH_MARGIN_MS;
    return {
      batchIds: batches.map(({ batchId }) => batchId),
      walk: new PageWalk(
        {
          teamId,
          sortBy: 'createdAt',
          isExact: true,
          isEnough: (page) => (page.items.at(-1)?.createdAtMs ?? -Infinity) < floorMs,
        },
        now,
      ),
    };
  }

  #take(audit: Audit, answer: ReadAnswer): void {
    const page = pageOf(answer);
    // A walk that was given up meanwhile proves nothing.
    if (page === null || this.#audit !== audit) {
      this.#audit = null;
      return;
    }
    this.#observer.page(page.items);
    const step = audit.walk.take(page);
    if (step === 'more' || step === 'again') return;
    this.#audit = null;
    if (!this.#isRunOver) return;
    this.#core.write(audit.batchIds.map((batchId) => ({ type: 'audited' as const, batchId })));
  }
}
