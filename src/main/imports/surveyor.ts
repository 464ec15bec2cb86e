import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';
import type { Core } from './core.ts';
import type { ReadAnswer } from './engine-io.ts';
import type { Observer } from './observer.ts';
import { PageWalk } from './page-walk.ts';
import type { VideosPage } from './ports.ts';
import { pageOf, type Asker, type Question } from './question.ts';
import type { Sender } from './sender.ts';
import type { Survey } from './team-imports.ts';

/** A team is watched for this long after somebody last looked at one of its buckets. */
const INTEREST_MS: Milliseconds = 15 * MINUTE;
/** Between two readings of what has changed; most of them take one request. */
const REFRESH_MS: Milliseconds = 1 * MINUTE;
/** Copies of others that do not seem to end are looked for in the whole list this often. */
const WHOLE_MS: Milliseconds = 30 * MINUTE;
/** Until a reading that proved nothing is begun anew: a page failed, or the list kept shrinking. */
const RETRY_MS: Milliseconds = 5 * MINUTE;
/** Share of each window that is left to everything else. */
const OTHERS_FIRST = 0.5;
/** Readings overlap by this much of Pixop's time, for servers whose clocks differ a little. */
const OVERLAP_MS: Milliseconds = 2 * SECOND;

interface Interest {
  until: Milliseconds;
  dueAt: Milliseconds;
  wholeAt: Milliseconds;
  isWholeDue: boolean;
}

interface Reading {
  readonly teamId: string;
  readonly isWhole: boolean;
  readonly walk: PageWalk;
  readonly before: Survey | null;
  /** Videos that were made since the reading before. */
  readonly added: Set<string>;
  newestMs: Milliseconds;
  /** Pixop's time when it began, as far as Pixop had shown it; null before the first page. */
  begunMs: Milliseconds | null;
}

/**
 * Learns from a team's list of videos what its other workstations have imported, for as long as somebody looks at a
 * bucket of the team's: once the whole list, then what has changed. It asks when nobody else wants to.
 */
export class Surveyor implements Asker {
  readonly #core: Core;
  readonly #observer: Observer;
  readonly #sender: Sender;
  readonly #interests = new Map<string, Interest>();
  #reading: Reading | null = null;

  constructor(core: Core, observer: Observer, sender: Sender) {
    this.#core = core;
    this.#observer = observer;
    this.#sender = sender;
  }

  /** Somebody looks at objects of this team. */
  want(teamId: string): void {
    const { now } = this.#core;
    const known = this.#interests.get(teamId);
    if (known !== undefined) known.until = now + INTEREST_MS;
    else {
      const until = now + INTEREST_MS;
      this.#interests.set(teamId, { until, dueAt: now, wholeAt: now + WHOLE_MS, isWholeDue: false });
    }
  }

  next(): Question | null {
    const core = this.#core;
    // What waits to be sent goes first; the sweeps of its list show what others do meanwhile.
    if (this.#sender.isWanting) return null;
    this.#reading ??= this.#begin();
    const reading = this.#reading;
    if (reading === null) return null;
    if (core.budget.free(core.now) < core.budget.limit * OTHERS_FIRST && !core.budget.isProbing) {
      core.wakeBy(core.budget.nextChangeAt(core.now));
      return null;
    }
    return {
      read: { kind: 'page', query: reading.walk.query },
      isOptional: true,
      take: (answer) => this.#take(reading, answer),
    };
  }

  #begin(): Reading | null {
    const core = this.#core;
    for (const [teamId, interest] of this.#interests) {
      if (interest.until <= core.now) this.#interests.delete(teamId);
      else if (interest.dueAt > core.now) core.wakeBy(interest.dueAt);
      else return this.#readingOf(teamId, interest);
    }
    return null;
  }

  #readingOf(teamId: string, interest: Interest): Reading {
    const { team, now } = this.#core;
    const before = team.surveyOf(teamId);
    const seemsStuck = interest.wholeAt <= now && team.isCopying(teamId);
    const isWhole = before === null || interest.isWholeDue || seemsStuck;
    if (isWhole) team.beginRound(teamId);
    const floorMs = (before?.updatedMs ?? -Infinity) - OVERLAP_MS;
    const isEnough = (page: VideosPage): boolean =>
      !isWhole && (page.items.at(-1)?.updatedAtMs ?? -Infinity) < floorMs;
    const sortBy = isWhole ? 'createdAt' : 'updatedAt';
    const walk = new PageWalk({ teamId, sortBy, isExact: isWhole, isEnough }, now);
    const newestMs = before?.createdMs ?? -Infinity;
    return { teamId, isWhole, walk, before, added: new Set(), newestMs, begunMs: null };
  }

  #take(reading: Reading, answer: ReadAnswer): void {
    const page = pageOf(answer);
    if (page === null) return this.#end(reading, RETRY_MS);
    this.#observer.page(page.items);
    reading.begunMs ??= this.#core.serverMs;
    for (const { videoId, createdAtMs } of page.items) {
      if (createdAtMs > (reading.before?.createdMs ?? -Infinity)) reading.added.add(videoId);
      reading.newestMs = Math.max(reading.newestMs, createdAtMs);
    }
    const step = reading.walk.take(page);
    if (step === 'more' || step === 'again') return;
    if (step === 'inexact') return this.#end(reading, RETRY_MS);
    this.#learn(reading);
    this.#end(reading, REFRESH_MS);
  }

  #learn({ teamId, isWhole, walk, before, added, newestMs, begunMs }: Reading): void {
    const { team, now } = this.#core;
    const interest = this.#interests.get(teamId);
    // Pages change behind a reading: the next one starts from where this one began.
    const updatedMs = Math.max(0, isWhole ? (begunMs ?? 0) : walk.newestMs);
    team.surveyed(teamId, { total: walk.total, createdMs: Math.max(0, newestMs), updatedMs }, isWhole);
    if (interest === undefined) return;
    const counted = before?.total ?? null;
    // Videos were deleted: only the whole list shows which.
    interest.isWholeDue =
      !isWhole && counted !== null && walk.total !== null && walk.total !== counted + added.size;
    if (isWhole) interest.wholeAt = now + WHOLE_MS;
  }

  #end({ teamId, isWhole }: Reading, restMs: Milliseconds): void {
    this.#reading = null;
    const interest = this.#interests.get(teamId);
    if (interest === undefined) return;
    const isWholeNext = interest.isWholeDue && !isWhole;
    interest.dueAt = this.#core.now + (isWholeNext ? 0 : restMs);
    this.#core.wakeBy(interest.dueAt);
  }
}
