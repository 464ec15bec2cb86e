import type { BrowseRow, ImportBadge } from '../../shared/browse.ts';
import { MINUTE, type Milliseconds } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import type { S3Access } from '../s3/access.ts';
import { parseListPage } from '../s3/list-page.ts';
import { PageColumns } from '../s3/page-columns.ts';
import type { FetchPage } from '../s3/page-fetcher.ts';
import { RowStore } from './row-store.ts';

/** An object of a folder that was counted. */
export interface TalliedObject {
  readonly objectKey: string;
  readonly sizeBytes: number;
  readonly etag: string;
}

/** What counting needs of its surroundings. */
export interface FolderTalliesPorts {
  readonly accessFor: (locationId: string) => Promise<S3Access>;
  readonly pagesOf: (access: S3Access) => FetchPage;
  readonly badgeOf: (bucket: string, object: TalliedObject) => ImportBadge;
  /** Whether anything of a bucket was ever imported: else every count is known to be of no interest. */
  readonly hasImports: (bucket: string) => boolean;
  readonly clock: Clock;
  /** Some counts are other than before. */
  readonly onTold: () => void;
}

/** Where a folder lies. */
export interface FolderPlace {
  readonly locationId: string;
  readonly bucket: string;
}

interface Tally {
  readonly place: FolderPlace;
  readonly prefix: string;
  /** What is judged anew when badges change; nothing of a folder that was counted in part. */
  objects: readonly TalliedObject[];
  /** Null until it was counted. */
  total: number | null;
  more: boolean;
  done: number;
  countedAt: Milliseconds;
  judgedRound: number;
}

/** Pages of one folder that are read, of 1,000 keys each: a larger one is no delivery, and is counted so far only. */
const MAX_PAGES = 5;
/** Folders that wait to be counted: what was on screen long ago is no longer asked for. */
const MAX_WAITING = 200;
/** Objects that are remembered, about 150 bytes each; the folders that were counted first are forgotten. */
const MAX_OBJECTS = 100_000;
/** A count is believed for this long; then the folder is read again when it is on screen. */
const FRESH_MS: Milliseconds = 1 * MINUTE;
/** Objects that are judged between two other things: under 5 ms. */
const SLICE = 2_000;

/**
 * How much of each folder on screen is imported: folders are read one at a time, and only while they are looked at. A
 * count is of videos that can be imported, in the folder and everything below it.
 */
export class FolderTallies {
  readonly #ports: FolderTalliesPorts;
  readonly #tallies = new Map<string, Tally>();
  readonly #waiting = new Map<string, Tally>();
  readonly #stop = new AbortController();
  #round = 0;
  #isCounting = false;
  #isJudging = false;

  constructor(ports: FolderTalliesPorts) {
    this.#ports = ports;
  }

