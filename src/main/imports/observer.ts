import type { Core } from './core.ts';
import { readReference, refKey } from './import-reference.ts';
import { liveStates, unresolvedStates, videoIdOf, type Job } from './job.ts';
import type { Polling } from './polling.ts';
import type { ListedVideo, VideoInState } from './ports.ts';
import { progressOf, withProgress } from './progress.ts';
import type { JournalRecord } from './records.ts';

/** Takes in what Pixop shows of videos: progress, ends, references in places where they should not be. */
export class Observer {
  readonly #core: Core;
  readonly #polling: Polling;

  constructor(core: Core, polling: Polling) {
    this.#core = core;
    this.#polling = polling;
  }

  /** Everything on one page of the list; true when something was news. */
  page(items: readonly ListedVideo[]): boolean {
    const records: JournalRecord[] = [];
    let isNews = false;
    for (const item of items) {
      const core = this.#core;
      core.serverMs = Math.max(core.serverMs ?? 0, item.createdAtMs, item.updatedAtMs);
      const job = core.queue.jobOfVideo(item.videoId);
      if (job !== undefined) isNews = this.#state(job, item, records) || isNews;
      this.#reference(item, job, records);
    }
    this.#core.write(records);
    return isNews;
  }

  /** The answer about one video; true when it was news. */
  status(state: VideoInState): boolean {
    const records: JournalRecord[] = [];
    const job = this.#core.queue.jobOfVideo(state.videoId);
    const isNews = job !== undefined && this.#state(job, state, records);
    this.#core.write(records);
    return isNews;
  }

  #state(job: Job, state: VideoInState, records: JournalRecord[]): boolean {
    const core = this.#core;
    const { jobId } = job;
    if (core.isClaimed(jobId)) return false;
    const atMs = core.wallMs;
    const progress = progressOf(state, core.queue.batchOf(job).settings.fullIngestion);
    const isLive = liveStates.has(job.state);
    if (progress.kind === 'running') {
      // Somebody restarted a failed copy in Pixop itself.
      if (job.state === 'failed') records.push({ type: 'resumed', jobId, atMs });
      const next = withProgress(job, progress.phase, atMs);
      core.queue.replace(next);
      this.#polling.seen(jobId, core.now, next !== job);
      return next !== job || job.state === 'failed';
    }
    if (progress.kind === 'done' && (isLive || job.state === 'failed'))
      records.push({ type: 'done', jobId, atMs });
    else if (progress.kind === 'failed' && isLive)
      records.push({ type: 'failed', jobId, atMs, error: progress.error });
    else return false;
    this.#polling.seen(jobId, core.now, true);
    return true;
  }

  #reference(item: ListedVideo, job: Job | undefined, records: JournalRecord[]): void {
    const core = this.#core;
    const reference = readReference(item.description);
    if (job !== undefined) this.#canary(job, reference !== null && job.refs.includes(refKey(reference)));
    if (reference === null) return;
    const owner = core.queue.jobOfRef(refKey(reference));
    if (owner === undefined) {
      const isCopied = item.upload?.status === 'DONE';
      if (job === undefined) core.team.saw(item.teamId, reference.object, isCopied);
      return;
    }
    if (videoIdOf(owner) === item.videoId || core.isClaimed(owner.jobId) || owner.state === 'sending') return;
    // Not proof yet: only a complete search shows that it is the only one.
    if (owner.state === 'needs-decision' && owner.matches.includes(item.videoId)) return;
    if (unresolvedStates.has(owner.state)) core.looks.soon(owner.jobId, core.now);
    else if (owner.state === 'planned') core.suspects.add(owner.jobId);
    else if (!owner.doubles.includes(item.videoId)) {
      records.push({ type: 'doubled', jobId: owner.jobId, atMs: core.wallMs, videoId: item.videoId });
    }
  }

  /** The first video of a batch was seen: the rest may follow, and it shows whether Pixop keeps the reference. */
  #canary(job: Job, isMarked: boolean): void {
    const core = this.#core;
    if (!core.canaries.seen(core.queue.batchOf(job), job.jobId)) return;
    if (job.refs.length > 0 && !isMarked) core.isMarkerTrusted = false;
  }
}
