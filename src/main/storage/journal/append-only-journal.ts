import { dirname } from 'node:path';
import { AppFailure } from '../../../shared/errors.ts';
import type { JournalPort } from '../../imports/journal-port.ts';
import { writeFrame } from './frame.ts';
import type { JournalFile, JournalFs } from './journal-fs.ts';

/** Names the format in the first frame, so that no other file is taken for a journal. */
const FORMAT = 'pixop-ingest-journal';
/** Raised with every change that an older app could misread; an app that meets a newer one only reads. */
export const JOURNAL_VERSION = 1;
/** Records of one frame when a journal is written anew: damage to one line then loses no more. */
const RECORDS_PER_FRAME = 1_000;

/** The first record of every journal. */
export const headerRecord = { format: FORMAT, version: JOURNAL_VERSION } as const;

/** The version that a header names, or null for a record that is no header. */
export function readVersion(record: unknown): number | null {
  if (typeof record !== 'object' || record === null) return null;
  if (!('format' in record) || record.format !== FORMAT || !('version' in record)) return null;
  return typeof record.version === 'number' ? record.version : null;
}

/** A failure of the disk as the engine knows it. */
export const failure = (message: string, cause?: unknown): AppFailure =>
  new AppFailure({ code: 'storage', message, detail: { source: 'disk' } }, { cause });

/** What was found on disk. */
interface Found {
  readonly size: number;
  readonly nextSeq: number;
  /** Why nothing may be appended before the journal was replaced. */
  readonly refusal: AppFailure | null;
}

interface Waiting {
  readonly records: readonly unknown[];
  readonly resolve: () => void;
  readonly reject: (error: AppFailure) => void;
}

/** The journal on disk: appends in groups, each synced before the next is written. */
export class AppendOnlyJournal implements JournalPort {
  readonly #path: string;
  readonly #fs: JournalFs;
  #file: JournalFile | null = null;
  /** Bytes that this process knows to be in the file; anything else was written by somebody else. */
  #size: number;
  #nextSeq: number;
  #waiting: Waiting[] = [];
  #busy: Promise<void> = Promise.resolve();
  #refusal: AppFailure | null;
  readonly #isDamaged: boolean;

  constructor(path: string, fs: JournalFs, { size, nextSeq, refusal }: Found) {
    this.#path = path;
    this.#fs = fs;
    this.#size = size;
    this.#nextSeq = nextSeq;
    this.#refusal = refusal;
    this.#isDamaged = refusal !== null;
  }

  /** Goes on after the last whole frame; a new file gets its header. */
  async continueAt(goodBytes: number): Promise<void> {
    const file = await this.#fs.openAppend(this.#path);
    this.#file = file;
    if (goodBytes < this.#size) {
      await file.truncate(goodBytes);
      await file.sync();
    }
    this.#size = goodBytes;
    if (goodBytes > 0) return;
    await this.append([headerRecord]);
    await this.#fs.syncDirectory(dirname(this.#path));
  }

  append(records: readonly unknown[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ records, resolve, reject });
      if (this.#waiting.length === 1) this.#busy = this.#busy.then(() => this.#writeGroup());
    });
  }

  compact(records: readonly unknown[]): Promise<void> {
    const done = this.#busy.then(() => this.#replace(records));
    this.#busy = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    await this.#busy;
    await this.#file?.close();
    this.#refusal ??= failure('The queue’s journal is closed.');
  }

  async #writeGroup(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      await this.#write(group.flatMap(({ records }) => records));
    } catch (thrown) {
      const error = this.#refuse(thrown);
      for (const { reject } of group) reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  }

  async #write(records: readonly unknown[]): Promise<void> {
    if (this.#refusal !== null) throw this.#refusal;
    const file = this.#file;
    if (file === null || (await file.size()) !== this.#size) {
      throw failure('Another program has written to the queue’s journal.');
    }
    const frame = writeFrame({ seq: this.#nextSeq, records });
    await file.append(frame);
    await file.sync();
    this.#size += frame.length;
    this.#nextSeq += 1;
  }

  /** New file → sync → rename → sync of the directory: a crash leaves the old content or the new, whole. */
  async #replace(records: readonly unknown[]): Promise<void> {
    if (this.#refusal !== null && !this.#isDamaged) throw this.#refusal;
    try {
      const groups = [[headerRecord], ...inGroups(records)];
      const content = Buffer.concat(groups.map((group, seq) => writeFrame({ seq, records: group })));
      const next = await this.#fs.openNew(`${this.#path}.new`);
      try {
        await next.append(content);
        await next.sync();
      } finally {
        await next.close();
      }
      if (this.#size > 0) {
        await this.#fs.copy(this.#path, `${this.#path}.${this.#refusal === null ? 'old' : 'damaged'}`);
      }
      await this.#file?.close();
      this.#file = null;
      await this.#fs.rename(`${this.#path}.new`, this.#path);
      await this.#fs.syncDirectory(dirname(this.#path));
      this.#file = await this.#fs.openAppend(this.#path);
      this.#size = content.length;
      this.#nextSeq = groups.length;
      this.#refusal = null;
    } catch (thrown) {
      throw this.#refuse(thrown);
    }
  }

  /** The first failure is the last word on this file. */
  #refuse(thrown: unknown): AppFailure {
    const message = thrown instanceof Error ? thrown.message : 'unknown';
    this.#refusal ??=
      thrown instanceof AppFailure
        ? thrown
        : failure(`The queue could not be written to disk: ${message}`, thrown);
    return this.#refusal;
  }
}

function inGroups(records: readonly unknown[]): readonly (readonly unknown[])[] {
  const groups: (readonly unknown[])[] = [];
  for (let from = 0; from < records.length; from += RECORDS_PER_FRAME) {
    groups.push(records.slice(from, from + RECORDS_PER_FRAME));
  }
  return groups;
}
