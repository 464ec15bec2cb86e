import { createHash } from 'node:crypto';
import { objectPart } from '../imports/import-reference.ts';
import { objectOf } from './listing-rows.ts';
import type { KnownRow, ListingCalls } from './listing-protocol.ts';
import type { Pause } from './pause.ts';
import type { RowStore } from './row-store.ts';

/** Rows that are looked at between two looks at the clock. */
const PAUSE_ROWS = 512;

/** Rows of a listing that something is known of: only these can have a badge other than "none". */
export class KnownRows {
  readonly #store: RowStore;
  #bucket = '';
  #keys: ReadonlySet<string> = new Set();
  #teamObjects: ReadonlySet<string> = new Set();

  constructor(store: RowStore) {
    this.#store = store;
  }

  /**
   * Takes what is known and answers with the rows of it; rows that are not known any more lose their badge, and
   * `onLost` is told so once.
   */
  async know(
    known: ListingCalls['know']['input'],
    pause: Pause,
    onLost: () => void,
  ): Promise<readonly KnownRow[]> {
    this.#bucket = known.bucket;
    this.#keys = new Set(known.keys);
    this.#teamObjects = new Set(known.teamObjects);
    const rows: KnownRow[] = [];
    let hasLost = false;
    for (let id = 0; id < this.#store.count; id += 1) {
      const row = this.#row(id);
      if (row !== null) rows.push(row);
      else if (this.#store.badgeOf(id) !== 0) {
        this.#store.setBadge(id, 0);
        hasLost = true;
      }
      if (id % PAUSE_ROWS === 0) await pause();
    }
    if (hasLost) onLost();
    return rows;
  }

  /** Those of rows `[from, to)`, which have just come. */
  among(from: number, to: number): KnownRow[] {
    const rows: KnownRow[] = [];
    if (this.#knowsNothing) return rows;
    for (let id = from; id < to; id += 1) {
      const row = this.#row(id);
      if (row !== null) rows.push(row);
    }
    return rows;
  }

  get #knowsNothing(): boolean {
    return this.#keys.size === 0 && this.#teamObjects.size === 0;
  }

  #row(id: number): KnownRow | null {
    if (this.#knowsNothing || this.#store.isFolder(id)) return null;
    const objectKey = this.#store.keyOf(id);
    const isKnown = this.#keys.has(objectKey) || this.#isOfTeam(id, objectKey);
    return isKnown ? { id, object: objectOf(this.#store, id) } : null;
  }

  #isOfTeam(id: number, objectKey: string): boolean {
    if (this.#teamObjects.size === 0 || !this.#store.isPickable(id)) return false;
    const object = { bucket: this.#bucket, objectKey, etag: this.#store.etagOf(id) };
    return this.#teamObjects.has(objectPart(object, sha256));
  }
}

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
