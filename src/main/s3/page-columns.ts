import { KIB } from '../../shared/units.ts';

/** How far an archived object's restore is, as the listing says. */
export const restoreStates = { none: 0, inProgress: 1, restored: 2 } as const;

/** Marks an ETag that is no MD5 in `etagParts`; its text is in `otherEtags`. */
export const OTHER_ETAG = 0xff_ff;
/** Marks an ETag that is missing. */
export const NO_ETAG = 0xff_fe;
/** Bytes of the MD5 in an ETag. */
export const ETAG_BYTES = 16;
/** First room for keys that are kept here, in bytes: most pages need none. */
const OWN_BYTES = 64 * KIB;

/**
 * The objects of one listing page as columns: a page of 1,000 costs 0.5 ms this way instead of 12 as JavaScript
 * objects. One instance is filled again and again; whoever needs a row longer copies it.
 */
export class PageColumns {
  count = 0;
  /** The bytes that hold the keys as UTF-8, that of row `i` at `[keyStarts[i], keyEnds[i])`: the answer itself where it can. */
  keys: Buffer;
  keyStarts = new Uint32Array(1_024);
  keyEnds = new Uint32Array(1_024);
  /** Bytes that a key surely has in common with the one before it, all of them once `ascends` has looked; 0 for the first. */
  shared = new Uint16Array(1_024);
  sizes = new Float64Array(1_024);
  modified = new Float64Array(1_024);
  classes = new Uint8Array(1_024);
  restores = new Uint8Array(1_024);
  etags = new Uint8Array(1_024 * ETAG_BYTES);
  /** Part count of a multipart ETag, 0 for a plain MD5, or one of the marks above. */
  etagParts = new Uint16Array(1_024);
  readonly otherEtags = new Map<number, string>();
  /** Names of the storage classes that `classes` counts in; grows for the life of the instance. */
  readonly classNames: string[] = ['STANDARD'];
  readonly prefixes: string[] = [];
  /** Keys that stood nowhere as they are: decoded ones, and those of the exact parser. */
  #own = Buffer.alloc(0);
  #ownLength = 0;

  constructor() {
    this.keys = this.#own;
  }

  clear(): void {
    this.count = 0;
    this.keys = this.#own;
    this.#ownLength = 0;
    this.shared.fill(0);
    this.otherEtags.clear();
    this.prefixes.length = 0;
  }

  /** Makes room for `more` rows. */
  reserve(more: number): void {
    const needed = this.count + more;
    if (needed <= this.sizes.length) return;
    const rows = Math.max(needed, this.sizes.length * 2);
    const grown = <T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.keyStarts = grown(new Uint32Array(rows), this.keyStarts);
    this.keyEnds = grown(new Uint32Array(rows), this.keyEnds);
    this.shared = grown(new Uint16Array(rows), this.shared);
    this.sizes = grown(new Float64Array(rows), this.sizes);
    this.modified = grown(new Float64Array(rows), this.modified);
    this.classes = grown(new Uint8Array(rows), this.classes);
    this.restores = grown(new Uint8Array(rows), this.restores);
    this.etags = grown(new Uint8Array(rows * ETAG_BYTES), this.etags);
    this.etagParts = grown(new Uint16Array(rows), this.etagParts);
  }

  /** Keeps the key of a row here, as text; the answer's bytes are then not looked at for any row. */
  putKey(row: number, key: string): void {
    const start = this.#room(Buffer.byteLength(key));
    this.#ownLength = start + this.#own.write(key, start);
    this.#placed(row, start);
  }

  /** The same for bytes, of `source` or of the answer. */
  putKeyBytes(row: number, source: Buffer, from: number, to: number): void {
    const start = this.#room(to - from);
    this.#ownLength = start + source.copy(this.#own, start, from, to);
    this.#placed(row, start);
  }

  keyText(row: number): string {
    return this.keys.toString('utf8', this.keyStarts[row], this.keyEnds[row]);
  }

  keyBytes(row: number): Buffer {
    return this.keys.subarray(this.keyStarts[row], this.keyEnds[row]);
  }

  classIndex(name: string): number {
    const known = this.classNames.indexOf(name);
    // Beyond 255 different names the last one stands for the rest: no provider has a tenth of that.
    if (known >= 0) return known;
    return this.classNames.length < 256 ? this.classNames.push(name) - 1 : 255;
  }

  /** An ETag as text, without quotes; empty when there is none. */
  etagText(row: number): string {
    const parts = this.etagParts[row] ?? NO_ETAG;
    if (parts === NO_ETAG) return '';
    if (parts === OTHER_ETAG) return this.otherEtags.get(row) ?? '';
    const md5 = Buffer.from(this.etags.buffer, row * ETAG_BYTES, ETAG_BYTES).toString('hex');
    return parts === 0 ? md5 : `${md5}-${parts}`;
  }

  /** Takes an ETag as text, quotes included. */
  setEtag(row: number, quoted: string): void {
    const text = quoted.replace(/^(W\/)?"|"$/g, '');
    const match = /^([0-9a-f]{32})(?:-([1-9]\d{0,4}))?$/.exec(text);
    const parts = Number(match?.[2] ?? 0);
    if (match?.[1] !== undefined && parts < NO_ETAG) {
      this.etags.set(Buffer.from(match[1], 'hex'), row * ETAG_BYTES);
      this.etagParts[row] = parts;
    } else if (text === '') {
      this.etagParts[row] = NO_ETAG;
    } else {
      this.etagParts[row] = OTHER_ETAG;
      this.otherEtags.set(row, text);
    }
  }

  #room(bytes: number): number {
    if (this.#ownLength + bytes > this.#own.length) {
      const bigger = Buffer.allocUnsafeSlow(
        Math.max(this.#ownLength + bytes, 2 * this.#own.length, OWN_BYTES),
      );
      this.#own.copy(bigger, 0, 0, this.#ownLength);
      this.#own = bigger;
    }
    return this.#ownLength;
  }

  #placed(row: number, start: number): void {
    this.keys = this.#own;
    this.keyStarts[row] = start;
    this.keyEnds[row] = this.#ownLength;
  }
}