  /** What is known of a folder now; what is not, or not any more, is counted soon. */
  of(place: FolderPlace, prefix: string): BrowseRow['imported'] {
    if (!this.#ports.hasImports(place.bucket)) return null;
    const id = `${place.locationId}\n${prefix}`;
    const tally = this.#tallies.get(id) ?? {
      place,
      prefix,
      objects: [],
      total: null,
      more: false,
      done: 0,
      countedAt: Number.NEGATIVE_INFINITY,
      judgedRound: 0,
    };
    if (this.#ports.clock.monotonic() - tally.countedAt > FRESH_MS) this.#wait(id, tally);
    else if (tally.judgedRound !== this.#round) void this.#judgeAll();
    const { done, total, more } = tally;
    return total === null ? null : { done, total, more };
  }

  /** Badges have changed: what is on screen is judged anew. */
  badgesChanged(): void {
    this.#round += 1;
  }

  dispose(): void {
    this.#stop.abort();
    this.#waiting.clear();
  }

  #wait(id: string, tally: Tally): void {
    // Asked for again, it goes to the end, which is counted first.
    this.#waiting.delete(id);
    this.#waiting.set(id, tally);
    const oldest = this.#waiting.keys().next();
    if (this.#waiting.size > MAX_WAITING && oldest.done !== true) this.#waiting.delete(oldest.value);
    void this.#countAll();
  }

  async #countAll(): Promise<void> {
    if (this.#isCounting) return;
    this.#isCounting = true;
    for (;;) {
      const next = [...this.#waiting].at(-1);
      if (next === undefined || this.#stop.signal.aborted) break;
      const [id, tally] = next;
      this.#waiting.delete(id);
      // Known from now on: asked for while it is being read, it is not read again.
      tally.countedAt = this.#ports.clock.monotonic();
      this.#tallies.delete(id);
      this.#tallies.set(id, tally);
      // A folder that cannot be read has no count; why, it says when it is opened.
      const counted = await this.#read(tally).catch(() => null);
      tally.objects = counted?.objects ?? [];
      tally.total = counted?.objects.length ?? null;
      tally.more = counted?.more ?? false;
      tally.judgedRound = -1;
      this.#forgetOldest();
      await this.#judgeAll();
    }
    this.#isCounting = false;
  }

  /** The videos below a prefix that can be imported, and whether there is more than was read. */
  async #read({ place, prefix }: Tally): Promise<Pick<Tally, 'objects' | 'more'>> {
    const { accessFor, pagesOf } = this.#ports;
    const nextPage = pagesOf(await accessFor(place.locationId));
    const store = new RowStore();
    const page = new PageColumns();
    let token: string | null = null;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const query = { prefix, delimiter: null, startAfter: null, token, maxKeys: 1_000 } as const;
      const head = parseListPage(await nextPage(query, this.#stop.signal), page);
      store.append(page, 0, page.count);
      token = head.nextToken;
      if (token === null) break;
    }
    return { objects: talliedOf(store), more: token !== null };
  }

  /** Judges what was counted, in slices; tells when a count is another than before. */
  async #judgeAll(): Promise<void> {
    if (this.#isJudging) return;
    this.#isJudging = true;
    let isNews = false;
    for (const tally of this.#tallies.values()) {
      if (tally.judgedRound === this.#round) continue;
      const round = this.#round;
      isNews = (await this.#judge(tally)) || isNews;
      tally.judgedRound = round;
    }
    this.#isJudging = false;
    if (isNews && !this.#stop.signal.aborted) this.#ports.onTold();
  }

  async #judge(tally: Tally): Promise<boolean> {
    const { badgeOf, clock } = this.#ports;
    const { objects, place } = tally;
    const isFirst = tally.judgedRound === -1;
    // As it was when it was read, which is soon done again: remembered, a few such folders would push out all others.
    if (tally.more && !isFirst) return false;
    let done = 0;
    for (const [index, object] of objects.entries()) {
      if (badgeOf(place.bucket, object) === 'imported') done += 1;
      if (index % SLICE === SLICE - 1) await new Promise<void>((go) => void clock.after(0, go));
    }
    const isNews = isFirst ? tally.total !== null : done !== tally.done;
    tally.done = done;
    if (tally.more) tally.objects = [];
    return isNews;
  }

  #forgetOldest(): void {
    let objects = 0;
    for (const tally of this.#tallies.values()) objects += tally.objects.length;
    for (const [id, tally] of this.#tallies) {
      if (objects <= MAX_OBJECTS) return;
      objects -= tally.objects.length;
      this.#tallies.delete(id);
    }
  }
}

function talliedOf(store: RowStore): readonly TalliedObject[] {
  const objects: TalliedObject[] = [];
  for (let id = 0; id < store.count; id += 1) {
    if (!store.isPickable(id) || !store.isVideo(id) || isAppleDouble(store.nameOf(id))) continue;
    objects.push({ objectKey: store.keyOf(id), sizeBytes: store.sizeOf(id), etag: store.etagOf(id) });
  }
  return objects;
}

/** Whether a name begins with `._`: what macOS leaves beside files on other systems' shares, with their extension. */
const isAppleDouble = (name: Buffer): boolean => name[0] === 46 && name[1] === 95;
