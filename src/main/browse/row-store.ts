import type { NotPickableReason } from '../../shared/browse.ts';
import { ETAG_BYTES, NO_ETAG, OTHER_ETAG, type PageColumns } from '../s3/page-columns.ts';
import { wordsOf } from '../s3/words.ts';
import { reasonNumber, reasonOrder } from './pickable.ts';
import { BLOCK_MASK, BLOCK_ROWS, BLOCK_SHIFT, flagBits, RowBlock } from './row-block.ts';
import { isVideoName } from './video-extensions.ts';

const SLASH = 47;

/**
 * Every row of one listing, in the order of arrival: a row's id is its place here and never changes, so that a
 * selection survives whatever the view does. About 78 bytes a row with keys of 66 bytes.
 */
export class RowStore {
  count = 0;
  bytes = 0;
  readonly blocks: RowBlock[] = [];
  /** Directories with their slash at the end, as UTF-8; neighbours share them. */
  readonly directories: Buffer[] = [];
  readonly classNames: string[] = ['STANDARD'];
  readonly #otherEtags = new Map<number, string>();
  #directory: Buffer = Buffer.alloc(0);
  #directoryIndex = -1;

  /** Adds rows `[from, to)` of a page; answers the id of the first. */
  append(page: PageColumns, from: number, to: number): number {
    const first = this.count;
    for (let row = from; row < to;) {
      const block = this.#room();
      const end = Math.min(to, row + BLOCK_ROWS - block.count);
      this.#fill(block, page, row, end);
      row = end;
    }
    return first;
  }

  /** Adds common prefixes as folder rows; answers the id of the first. */
  appendFolders(prefixes: readonly string[]): number {
    const first = this.count;
    for (const prefix of prefixes) {
      const key = Buffer.from(prefix);
      const cut = afterLastSlash(key, 0, key.length - 1);
      const block = this.#room();
      this.#enterDirectory(block, key, 0, cut);
      block.putName(wordsOf(key), cut, key.length);
      block.flags[block.count] = flagBits.folder;
      block.etagParts[block.count] = NO_ETAG;
      this.#done(block);
    }
    return first;
  }

  block(id: number): RowBlock {
    const block = this.blocks[id >>> BLOCK_SHIFT];
    if (block === undefined || id >= this.count)
      throw new RangeError(`Expected a row below ${this.count}, got ${id}`);
    return block;
  }

  directoryOf(id: number): Buffer {
    return this.directories[this.block(id).directory(id & BLOCK_MASK)] ?? this.#directory;
  }

  nameOf(id: number): Buffer {
    return this.block(id).name(id & BLOCK_MASK);
  }

  /** The exact key or prefix. */
  keyOf(id: number): string {
    return this.directoryOf(id).toString('utf8') + this.nameOf(id).toString('utf8');
  }

  sizeOf(id: number): number {
    return this.block(id).sizes[id & BLOCK_MASK] ?? 0;
  }

  modifiedOf(id: number): number {
    return this.block(id).modified[id & BLOCK_MASK] ?? 0;
  }

