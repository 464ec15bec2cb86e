import { Boundaries } from './boundaries.ts';
import { firstOf, type KeyRange } from './key-range.ts';
import { parseListPage } from './list-page.ts';
import { commonLength } from './name-scale.ts';
import { PageColumns } from './page-columns.ts';
import type { FetchPage, ListQuery } from './page-fetcher.ts';

/** Sorts behind every character that keys are made of; a private-use character, so valid in any XML. */
const LAST = '\u{10fffd}';
/** Directories of the cursor that are looked into at once, shallowest first. */
const MAX_DEPTH = 6;

/** A directory of the cursor. */
interface Directory {
  readonly parent: string;
  readonly directory: string;
}

/** Asks a bucket where its keys can be cut: each question is a request that lists nothing, so it asks few. */
export class Scout {
  /** Questions so far. */
  requests = 0;
  /** Whether the server lists from the middle; null until it was asked. */
  startsAnywhere: boolean | null = null;
  readonly boundaries = new Boundaries();
  readonly #fetch: FetchPage;
  readonly #listed: Pick<ListQuery, 'prefix' | 'delimiter'>;
  /** Directories whose subdirectories are known, from which on and up to which: null for all. */
  readonly #known = new Map<string, { readonly from: string; readonly to: Buffer | null }>();

  constructor(fetch: FetchPage, listed: Pick<ListQuery, 'prefix' | 'delimiter'>) {
    this.#fetch = fetch;
    this.#listed = listed;
  }

  /** Finds the directories that follow beside those of the cursor, where each of them may be worth a page. */
  async findDirectories(range: KeyRange, signal: AbortSignal): Promise<void> {
    const { until, pageFirst } = range;
    const first = pageFirst?.toString('utf8') ?? '';
    const end = until?.toString('utf8') ?? '';
    const asked = this.#directories(range)
      // One that holds no whole page has siblings like it; beside one that reaches beyond the end, nothing follows.
      .filter(({ directory }) => first.startsWith(directory) && !end.startsWith(directory))
      .filter((one) => !this.#knows(one, until))
      .slice(0, MAX_DEPTH);
    const looking = asked.map((one) => this.#lookBeside(one, signal));
    // Folders cannot prove it: the one around `start-after` may be shown by servers that are right, too.
    if (this.startsAnywhere === null && asked.length > 0)
      looking.push(this.#next(range.cursor?.toString('utf8') ?? '', signal).then(() => undefined));
    await Promise.all(looking);
  }

  /** What every key ahead begins with, as far as directories tell. */
  inside(range: KeyRange): string {
    const end = range.until?.toString('utf8') ?? '';
    const directories = this.#directories(range);
    const branching = directories.findIndex(
      (one) =>
        !end.startsWith(one.directory) &&
        (!this.#knows(one, range.until) || this.boundaries.hasAhead(one.parent, range)),
    );
    return branching < 0
      ? (directories.at(-1)?.directory ?? this.#listed.prefix)
      : (directories[branching]?.parent ?? '');
  }

  /** Directories of the cursor, the shallowest first. */
  #directories({ cursor }: KeyRange): readonly Directory[] {
    const { prefix, delimiter } = this.#listed;
    const directories: Directory[] = [];
    if (delimiter !== null || cursor === null) return directories;
    const key = cursor.toString('utf8');
    let parent = prefix;
    for (let at = key.indexOf('/', prefix.length); at >= 0; at = key.indexOf('/', at + 1)) {
      const directory = key.slice(0, at + 1);
      directories.push({ parent, directory });
      parent = directory;
    }
    return directories;
  }

  #knows({ parent, directory }: Directory, until: Buffer | null): boolean {
    const known = this.#known.get(parent);
    if (known === undefined || Buffer.from(known.from).compare(Buffer.from(directory)) > 0) return false;
    return known.to === null || (until !== null && until.compare(known.to) <= 0);
  }

  async #lookBeside({ parent, directory }: Directory, signal: AbortSignal): Promise<void> {
    const { page, isTruncated } = await this.#ask(
      { prefix: parent, delimiter: '/', startAfter: directory + LAST, maxKeys: 1_000 },
      signal,
    );
    const after = Buffer.from(directory);
    const later = page.prefixes.map((folder) => Buffer.from(folder)).filter((key) => key.compare(after) > 0);
    this.boundaries.add(later, parent);
    this.#known.set(parent, { from: directory, to: isTruncated ? (later.at(-1) ?? after) : null });
  }

  /**
   * Finds the first character of the cursor behind which something else follows within the range: from where the names
   * of the last page differ, towards their beginning for as long as there is more.
   */
  async findStem(range: KeyRange, signal: AbortSignal): Promise<void> {
    const { until, pageFirst } = range;
    const cursor = range.cursor?.toString('utf8') ?? '';
    const sharedWith = (other: Buffer | null): number =>
      other === null ? 0 : wholeUpTo(cursor, commonLength(cursor, other.toString('utf8')));
    const from = Math.max(this.inside(range).length, sharedWith(until));
    const differs = Math.max(from, sharedWith(pageFirst));
    const later = async (at: number): Promise<Buffer | null> => {
      const key = await this.#next(cursor.slice(0, behind(cursor, at)) + LAST, signal);
      if (key === null || this.startsAnywhere === false) return null;
      return until !== null && key.compare(until) > 0 ? null : key;
    };
    let found: Buffer | null = null;
    for (let at = Math.max(from, differs - 1); at >= from; at = Math.min(at, sharedWith(found)) - 1) {
      const key = await later(wholeUpTo(cursor, at));
      if (key === null) break;
      found = key;
    }
    found ??= await later(differs);
    if (found !== null)
      range.stem = { text: cursor.slice(0, sharedWith(found)), sample: found.toString('utf8') };
  }

  /** What is listed first behind a place; learns on the way whether the server lists from there. */
  async #next(startAfter: string, signal: AbortSignal): Promise<Buffer | null> {
    const { page } = await this.#ask({ ...this.#listed, startAfter, maxKeys: 1 }, signal);
    const first = firstOf(page);
    const isBefore = first !== null && first.compare(Buffer.from(startAfter)) <= 0;
    const isAround = first !== null && page.count === 0 && startAfter.startsWith(first.toString('utf8'));
    this.startsAnywhere = this.startsAnywhere !== false && (!isBefore || isAround);
    return first;
  }

  async #ask(
    query: Omit<ListQuery, 'token'>,
    signal: AbortSignal,
  ): Promise<{ readonly page: PageColumns; readonly isTruncated: boolean }> {
    this.requests += 1;
    const page = new PageColumns();
    const { nextToken } = parseListPage(await this.#fetch({ ...query, token: null }, signal), page);
    return { page, isTruncated: nextToken !== null };
  }
}

/** The place itself, or the one before it if it lies within a character. */
const wholeUpTo = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;

/** The place behind the character at another. */
const behind = (text: string, at: number): number =>
  at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;
