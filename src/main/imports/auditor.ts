import { MINUTE, type Milliseconds } from '../../shared/units.ts';
import type { Core } from './core.ts';
import type { ReadAnswer } from './engine-io.ts';
import type { Job } from './job.ts';
import type { Observer } from './observer.ts';
import { PageWalk } from './page-walk.ts';
import { pageOf, type Asker, type Question } from './question.ts';
import { SEARCH_MARGIN_MS } from './reconcile.ts';

/** After the last import of a run: time for what a proxy may have sent twice to show. */
const DELAY_MS: Milliseconds = 1 * MINUTE;

/** At the end of a run, reads all videos since its start once: each reference has to belong to one video. */
export class Auditor implements Asker {
  readonly #core: Core;
  readonly #observer: Observer;
  /** Per team, Pixop's time before the first import of the run. */
  readonly #since = new Map<string, Milliseconds>();
  #dueAt: Milliseconds = Infinity;
  #walk: PageWalk | null = null;

  constructor(core: Core, observer: Observer) {
    this.#core = core;
    this.#observer = observer;
  }

  accepted(job: Job): void {
    if (job.refs.length === 0) return;
    const { teamId } = this.#core.queue.batchOf(job).settings;
    this.#since.set(teamId, Math.min(job.sinceMs ?? 0, this.#since.get(teamId) ?? Infinity));
    this.#dueAt = this.#core.now + DELAY_MS;
  }

  next(): Question | null {
    const [team] = this.#since;
    if (team === undefined || this.#core.queue.counts.get('planned') !== 0) return null;
    if (this.#core.now < this.#dueAt) {
      this.#core.wakeBy(this.#dueAt);
      return null;
    }
    const walk = this.#walk ?? this.#begin(...team);
    this.#walk = walk;
    return { read: { kind: 'page', query: walk.query }, take: (answer) => this.#take(walk, answer) };
  }

  #begin(teamId: string, sinceMs: Milliseconds): PageWalk {
    const floorMs = sinceMs - SEARCH_MARGIN_MS;
    return new PageWalk(
      {
        teamId,
        sortBy: 'createdAt',
        isExact: true,
        isEnough: (page) => (page.items.at(-1)?.createdAtMs ?? -Infinity) < floorMs,
      },
      this.#core.now,
    );
  }

  #take(walk: PageWalk, answer: ReadAnswer): void {
    const page = pageOf(answer);
    this.#walk = page === null ? null : this.#walk;
    if (page === null) return;
    this.#observer.page(page.items);
    const step = walk.take(page);
    if (step === 'more' || step === 'again') return;
    this.#walk = null;
    this.#since.delete(walk.plan.teamId);
  }
}