  /** Puts one of the numbers of each of some rows into `into`, by place. */
  numbers(ids: Uint32Array, column: 'sizes' | 'modified', into: Float64Array): void {
    const columns = this.blocks.map((block) => block[column]);
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      into[at] = columns[id >>> BLOCK_SHIFT]?.[id & BLOCK_MASK] ?? 0;
    }
  }

  isFolder(id: number): boolean {
    return ((this.block(id).flags[id & BLOCK_MASK] ?? 0) & flagBits.folder) !== 0;
  }

  /** Whether the row is an object that can be imported. */
  isPickable(id: number): boolean {
    return this.block(id).isPickable(id & BLOCK_MASK);
  }

  /** Whether the row's name ends as a video's. */
  isVideo(id: number): boolean {
    return ((this.block(id).flags[id & BLOCK_MASK] ?? 0) & flagBits.video) !== 0;
  }

  /** Why an object cannot be imported; null for folders and for objects that can. */
  reasonOf(id: number): NotPickableReason | null {
    return reasonOrder[(this.block(id).flags[id & BLOCK_MASK] ?? 0) & flagBits.reason] ?? null;
  }

  /** Index of the row's badge in `importBadges`. */
  badgeOf(id: number): number {
    return this.block(id).badges[id & BLOCK_MASK] ?? 0;
  }

  setBadge(id: number, badge: number): void {
    this.block(id).badges[id & BLOCK_MASK] = badge;
  }

  etagOf(id: number): string {
    const block = this.block(id);
    const at = id & BLOCK_MASK;
    const parts = block.etagParts[at] ?? NO_ETAG;
    if (parts === NO_ETAG) return '';
    if (parts === OTHER_ETAG) return this.#otherEtags.get(id) ?? '';
    const md5 = Buffer.from(block.etags.buffer, at * ETAG_BYTES, ETAG_BYTES).toString('hex');
    return parts === 0 ? md5 : `${md5}-${parts}`;
  }

  storageClassOf(id: number): string {
    if (this.isFolder(id)) return '';
    return this.classNames[this.block(id).classes[id & BLOCK_MASK] ?? 0] ?? '';
  }

  /** Compares two rows by the UTF-8 bytes of their keys, as S3 orders them. */
  compareKeys(left: number, right: number): number {
    const a = this.directoryOf(left);
    const b = this.directoryOf(right);
    if (a === b || a.equals(b)) return this.nameOf(left).compare(this.nameOf(right));
    return Buffer.concat([a, this.nameOf(left)]).compare(Buffer.concat([b, this.nameOf(right)]));
  }

  #room(): RowBlock {
    const last = this.blocks.at(-1);
    if (last !== undefined && last.count < BLOCK_ROWS) return last;
    last?.trim();
    const block = new RowBlock();
    this.blocks.push(block);
    return block;
  }

  /** Adds rows `[from, to)` of a page to a block that has room for them. */
  #fill(block: RowBlock, page: PageColumns, from: number, to: number): void {
    const { keys, keyStarts, keyEnds, shared, sizes, classes, classNames, restores } = page;
    const words = wordsOf(keys);
    block.take(page, from, to);
    for (const [row, etag] of page.otherEtags)
      if (row >= from && row < to) this.#otherEtags.set(this.count - from + row, etag);
    let bytes = 0;
    for (let row = from; row < to; row += 1) {
      const at = block.count;
      const start = keyStarts[row] ?? 0;
      const end = keyEnds[row] ?? start;
      const endsWithSlash = keys[end - 1] === SLASH;
      const stop = endsWithSlash ? end - 1 : end;
      const { length } = this.#directory;
      const common = shared[row] ?? 0;
      // Beyond their directory, what a key has in common with the one before it holds no slash, except as its last byte.
      const alike = start + Math.max(length, common - 1);
      const isLike = row > from && common >= length && alike <= stop;
      const known = isLike ? alike : start;
      const slash = afterLastSlash(keys, known, stop);
      const isBeside = isLike && slash === known;
      const cut = isBeside ? start + length : slash;
      const sizeBytes = sizes[row] ?? 0;
      if (!isBeside) this.#enterDirectory(block, keys, start, cut);
      block.putName(words, cut, end);
      const storageClass = classNames[classes[row] ?? 0] ?? '';
      block.classes[at] = classes[row] === 0 ? 0 : this.#classIndex(storageClass);
      const restore = restores[row] ?? 0;
      const reason = reasonNumber({ keyBytes: end - start, endsWithSlash, sizeBytes, storageClass, restore });
      block.flags[at] = reason | (isVideoName(keys, cut, end) ? flagBits.video : 0);
      bytes += sizeBytes;
      block.count += 1;
    }
    this.bytes += bytes;
    this.count += to - from;
  }

  #done(block: RowBlock): void {
    block.count += 1;
    this.count += 1;
  }

  #enterDirectory(block: RowBlock, key: Buffer, from: number, to: number): void {
    const current = this.#directory;
    let same = this.#directoryIndex >= 0 && to - from === current.length;
    for (let at = 0; same && at < current.length; at += 1) same = current[at] === key[from + at];
    if (!same) {
      this.#directory = Buffer.from(key.subarray(from, to));
      this.#directoryIndex = this.directories.push(this.#directory) - 1;
    }
    if (block.runDirectories.at(-1) === this.#directoryIndex) return;
    block.runStarts.push(block.count);
    block.runDirectories.push(this.#directoryIndex);
  }

  #classIndex(name: string): number {
    const known = this.classNames.indexOf(name);
    return known >= 0 ? known : this.classNames.push(name) - 1;
  }
}

/** Position behind the last slash in `[from, to)`, or `from`. */
function afterLastSlash(bytes: Buffer, from: number, to: number): number {
  let at = to;
  while (at > from && bytes[at - 1] !== SLASH) at -= 1;
  return at;
}
