import { setMaxListeners } from 'node:events';
import { AppFailure } from '../../shared/errors.ts';
import type { Clock } from '../platform/clock.ts';
import { malformed } from './exact-page.ts';
import { ascends, firstOf, keyRange, lastOf, rowsUpTo, type KeyRange } from './key-range.ts';
import { LanePlan } from './lane-plan.ts';
import { parseListPage } from './list-page.ts';
import { PageColumns } from './page-columns.ts';
import { PageReader } from './page-reader.ts';
import type { FetchPage } from './page-fetcher.ts';
import { Scout } from './scout.ts';

/** Where rows go as they come. Ranges partition the keys: those of a range are all before those of the next. */
export interface ListSink {
  /**
   * Rows `[from, to)` of a page continue range `range`; the page is reused, so they are copied at once. They are behind
   * all that came before in it unless `inOrder` is false, which it can be in the first range only.
   */
  readonly rows: (range: number, page: PageColumns, from: number, to: number, inOrder: boolean) => void;
  readonly folders: (range: number, prefixes: readonly string[]) => void;
  /** Range `right` begins where `left` now ends. */
  readonly split: (left: number, right: number) => void;
  /** A page was taken in whole. */
  readonly page: () => void;
}

/** What is listed, and how. */
export interface ListOptions {
  readonly prefix: string;
  readonly delimiter: '/' | null;
  /** Pages asked for at the same time, at most. Default 8 (measured), range 1 to 16; 1 for directory buckets. */
  readonly lanes: number;
  readonly clock: Pick<Clock, 'monotonic'>;
}

/** A server that answers faster than this, in milliseconds a page, gains nothing from lanes. */
const LANES_ABOVE_MS = 5;
/** Requests that the scout needs for directories, and for names. */
const DIRECTORIES_COST = 2;
const NAMES_COST = 5;
/** Pages within one directory after which its names are worth that many questions, unless no lane is open yet. */
const NAMES_AFTER_PAGES = 8;

/** One listing under way: page after page, and in several ranges at once where that is faster. */
export class ListRun {
  readonly #pages: PageReader;
  readonly #sink: ListSink;
  readonly #page = new PageColumns();
  readonly #waiting: KeyRange[] = [];
  readonly #inFlight = new Set<KeyRange>();
  readonly #scout: Scout;
  readonly #plan: LanePlan;
  #limit: number;
  #ranges = 0;
  #ordered = true;
  #scouting = false;
  #mayScout = true;

