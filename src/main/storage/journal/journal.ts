import { dirname } from 'node:path';
import { AppFailure } from '../../../shared/errors.ts';
import { readFrames, writeFrame } from './frame.ts';
import type { JournalFile, JournalFs } from './journal-fs.ts';

/** Names the format in the first frame, so that no other file is taken for a journal. */
const FORMAT = 'pixop-ingest-journal';
/** Raised with every change that an older app could misread; an app that meets a newer one only reads. */
export const JOURNAL_VERSION = 1;

/** What was found at start. Records are opaque here: whoever owns them parses them. */
export interface OpenedJournal {
  readonly records: readonly unknown[];
  /** Null while the journal can be written; else why it is only read. */
  readonly readOnly: 'damaged' | 'newer-version' | null;
  /** Where the torn end of the last run was kept, or null when there was none. */
  readonly keptAside: string | null;
  readonly journal: Journal;
}

/** The write-ahead journal of one queue. */
export interface Journal {
  /**
   * Resolves when the records are on disk. Calls that arrive while a write is under way share the next one. Rejects
   * with code `storage` after any failure, and from then on always: a disk that failed once is not asked again on
   * the same file; open the journal anew.
   */
  readonly append: (records: readonly unknown[]) => Promise<void>;
  /** Replaces the content by an equal, shorter one; the content before is kept as one generation of backup. */
  readonly compact: (records: readonly unknown[]) => Promise<void>;
  /** Waits for what is being written, then closes the file. */
  readonly close: () => Promise<void>;
}

/** Opens or makes the journal at `path`. Nothing that is on disk is ever deleted here. */
export async function openJournal(path: string, fs: JournalFs): Promise<OpenedJournal> {
  await fs.makeDirectory(dirname(path));
  const bytes = (await fs.read(path)) ?? Buffer.alloc(0);
  const { frames, goodBytes, state } = readFrames(bytes);
  const [header, ...groups] = frames;
  const records = groups.flatMap((group) => group.records);
  const keptAside = state === 'torn' ? await keepAside(path, bytes, goodBytes, fs) : null;
  const version = header === undefined ? JOURNAL_VERSION : versionOf(header.records);
  const readOnly =
    state === 'damaged' || version === null ? 'damaged' : version > JOURNAL_VERSION ? 'newer-version' : null;
  if (readOnly !== null) return { records, readOnly, keptAside, journal: readOnlyJournal(readOnly) };

  const file = await fs.openAppend(path);
  if (state === 'torn') {
    await file.truncate(goodBytes);
    await file.sync();
  }
  const journal = new AppendOnlyJournal(path, fs, file, goodBytes, frames.length);
  if (header === undefined) {
    await journal.append([headerRecord]);
    await fs.syncDirectory(dirname(path));
  }
  return { records, readOnly, keptAside, journal };
}

const headerRecord = { format: FORMAT, version: JOURNAL_VERSION } as const;

/** The version in a header, or null when the first frame is no header. */
function versionOf(records: readonly unknown[]): number | null {
  const [header] = records;
  if (typeof header !== 'object' || header === null) return null;
  if (!('format' in header) || header.format !== FORMAT || !('version' in header)) return null;
  return typeof header.version === 'number' ? header.version : null;
}

async function keepAside(path: string, bytes: Buffer, goodBytes: number, fs: JournalFs): Promise<string> {
  const keptAs = `${path}.torn`;
  const file = await fs.openNew(keptAs);
  await file.append(bytes.subarray(goodBytes));
  await file.sync();
  await file.close();
  return keptAs;
}

const readOnlyJournal = (reason: string): Journal => {
  const refuse = async (): Promise<never> => {
    throw failure(`The queue’s journal is only read: ${reason}.`);
  };
  return { append: refuse, compact: refuse, close: async () => undefined };
};

const failure = (message: string, cause?: unknown): AppFailure =>
  new AppFailure({ code: 'storage', message, detail: { source: 'disk' } }, { cause });

interface Waiting {
  readonly records: readonly unknown[];
  readonly resolve: () => void;
  readonly reject: (error: AppFailure) => void;
}

class AppendOnlyJournal implements Journal {
  readonly #path: string;
  readonly #fs: JournalFs;
  #file: JournalFile;
  /** Bytes that this process knows to be in the file; anything else was written by somebody else. */
  #size: number;
  #nextSeq: number;
  #waiting: Waiting[] = [];
  #busy: Promise<void> = Promise.resolve();
  #broken: AppFailure | null = null;

  constructor(path: string, fs: JournalFs, file: JournalFile, size: number, nextSeq: number) {
    this.#path = path;
    this.#fs = fs;
    this.#file = file;
    this.#size = size;
    this.#nextSeq = nextSeq;
  }

  append(records: readonly unknown[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, resolve, reject });
      if (this.#waiting.length === 1) this.#busy = this.#busy.then(() => this.#writeGroup());
    });
  }

  compact(records: readonly unknown[]): Promise<void> {
    const done = this.#busy.then(() => this.#guard(() => this.#replace(records)));
    this.#busy = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    await this.#busy;
    await this.#file.close();
  }

  async #writeGroup(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      await this.#guard(() => this.#write(group.flatMap(({ records }) => records)));
      for (const { resolve } of group) resolve();
    } catch (thrown) {
      const error =
        thrown instanceof AppFailure ? thrown : failure('The queue could not be written.', thrown);
      for (const { reject } of group) reject(error);
    }
  }

  /** Runs a change of the file; the first failure is the last word on this file. */
  async #guard(change: () => Promise<void>): Promise<void> {
    if (this.#broken !== null) throw this.#broken;
    try {
      await change();
    } catch (cause) {
      this.#broken =
        cause instanceof AppFailure
          ? cause
          : failure(`The queue could not be written to disk: ${messageOf(cause)}`, cause);
      throw this.#broken;
    }
  }

  async #write(records: readonly unknown[]): Promise<void> {
    if ((await this.#file.size()) !== this.#size)
      throw failure('Another program has written to the queue’s journal.');
    const frame = writeFrame({ seq: this.#nextSeq, records });
    await this.#file.append(frame);
    await this.#file.sync();
    this.#size += frame.length;
    this.#nextSeq += 1;
  }

  async #replace(records: readonly unknown[]): Promise<void> {
    const frames = [writeFrame({ seq: 0, records: [headerRecord] }), writeFrame({ seq: 1, records })];
    const content = Buffer.concat(frames);
    const next = await this.#fs.openNew(`${this.#path}.new`);
    await next.append(content);
    await next.sync();
    await next.close();
    await this.#fs.copy(this.#path, `${this.#path}.old`);
    await this.#file.close();
    await this.#fs.rename(`${this.#path}.new`, this.#path);
    await this.#fs.syncDirectory(dirname(this.#path));
    this.#file = await this.#fs.openAppend(this.#path);
    this.#size = content.length;
    this.#nextSeq = frames.length;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');
