import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';
import type { Core } from './core.ts';
import type { ReadAnswer } from './engine-io.ts';
import type { Observer } from './observer.ts';
import { PAGE_SIZE, PageWalk } from './page-walk.ts';
import type { Polling } from './polling.ts';
import { pageOf, type Asker, type Question } from './question.ts';
import type { Sender } from './sender.ts';

/** After a sweep while imports wait; the credit decides the rest. */
const NEXT_SWEEP_MS: Milliseconds = 200;
/** Between two looks for videos that the sweeps do not show. */
const STALE_CHECK_MS: Milliseconds = 5 * SECOND;
/** From this many unseen videos on, reading the whole list costs less than asking for each. */
const MANY_STALE = 20;
/** Between two readings of the whole list, doubled while they show nothing new. */
const FIRST_FULL_MS: Milliseconds = 1 * MINUTE;
const LAST_FULL_MS: Milliseconds = 10 * MINUTE;
/** Answers that there is no such video, after which it is believed. */
const MAX_MISSING = 3;

/** Watches the videos that Pixop works on: a hundred by each page of the list, and one by one those that it leaves stale. */
export class Patrol implements Asker {
  readonly #core: Core;
  readonly #observer: Observer;
  readonly #polling: Polling;
  readonly #sender: Sender;
  readonly #missing = new Map<string, number>();
  #walk: PageWalk | null = null;
  #isFull = false;
  #hasNews = false;
  #sweepAt: Milliseconds = -Infinity;
  #staleCheckAt: Milliseconds = -Infinity;
  #fullAt: Milliseconds = -Infinity;
  #fullEveryMs = FIRST_FULL_MS;
  #lastTeam = '';

  constructor(core: Core, observer: Observer, polling: Polling, sender: Sender) {
    this.#core = core;
    this.#observer = observer;
    this.#polling = polling;
    this.#sender = sender;
  }

  next(): Question | null {
    if (this.#core.queue.live.size === 0) {
      this.#walk = null;
      return null;
    }
    const walk = this.#walk ?? this.#beginSweep();
    if (walk === null) return this.#nextStale();
    this.#walk = walk;
    return { read: { kind: 'page', query: walk.query }, take: (answer) => this.#take(walk, answer) };
  }

  #beginSweep(): PageWalk | null {
    const { now } = this.#core;
    if (now < this.#sweepAt) {
      this.#core.wakeBy(this.#sweepAt);
      return null;
    }
    if (!this.#isAffordable()) return null;
    const teams = this.#teams();
    const teamId = teams[(teams.indexOf(this.#lastTeam) + 1) % teams.length];
    if (teamId === undefined) return null;
    this.#lastTeam = teamId;
    const floorMs = this.#polling.floorOf(teamId);
    return this.#walkFor(teamId, 'updatedAt', floorMs);
  }

  #walkFor(teamId: string, sortBy: 'createdAt' | 'updatedAt', floorMs: Milliseconds): PageWalk {
    const { queue, now } = this.#core;
    const maxPages = Math.ceil(queue.live.size / PAGE_SIZE) + 5;
    this.#hasNews = false;
    this.#isFull = sortBy === 'createdAt';
    return new PageWalk(
      {
        teamId,
        sortBy,
        isExact: false,
        isEnough: (page, pages) =>
          pages >= maxPages ||
          (page.items.at(-1)?.updatedAtMs ?? -Infinity) < floorMs ||
          [...queue.live].every((jobId) => this.#polling.wasSeenSince(jobId, now)),
      },
      now,
    );
  }

  /**
   * While imports wait, polls live on their credit. A sweep begins as soon as its first page is paid; further ones are
   * paid later: begun often, most sweeps need no second page, begun seldom, all of them do.
   */
  #isAffordable(): boolean {
    const core = this.#core;
    if (!this.#sender.isWanting) return true;
    const { budget, pacing, now } = core;
    const at = pacing.affordableAt(now, budget.limit);
    if (at > now) core.wakeBy(at);
    else if (budget.free(now) < 1) core.wakeBy(budget.nextChangeAt(now));
    else return true;
    return false;
  }

  #take(walk: PageWalk, answer: ReadAnswer): void {
    const core = this.#core;
    if (this.#sender.isWanting) core.pacing.spend();
    const page = pageOf(answer);
    if (page === null) {
      this.#walk = null;
      return;
    }
    this.#hasNews = this.#observer.page(page.items) || this.#hasNews;
    if (walk.take(page) === 'more') return;
    this.#walk = null;
    if (this.#isFull) this.#endFull();
    else this.#endSweep(walk);
  }

  #endSweep(walk: PageWalk): void {
    const { budget, pacing, now } = this.#core;
    this.#polling.sweptTo(walk.plan.teamId, walk.newestMs);
    pacing.swept(this.#hasNews);
    const idleMs = pacing.idleIntervalMs(walk.pages, budget.free(now), budget.leftMs(now));
    this.#sweepAt = now + (this.#sender.isWanting ? NEXT_SWEEP_MS : idleMs);
  }

  #endFull(): void {
    this.#fullEveryMs = this.#hasNews ? FIRST_FULL_MS : Math.min(LAST_FULL_MS, this.#fullEveryMs * 2);
    this.#fullAt = this.#core.now + this.#fullEveryMs;
  }

  #nextStale(): Question | null {
    const { queue, now } = this.#core;
    if (now < this.#staleCheckAt) {
      this.#core.wakeBy(this.#staleCheckAt);
      return null;
    }
    this.#staleCheckAt = now + STALE_CHECK_MS;
    this.#core.wakeBy(this.#staleCheckAt);
    const stale = this.#polling.stale(queue.live, now);
    const job = queue.jobs.get(stale[0] ?? '');
    if (job === undefined || !('videoId' in job) || !this.#isAffordable()) return null;
    if (stale.length >= MANY_STALE && now >= this.#fullAt) {
      const walk = this.#walkFor(queue.batchOf(job).settings.teamId, 'createdAt', -Infinity);
      this.#walk = walk;
      return { read: { kind: 'page', query: walk.query }, take: (answer) => this.#take(walk, answer) };
    }
    const { jobId, videoId } = job;
    return { read: { kind: 'status', videoId }, take: (answer) => this.#takeStatus(jobId, answer) };
  }

  #takeStatus(jobId: string, answer: ReadAnswer): void {
    const core = this.#core;
    if (this.#sender.isWanting) core.pacing.spend();
    // With one answer in hand, the next stale one need not wait.
    this.#staleCheckAt = core.now;
    const isMissing = !answer.ok && answer.error.code === 'not-found';
    const missing = isMissing ? (this.#missing.get(jobId) ?? 0) + 1 : 0;
    this.#missing.set(jobId, missing);
    const hasNews =
      answer.ok && answer.kind === 'status' && answer.state !== null && this.#observer.status(answer.state);
    if (!hasNews) this.#polling.asked(jobId, core.now);
    if (missing < MAX_MISSING || core.isClaimed(jobId)) return;
    this.#missing.delete(jobId);
    const message = 'Pixop has no such video any more.';
    const error = { code: 'VIDEO_NOT_FOUND', message, requestId: null, httpStatus: 404 };
    core.write([{ type: 'failed', jobId, atMs: core.wallMs, error }]);
  }

  /** Teams that have live videos. */
  #teams(): readonly string[] {
    const { queue } = this.#core;
    const teams = new Set<string>();
    for (const jobId of queue.live) {
      const job = queue.jobs.get(jobId);
      if (job !== undefined) teams.add(queue.batchOf(job).settings.teamId);
    }
    return [...teams];
  }
}
