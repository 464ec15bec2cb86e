import { SECOND, type Milliseconds } from '../../shared/units.ts';
import type { Core } from './core.ts';
import { readReference, refKey } from './import-reference.ts';
import type { Job } from './job.ts';
import type { Observer } from './observer.ts';
import { PageWalk } from './page-walk.ts';
import type { ListedVideo, VideosPage } from './ports.ts';
import { pageOf, type Asker, type Question } from './question.ts';
import { SEARCH_MARGIN_MS } from './reconcile.ts';
import type { JournalRecord } from './records.ts';
import type { ReadAnswer } from './engine-io.ts';

/** Until the next try after a search that proved nothing, because the list kept shrinking. */
const INEXACT_RETRY_MS: Milliseconds = 30 * SECOND;

interface Look {
  readonly walk: PageWalk;
  readonly matches: Map<string, Set<string>>;
}

/** Looks in Pixop's list for imports whose outcome was not seen, and for unsent ones that may have been sent after all. */
export class Looker implements Asker {
  readonly #core: Core;
  readonly #observer: Observer;
  readonly #isBusy: (jobId: string) => boolean;
  #look: Look | null = null;
  #retryAt: Milliseconds = -Infinity;

  /** `isBusy` names jobs whose request is on its way: their answer comes first. */
  constructor(core: Core, observer: Observer, isBusy: (jobId: string) => boolean) {
    this.#core = core;
    this.#observer = observer;
    this.#isBusy = isBusy;
  }

  next(): Question | null {
    this.#look ??= this.#begin();
    if (this.#look === null) return null;
    return { read: { kind: 'page', query: this.#look.walk.query }, take: (answer) => this.#take(answer) };
  }

  #begin(): Look | null {
    const { now } = this.#core;
    const teamId = this.#teamToSearch();
    if (teamId === null) return null;
    if (now < this.#retryAt) {
      this.#core.wakeBy(this.#retryAt);
      return null;
    }
    const subjects = this.#subjects(teamId);
    const matches = new Map(subjects.map(({ jobId }) => [jobId, new Set<string>()]));
    const floorMs = Math.min(...subjects.map((job) => this.#floorOf(job)));
    const isEnough = (page: VideosPage): boolean =>
      (page.items.at(-1)?.createdAtMs ?? -Infinity) < floorMs &&
      !page.items.some((item) => matches.has(this.#jobIdOf(item) ?? ''));
    return { walk: new PageWalk({ teamId, sortBy: 'createdAt', isEnough, isExact: true }, now), matches };
  }

  /** The team of the first import that is due; unmarked ones cannot be looked for and go to the operator. */
  #teamToSearch(): string | null {
    const core = this.#core;
    for (const jobId of core.suspects) {
      const job = core.queue.jobs.get(jobId);
      if (job?.state === 'planned' && job.refs.length > 0) return core.queue.batchOf(job).settings.teamId;
      core.suspects.delete(jobId);
    }
    const unmarked: JournalRecord[] = [];
    let teamId: string | null = null;
    for (const jobId of core.queue.unresolved) {
      const job = core.queue.jobs.get(jobId);
      if (job === undefined || core.isClaimed(jobId) || this.#isBusy(jobId)) continue;
      if (job.state === 'unknown' && !job.marked) {
        unmarked.push({ type: 'undecided', jobId, atMs: core.wallMs, matches: [] });
      } else if (job.refs.length === 0) continue;
      else if (core.looks.dueAt(jobId) <= core.now) teamId ??= core.queue.batchOf(job).settings.teamId;
      else core.wakeBy(core.looks.dueAt(jobId));
    }
    core.write(unmarked);
    return teamId;
  }

  #subjects(teamId: string): readonly Job[] {
    const { queue, suspects } = this.#core;
    return [...suspects, ...queue.unresolved]
      .flatMap((jobId) => queue.jobs.get(jobId) ?? [])
      .filter((job) => job.refs.length > 0 && queue.batchOf(job).settings.teamId === teamId);
  }

  /** Pixop's time before which the import's video cannot have been made. */
  #floorOf(job: Job): Milliseconds {
    const { queue } = this.#core;
    if (job.sinceMs !== null) return job.sinceMs - SEARCH_MARGIN_MS;
    // Never sent as far as the journal knows: if it was, then after everything that the journal does know.
    if (job.state === 'planned') return (queue.lastServerMs ?? Infinity) - SEARCH_MARGIN_MS;
    return (queue.batchOf(job).anchorMs ?? -Infinity) - SEARCH_MARGIN_MS;
  }

  #jobIdOf(item: ListedVideo): string | null {
    const reference = readReference(item.description);
    return reference === null ? null : (this.#core.queue.jobOfRef(refKey(reference))?.jobId ?? null);
  }

  #take(answer: ReadAnswer): void {
    const look = this.#look;
    const page = pageOf(answer);
    if (look === null || page === null) {
      this.#look = null;
      return;
    }
    for (const item of page.items) look.matches.get(this.#jobIdOf(item) ?? '')?.add(item.videoId);
    this.#observer.page(page.items);
    const step = look.walk.take(page);
    if (step === 'more') return;
    if (step === 'again') {
      for (const found of look.matches.values()) found.clear();
      return;
    }
    this.#look = null;
    if (step === 'inexact') this.#retryAt = this.#core.now + INEXACT_RETRY_MS;
    else this.#conclude(look);
  }

  #conclude({ walk, matches }: Look): void {
    const core = this.#core;
    const records: JournalRecord[] = [];
    for (const [jobId, found] of matches) {
      const job = core.queue.jobs.get(jobId);
      if (job === undefined || core.isClaimed(jobId) || this.#isBusy(jobId)) continue;
      if (job.state !== 'unknown' && job.state !== 'needs-decision' && job.state !== 'planned') continue;
      const record = this.#verdict(job, [...found], walk.startedAt);
      if (record !== null) records.push(record);
    }
    core.write(records);
  }

  #verdict(job: Job, found: readonly string[], startedAt: Milliseconds): JournalRecord | null {
    const core = this.#core;
    const { jobId } = job;
    const atMs = core.wallMs;
    const verdict = core.rules.conclude(found, (videoId) => {
      const owner = core.queue.jobOfVideo(videoId);
      return owner !== undefined && owner.jobId !== jobId;
    });
    if (verdict.kind === 'adopt') {
      core.looks.forget(jobId);
      core.suspects.delete(jobId);
      return { type: 'accepted', jobId, atMs, videoId: verdict.videoId, how: 'found' };
    }
    if (verdict.kind === 'ambiguous') {
      core.looks.forget(jobId);
      core.suspects.delete(jobId);
      return { type: 'undecided', jobId, atMs, matches: [...found] };
    }
    if (job.state === 'planned') {
      core.suspects.delete(jobId);
      return null;
    }
    const isLast = core.looks.dueAt(jobId) <= startedAt && core.looks.sawNothing(jobId, startedAt);
    return isLast && job.state === 'unknown' ? { type: 'undecided', jobId, atMs, matches: [] } : null;
  }
}
