import type { Candidate } from '../../shared/imports.ts';
import type { Core } from './core.ts';
import type { ReadAnswer } from './engine-io.ts';
import type { Job } from './job.ts';
import type { Observer } from './observer.ts';
import { PageWalk } from './page-walk.ts';
import type { ListedVideo } from './ports.ts';
import { pageOf, type Asker, type Question } from './question.ts';
import { SEARCH_MARGIN_MS } from './reconcile.ts';

/** Pages read for one question: the operator looks at a list, not at an archive. */
const MAX_PAGES = 10;

interface Search {
  readonly askId: number;
  readonly jobId: string;
  readonly found: Map<string, ListedVideo>;
  walk: PageWalk | null;
}

/** Finds the videos among which the operator may choose the one that an unconfirmed import made. */
export class Finder implements Asker {
  readonly #core: Core;
  readonly #observer: Observer;
  readonly #searches: Search[] = [];

  constructor(core: Core, observer: Observer) {
    this.#core = core;
    this.#observer = observer;
  }

  ask(askId: number, jobId: string): void {
    this.#searches.push({ askId, jobId, found: new Map(), walk: null });
  }

  /** Pixop cannot be asked at the moment: nobody is kept waiting. */
  giveUp(): void {
    const error = { code: 'offline', message: 'Pixop cannot be asked at the moment.' } as const;
    for (const { askId } of this.#searches.splice(0)) this.#core.answer(askId, { ok: false, error });
  }

  next(): Question | null {
    const [search] = this.#searches;
    if (search === undefined) return null;
    const job = this.#core.queue.jobs.get(search.jobId);
    if (job === undefined) {
      this.#searches.shift();
      this.#core.answer(search.askId, {
        ok: false,
        error: { code: 'not-found', message: 'This import is no longer in the queue.' },
      });
      return this.next();
    }
    search.walk ??= this.#begin(job);
    return {
      read: { kind: 'page', query: search.walk.query },
      take: (answer) => this.#take(search, job, answer),
    };
  }

  #begin(job: Job): PageWalk {
    const { queue, now } = this.#core;
    const batch = queue.batchOf(job);
    const floorMs = (job.sinceMs ?? batch.anchorMs ?? -Infinity) - SEARCH_MARGIN_MS;
    return new PageWalk(
      {
        teamId: batch.settings.teamId,
        sortBy: 'createdAt',
        isExact: false,
        isEnough: (page, pages) =>
          pages >= MAX_PAGES || (page.items.at(-1)?.createdAtMs ?? -Infinity) < floorMs,
      },
      now,
    );
  }

  #take(search: Search, job: Job, answer: ReadAnswer): void {
    const core = this.#core;
    const page = pageOf(answer);
    if (page === null || search.walk === null) {
      this.#searches.shift();
      if (!answer.ok) core.answer(search.askId, { ok: false, error: answer.error });
      return;
    }
    for (const item of page.items) {
      const owner = core.queue.jobOfVideo(item.videoId);
      if (owner === undefined || owner.jobId === job.jobId) search.found.set(item.videoId, item);
    }
    this.#observer.page(page.items);
    if (search.walk.take(page) === 'more') return;
    this.#searches.shift();
    const candidates = [...search.found.values()].map((item) => candidateOf(item, job));
    candidates.sort((a, b) => Number(b.likely) - Number(a.likely) || b.createdAtMs - a.createdAtMs);
    core.answer(search.askId, { ok: true, affected: 0, candidates });
  }
}

const candidateOf = ({ videoId, name, upload, createdAtMs }: ListedVideo, job: Job): Candidate => ({
  videoId,
  name,
  fileName: upload?.fileName ?? '',
  sizeBytes: upload?.sizeBytes ?? null,
  createdAtMs,
  likely: upload?.fileName === job.fileName && upload.sizeBytes === job.sizeBytes,
});
