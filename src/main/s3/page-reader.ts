import type { Clock } from '../platform/clock.ts';
import { BodyBuffer } from './body-buffer.ts';
import type { KeyRange } from './key-range.ts';
import type { FetchPage, ListQuery } from './page-fetcher.ts';
import { decodeEntities } from './xml-text.ts';

/** A page as it came, until it is given back. */
export interface PageBody {
  readonly bytes: Buffer;
  readonly memory: BodyBuffer;
}

/** A page that was asked for before the one before it was read. */
export interface PageAhead {
  readonly token: string;
  readonly page: Promise<PageBody>;
}

const TOKEN_OPEN = '<NextContinuationToken>';
const KEY_OPEN = '<Key>';
/** Where servers write the token: before the objects or behind them, in bytes from either end. */
const EDGE_BYTES = 4_096;
const LT = 60;
const AMP = 38;

/** Reads the pages of ranges; while one is taken in, the server already works on the next. */
export class PageReader {
  /** The fastest page so far, in milliseconds: what the server takes, whatever else this machine is busy with. */
  fastestMs = Number.POSITIVE_INFINITY;
  readonly #fetch: FetchPage;
  readonly #listed: Pick<ListQuery, 'prefix' | 'delimiter'>;
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #onSlowDown: () => void;
  readonly #free: BodyBuffer[] = [];

  constructor(
    fetch: FetchPage,
    listed: Pick<ListQuery, 'prefix' | 'delimiter'>,
    clock: Pick<Clock, 'monotonic'>,
    onSlowDown: () => void,
  ) {
    this.#fetch = fetch;
    this.#listed = listed;
    this.#clock = clock;
    this.#onSlowDown = onSlowDown;
  }

  /** The next page of a range. Once it is there, the one behind it is under way, if there is one and it is wanted. */
  async next(range: KeyRange, signal: AbortSignal): Promise<PageBody> {
    const { ahead } = range;
    range.ahead = null;
    const page = await (ahead?.page ?? this.#ask(range, range.token, signal));
    // The second page of a range is waited for alone: how long it takes tells whether lanes are worth it.
    const token = range.pages === 0 ? null : tokenOf(page.bytes);
    if (token !== null && !range.tokens.has(token) && !reachesEnd(range, page.bytes)) {
      range.ahead = { token, page: this.#ask(range, token, signal) };
      // Whoever waits for it learns of a failure; nobody may be.
      range.ahead.page.catch(() => undefined);
      await written();
    }
    return page;
  }

  /** Gives a page back once it was taken in. */
  done({ memory }: PageBody): void {
    this.#free.push(memory);
  }

  async #ask(range: KeyRange, token: string | null, signal: AbortSignal): Promise<PageBody> {
    const startAfter = token === null && range.after !== null ? range.after.toString('utf8') : null;
    const memory = this.#free.pop() ?? new BodyBuffer();
    const begun = this.#clock.monotonic();
    const bytes = await this.#fetch({ ...this.#listed, startAfter, token, maxKeys: 1_000 }, signal, {
      onSlowDown: this.#onSlowDown,
      into: memory,
    });
    this.fastestMs = Math.min(this.fastestMs, this.#clock.monotonic() - begun);
    return { bytes, memory };
  }
}

/** Lets what was asked for be signed and written before the thread is busy again. */
const written = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** The token of the next page, found without reading the page; null when it is not where servers write it. */
function tokenOf(body: Buffer): string | null {
  const head = textBehind(body, body.subarray(0, EDGE_BYTES).indexOf(TOKEN_OPEN, 0, 'latin1'));
  if (head !== null) return head;
  const edge = Math.max(0, body.length - EDGE_BYTES);
  const found = body.subarray(edge).indexOf(TOKEN_OPEN, 0, 'latin1');
  return textBehind(body, found < 0 ? -1 : edge + found);
}

function textBehind(body: Buffer, open: number): string | null {
  const from = open + TOKEN_OPEN.length;
  const to = open < 0 ? -1 : body.indexOf(LT, from);
  return to < 0 ? null : decodeEntities(body.toString('utf8', from, to)) || null;
}

/** Whether the page may reach the end of its range, so that the next one is not wanted. */
function reachesEnd({ until }: KeyRange, body: Buffer): boolean {
  if (until === null) return false;
  const open = body.lastIndexOf(KEY_OPEN, undefined, 'latin1');
  const key = body.subarray(open + KEY_OPEN.length, body.indexOf(LT, open + 1));
  return open < 0 || key.includes(AMP) || key.compare(until) >= 0;
}
