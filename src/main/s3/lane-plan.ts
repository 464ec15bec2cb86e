import type { KeyRange } from './key-range.ts';
import { namesAhead } from './name-scale.ts';
import type { Scout } from './scout.ts';

/** Where a range is cut in two. */
export interface Cut {
  readonly range: KeyRange;
  readonly at: Buffer;
  /** Pages behind the cut, when it is a guess that the names suggest; null when a directory lies there. */
  readonly guessed: number | null;
}

/** Requests beyond one for each full page that a listing may spend on lanes: at first, and for each page. */
const FREE_REQUESTS = 9;
const REQUESTS_PER_PAGE = 0.04;
/** What a cut costs on average: the page that ends a range is as good as never full. */
const CUT_COST = 0.5;
/** And one that is only guessed, when it is wrong. */
const GUESS_COST = 1;
/** Share of a page that the first one behind a cut must hold. */
const WORTH_SHARE = 0.5;
/** The share of a range that is kept by the guess after a wrong one. */
const WARY_SHARE = 0.125;
/** Pages that a guessed cut must leave on each side. */
const WORTH_PAGES = 1.5;

/** Decides what an idle lane does, and keeps account of what lanes cost, so that they stay worth it on any bucket. */
export class LanePlan {
  readonly #scout: Scout;
  #pages = 0;
  #rows = 0;
  #fullPage = 1;
  /** Guessed cuts that may be open at once: more as they prove right, one after one was wrong. */
  #trust = 1;
  /** Where a guess was wrong, until something is done about it. */
  #doubted: Buffer | null = null;

  constructor(scout: Scout) {
    this.#scout = scout;
  }

  /** A page has come, with so many rows, of which so many were new. */
  taken(range: KeyRange, rows: number, fresh: number): void {
    this.#pages += 1;
    this.#rows += fresh;
    this.#fullPage = Math.max(this.#fullPage, rows);
    if (range.pages > 1 || range.after === null) return;
    const isWorthIt = fresh >= WORTH_SHARE * this.#fullPage;
    this.#trust = isWorthIt ? this.#trust + 1 : 1;
    if (!isWorthIt && range.guessed === null) this.#scout.boundaries.disappointed(range);
    else if (!isWorthIt) this.#doubted = range.after;
    range.guessed = null;
  }

  /** Whether lanes may cost so many requests more while so many ranges are open, each of which will end with a page that is not full. */
  affords(requests: number, open: number): boolean {
    const full = this.#rows / this.#fullPage;
    const spent = this.#pages + this.#scout.requests - full + open * CUT_COST;
    return spent + requests <= FREE_REQUESTS + REQUESTS_PER_PAGE * full;
  }

  /** The best cut through one of the ranges: beside a directory, else in the middle of the names of the longest. */
  cut(ranges: ReadonlySet<KeyRange>): Cut | null {
    if (!this.affords(CUT_COST, ranges.size)) return null;
    if ([...ranges].filter(({ pages, after }) => pages === 0 && after !== null).length >= this.#trust)
      return null;
    const beside = this.#scout.boundaries.cut(ranges);
    if (beside !== null) return { ...beside, guessed: null };
    if (!this.affords(GUESS_COST, ranges.size)) return null;
    const known = this.#reconsider(ranges);
    if (known !== null) return known;
    let best: { readonly range: KeyRange; readonly at: Buffer; readonly pages: number } | null = null;
    for (const range of ranges) {
      const ahead = namesAhead(range, this.#scout.inside(range));
      const pages = range.guessed ?? ahead?.pages ?? 0;
      if (ahead !== null && pages >= 2 * WORTH_PAGES && pages > (best?.pages ?? 0))
        best = { range, at: ahead.place, pages };
    }
    return best === null ? null : { range: best.range, at: best.at, guessed: best.pages / 2 };
  }

  /** After a wrong guess: takes names that are known instead, or else guesses nearer to what was listed. */
  #reconsider(ranges: Iterable<KeyRange>): Cut | null {
    const doubted = this.#doubted;
    this.#doubted = null;
    if (doubted === null) return null;
    for (const range of ranges) {
      const { cursor, until, stem } = range;
      if (until?.equals(doubted) !== true || cursor === null) continue;
      range.share = WARY_SHARE;
      const at = Buffer.from(stem?.sample ?? '');
      if (at.compare(cursor) > 0 && at.compare(until) < 0) return { range, at, guessed: null };
    }
    return null;
  }
}