  constructor(fetch: FetchPage, sink: ListSink, options: ListOptions) {
    const { prefix, delimiter, clock } = options;
    this.#pages = new PageReader(fetch, { prefix, delimiter }, clock, () => {
      this.#limit = Math.max(1, this.#limit >> 1);
    });
    this.#sink = sink;
    this.#limit = options.lanes;
    this.#scout = new Scout(fetch, options);
    this.#plan = new LanePlan(this.#scout);
  }

  /** Lists to the end; rejects with the first failure, after which nothing more reaches the sink. */
  async run(signal: AbortSignal): Promise<void> {
    const stop = new AbortController();
    // Every lane and every question of the scout listens to it.
    setMaxListeners(0, stop.signal);
    const abort = (): void => stop.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    try {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push(keyRange(this.#ranges++, null, null));
        this.#pump(stop.signal, resolve, reject);
      });
    } finally {
      signal.removeEventListener('abort', abort);
      stop.abort();
    }
  }

  #pump(signal: AbortSignal, resolve: () => void, reject: (reason: unknown) => void): void {
    if (signal.aborted) return reject(new AppFailure({ code: 'cancelled', message: 'Cancelled.' }));
    const again = (): void => this.#pump(signal, resolve, reject);
    while (this.#inFlight.size < this.#limit) {
      const range = this.#waiting.shift() ?? this.#split();
      if (range === null) break;
      this.#inFlight.add(range);
      this.#next(range, signal).then((more) => {
        this.#inFlight.delete(range);
        if (more) this.#waiting.unshift(range);
        again();
      }, reject);
    }
    if (this.#inFlight.size === 0 && this.#waiting.length === 0) return resolve();
    if (this.#inFlight.size < this.#limit) this.#explore(signal, again, reject);
  }

  /** Fetches and takes in the next page of a range; answers whether more follows. */
  async #next(range: KeyRange, signal: AbortSignal): Promise<boolean> {
    const body = await this.#pages.next(range, signal);
    if (signal.aborted) return false;
    const head = parseListPage(body.bytes, this.#page);
    range.pages += 1;
    const beyond = this.#take(range);
    this.#sink.page();
    this.#pages.done(body);
    if (beyond || head.nextToken === null) return false;
    if (range.tokens.has(head.nextToken)) throw malformed('it goes in a circle');
    range.tokens.add(head.nextToken);
    range.token = head.nextToken;
    if (range.ahead?.token !== head.nextToken) range.ahead = null;
    return true;
  }

  /** Passes on what of the page belongs to the range and is new; answers whether the range has been passed. */
  #take(range: KeyRange): boolean {
    const page = this.#page;
    const inOrder = ascends(page) && !this.#stepsBack(range);
    if (!inOrder && this.#ranges > 1 && !ascends(page)) throw malformed('its keys are not in order');
    if (!inOrder && this.#ranges === 1) this.#ordered = false;
    const { cursor, until } = range;
    const trim = this.#ordered;
    const from = trim && cursor !== null ? rowsUpTo(page, cursor) : 0;
    const to = trim && until !== null ? Math.max(from, rowsUpTo(page, until)) : page.count;
    const folders = page.prefixes.filter((prefix) => {
      const key = Buffer.from(prefix);
      return (
        !trim || ((cursor === null || key.compare(cursor) > 0) && (until === null || key.compare(until) <= 0))
      );
    });
    const last = lastOf(page);
    if (last !== null && (cursor === null || last.compare(cursor) > 0)) {
      range.cursor = last;
      range.pageFirst = firstOf(page);
    }
    this.#plan.taken(range, page.count + page.prefixes.length, to - from + folders.length);
    if (to > from) this.#sink.rows(range.id, page, from, to, inOrder);
    if (folders.length > 0) this.#sink.folders(range.id, folders);
    return until !== null && last !== null && last.compare(until) >= 0;
  }

  #stepsBack(range: KeyRange): boolean {
    const first = firstOf(this.#page);
    return first !== null && range.cursor !== null && first.compare(range.cursor) < 0;
  }

  /** Gives an idle lane the second half of the range that has most ahead of it. */
  #split(): KeyRange | null {
    if (!this.#mayOpenLanes() || this.#scout.startsAnywhere !== true) return null;
    const cut = this.#plan.cut(this.#inFlight);
    if (cut === null) return null;
    const right = keyRange(this.#ranges++, cut.at, cut.range.until);
    right.stem = cut.range.stem;
    right.guessed = cut.guessed;
    cut.range.until = cut.at;
    this.#sink.split(cut.range.id, right.id);
    return right;
  }

  #mayOpenLanes(): boolean {
    return this.#mayScout && this.#ordered && this.#limit > 1 && this.#pages.fastestMs > LANES_ABOVE_MS;
  }

  /** Lets the scout look for places to cut, when lanes are idle and the server is slow enough to need them. */
  #explore(signal: AbortSignal, again: () => void, reject: (reason: unknown) => void): void {
    if (this.#scouting || !this.#mayOpenLanes()) return;
    const open = this.#inFlight.size;
    let widest: KeyRange | null = null;
    for (const range of this.#inFlight)
      if (range.pages >= range.scoutAt && range.pages > (widest?.pages ?? 0)) widest = range;
    if (widest === null || !this.#plan.affords(DIRECTORIES_COST, open)) return;
    this.#scouting = true;
    this.#look(widest, signal).then(
      () => {
        this.#scouting = false;
        if (this.#scout.startsAnywhere === false) this.#mayScout = false;
        again();
      },
      (thrown: unknown) => {
        this.#scouting = false;
        // A bucket that refuses the scout's questions can still be listed page by page.
        this.#mayScout = false;
        if (!(thrown instanceof AppFailure)) reject(thrown);
      },
    );
  }

  async #look(range: KeyRange, signal: AbortSignal): Promise<void> {
    const isAlone = this.#inFlight.size === 1;
    await this.#scout.findDirectories(range, signal);
    const inside = this.#scout.inside(range);
    const hasStayed = range.inside === inside;
    range.inside = inside;
    range.scoutAt = range.pages + NAMES_AFTER_PAGES;
    if (this.#scout.boundaries.cut([range]) !== null || this.#scout.startsAnywhere === false) return;
    if (!(isAlone || hasStayed) || !this.#plan.affords(NAMES_COST, this.#inFlight.size)) return;
    // Names that gave nothing to cut are asked about again only when there are many more of them.
    range.scoutAt = Math.max(range.scoutAt, 2 * range.pages);
    await this.#scout.findStem(range, signal);
  }
}
