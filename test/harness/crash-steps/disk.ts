import type { JournalFile, JournalFs } from '../../../src/main/storage/journal/journal-fs.ts';
import type { Life, Share } from './life.ts';

interface Content {
  written: Buffer;
  /** What is safe from a loss of power. */
  synced: Buffer;
}

/** What the end of a process, or of the machine, does to what was not synced. */
export const losses = ['none', 'all', 'bytes', 'half', 'zeros', 'names'] as const;
/**
 * One of {@link losses}: `none` is the end of a process alone. The others lose power: every unsynced byte and name, the
 * bytes alone, half of the bytes, the bytes but not the length of the file, or the names alone.
 */
export type Loss = (typeof losses)[number];

const empty = Buffer.alloc(0);

/** A disk in memory that tells apart what was written and what is durable, of bytes and of names of files alike. */
export class Disk {
  /** True makes a disk that only claims to have synced. */
  isLying = false;
  readonly #names = new Map<string, Content>();
  readonly #durable = new Map<string, Content>();

  /** The bytes of a file as a process sees them, or null. */
  bytesOf(path: string): Buffer | null {
    return this.#names.get(path)?.written ?? null;
  }

  /** Puts a durable file there. */
  put(path: string, bytes: Buffer): void {
    const content = { written: bytes, synced: bytes };
    this.#names.set(path, content);
    this.#durable.set(path, content);
  }

  /** What the next process finds. */
  lose(loss: Loss): void {
    if (loss === 'none') return;
    const found = loss === 'all' || loss === 'names' ? this.#durable : this.#names;
    const left = new Map([...found].map(([path, content]) => [path, leftOf(content, loss)] as const));
    this.#names.clear();
    for (const [path, bytes] of left) this.put(path, bytes);
    for (const path of this.#durable.keys()) if (!left.has(path)) this.#durable.delete(path);
  }

  /** The disk as a process uses it. */
  fsFor(life: Life): JournalFs {
    const open = (path: string, isNew: boolean, share: Share): JournalFile => {
      const content = this.#names.get(path) ?? { written: empty, synced: empty };
      if (share === 1) {
        if (isNew) content.written = empty;
        this.#names.set(path, content);
      }
      return this.#fileFor(life, content);
    };
    return {
      read: (path) => life.call('read', () => this.bytesOf(path)),
      openAppend: (path) => life.call('open', (share) => open(path, false, share)),
      openNew: (path) => life.call('open new', (share) => open(path, true, share)),
      rename: (from, to) =>
        life.call('rename', (share) => {
          const content = this.#names.get(from);
          if (share < 1 || content === undefined) return;
          this.#names.set(to, content);
          this.#names.delete(from);
        }),
      copy: (from, to) =>
        life.call('copy', (share) => {
          if (share === 0) return;
          const bytes = this.bytesOf(from) ?? empty;
          this.#names.set(to, { written: bytes.subarray(0, bytes.length * share), synced: empty });
        }),
      makeDirectory: () => life.call('make directory', () => undefined),
      syncDirectory: () =>
        life.call('sync directory', (share) => {
          if (share < 1 || this.isLying) return;
          this.#durable.clear();
          for (const [path, content] of this.#names) this.#durable.set(path, content);
        }),
    };
  }

  #fileFor(life: Life, content: Content): JournalFile {
    return {
      append: (bytes) =>
        life.call('append', (share) => {
          content.written = Buffer.concat([content.written, bytes.subarray(0, bytes.length * share)]);
        }),
      sync: () =>
        life.call('sync', (share) => {
          if (share === 1 && !this.isLying) content.synced = content.written;
        }),
      size: () => life.call('size', () => content.written.length),
      truncate: (size) =>
        life.call('truncate', (share) => {
          if (share === 1) content.written = content.written.subarray(0, size);
        }),
      close: () => life.call('close', () => undefined),
    };
  }
}

function leftOf({ written, synced }: Content, loss: Loss): Buffer {
  switch (loss) {
    case 'none':
    case 'names':
      return written;
    case 'all':
    case 'bytes':
      return synced;
    case 'half':
      return written.subarray(0, synced.length + ((written.length - synced.length) >> 1));
    case 'zeros':
      return Buffer.concat([synced, Buffer.alloc(Math.max(0, written.length - synced.length))]);
  }
}
