import type { SelectedObject } from '../imports/selected-object.ts';
import { malformed } from '../s3/exact-page.ts';
import { ascends } from '../s3/key-range.ts';
import { parseListPage } from '../s3/list-page.ts';
import { PageColumns } from '../s3/page-columns.ts';
import type { FetchPage } from '../s3/page-fetcher.ts';
import { beforeKey } from './before-key.ts';
import { listedObject } from './listed-object.ts';

/** A key that is looked for, with the bytes that S3 sorts by. */
export interface WantedKey {
  readonly text: string;
  readonly bytes: Buffer;
}

/** Told as keys are settled. */
interface LeapEvents {
  readonly onFound: (object: SelectedObject) => void;
  readonly onSettled: (count: number) => void;
}

/** Most rows of a page, S3's own limit; and as many as are asked for where few of them are wanted. */
const FULL_PAGE = 1_000;
const SHORT_PAGE = 100;
/** A page that settles fewer keys than this makes the next one short. */
const WORTHWHILE_KEYS = 10;

/** Looks for sorted keys in a listing, leaping over what lies between them. */
export class KeyLeap {
  readonly #fetch: FetchPage;
  readonly #signal: AbortSignal;
  readonly #events: LeapEvents;
  /** False once a server has shown that it cannot list from the middle: then everything is listed. */
  #canLeap = true;

  constructor(fetch: FetchPage, signal: AbortSignal, events: LeapEvents) {
    this.#fetch = fetch;
    this.#signal = signal;
    this.#events = events;
  }

  /** Settles keys, sorted by their bytes, that all begin with `prefix`. */
  async look(wanted: readonly WantedKey[], prefix: string): Promise<void> {
    const settled = this.#canLeap ? await this.#leap(wanted, prefix) : 0;
    if (settled < wanted.length) await this.#walk(wanted.slice(settled), prefix);
  }

  /** Answers how many of the keys were settled before the server turned out not to list in order. */
  async #leap(wanted: readonly WantedKey[], prefix: string): Promise<number> {
    const page = new PageColumns();
    let settled = 0;
    let last: Buffer | null = null;
    let maxKeys = FULL_PAGE;
    while (settled < wanted.length) {
      const startAfter = later(last, beforeKey(wanted[settled]?.text ?? ''));
      const query = { prefix, delimiter: null, startAfter, token: null, maxKeys };
      const head = parseListPage(await this.#fetch(query, this.#signal), page);
      const isBehind = page.count === 0 || page.keyBytes(0).compare(Buffer.from(startAfter ?? '')) > 0;
      if (!isBehind || !ascends(page)) {
        this.#canLeap = false;
        return settled;
      }
      const before = settled;
      settled = this.#take(page, wanted, settled, head.nextToken === null);
      this.#events.onSettled(settled - before);
      if (page.count === 0 && head.nextToken !== null) throw malformed('it is empty and yet goes on');
      if (page.count > 0) last = Buffer.from(page.keyBytes(page.count - 1));
      maxKeys = settled - before < WORTHWHILE_KEYS ? SHORT_PAGE : FULL_PAGE;
    }
    return settled;
  }

  /** Settles the keys that a page covers; with the last page, all that are left. */
  #take(page: PageColumns, wanted: readonly WantedKey[], from: number, isLast: boolean): number {
    let at = from;
    for (let row = 0; row < page.count && at < wanted.length; row += 1) {
      const key = page.keyBytes(row);
      while (at < wanted.length && (wanted[at]?.bytes.compare(key) ?? 0) < 0) at += 1;
      if (wanted[at]?.bytes.equals(key) === true) {
        this.#events.onFound(listedObject(page, row));
        at += 1;
      }
    }
    return isLast ? wanted.length : at;
  }

  /** Lists everything below the prefix, for servers that know no other way. */
  async #walk(wanted: readonly WantedKey[], prefix: string): Promise<void> {
    const page = new PageColumns();
    const left = new Set(wanted.map(({ text }) => text));
    const tokens = new Set<string>();
    let token: string | null = null;
    do {
      const query = { prefix, delimiter: null, startAfter: null, token, maxKeys: FULL_PAGE };
      const head = parseListPage(await this.#fetch(query, this.#signal), page);
      const before = left.size;
      for (let row = 0; row < page.count; row += 1)
        if (left.delete(page.keyText(row))) this.#events.onFound(listedObject(page, row));
      this.#events.onSettled(before - left.size);
      token = head.nextToken;
      if (token !== null && tokens.has(token)) throw malformed('it goes in a circle');
      if (token !== null) tokens.add(token);
    } while (token !== null && left.size > 0);
    this.#events.onSettled(left.size);
  }
}

/** The later of two places in a bucket's order. */
function later(last: Buffer | null, before: string | null): string | null {
  if (last === null) return before;
  return before !== null && Buffer.from(before).compare(last) > 0 ? before : last.toString('utf8');
}
