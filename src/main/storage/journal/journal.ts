import { dirname } from 'node:path';
import { AppFailure } from '../../../shared/errors.ts';
import type {
  JournalPort,
  OpenedJournal,
  OpenJournal,
  OpenMode,
  ReadOnlyCause,
} from '../../imports/journal-port.ts';
import {
  AppendOnlyJournal,
  failure,
  headerRecord,
  readVersion,
  JOURNAL_VERSION,
} from './append-only-journal.ts';
import { readFrames, writeFrame, type ReadFrames } from './frame.ts';
import { nodeJournalFs, type JournalFs } from './journal-fs.ts';
import { nodeLockWorld, takeLock, type LockWorld } from './journal-lock.ts';

/** Where a journal lies, and the machine around it. */
export interface JournalPlace {
  readonly path: string;
  readonly fs: JournalFs;
  readonly lockWorld?: LockWorld;
}

/**
 * Opens or makes a journal. Nothing that is on disk is deleted here: a torn end is kept in a file of its own, a
 * damaged journal is only read until it is replaced, and even then kept aside.
 */
export async function openJournal(place: JournalPlace, mode: OpenMode = 'start'): Promise<OpenedJournal> {
  try {
    return await open(place, mode);
  } catch (cause) {
    if (cause instanceof AppFailure) throw cause;
    throw failure(`The queue’s journal could not be opened: ${messageOf(cause)}`, cause);
  }
}

async function open(
  { path, fs, lockWorld = nodeLockWorld }: JournalPlace,
  mode: OpenMode,
): Promise<OpenedJournal> {
  await fs.makeDirectory(dirname(path));
  const isOurs = await takeLock(`${path}.lock`, fs, lockWorld);
  const bytes = (await fs.read(path)) ?? Buffer.alloc(0);
  const read = readFrames(bytes);
  const [, ...groups] = read.frames;
  const found = {
    records: groups.flatMap((group) => group.records),
    salvaged: read.after.flatMap((group) => group.records).filter((record) => readVersion(record) === null),
  };
  const readOnly = isOurs ? readOnlyCause(read, bytes.length) : 'in-use';
  if (readOnly === 'newer-version' || readOnly === 'in-use') {
    return { ...found, readOnly, keptAside: null, journal: readOnlyJournal(readOnly) };
  }
  const keptAside =
    readOnly === null && read.state === 'torn' ? await keepAside(path, bytes, read, fs) : null;
  const journal = new AppendOnlyJournal(path, fs, {
    size: bytes.length,
    nextSeq: read.frames.length,
    refusal: readOnly === null ? null : failure('A part of the queue’s journal is damaged.'),
  });
  if (readOnly !== null) return { ...found, readOnly, keptAside, journal };
  // After a failed sync the disk may hold less than the system's cache shows: everything is written again, elsewhere.
  if (mode === 'after-failure' || (bytes.length > 0 && read.frames.length === 0))
    await journal.compact(found.records);
  else await journal.continueAt(read.goodBytes);
  return { ...found, readOnly, keptAside, journal };
}

function readOnlyCause({ frames, state }: ReadFrames, size: number): ReadOnlyCause | null {
  const [header] = frames;
  // A crash while the file was being made leaves a part of its first line; anything else has lost its beginning.
  if (header === undefined) return state === 'damaged' || size > headerBytes() ? 'damaged' : null;
  const version = readVersion(header.records[0]);
  if (version !== null && version > JOURNAL_VERSION) return 'newer-version';
  return version === null || state === 'damaged' ? 'damaged' : null;
}

const headerBytes = (): number => writeFrame({ seq: 0, records: [headerRecord] }).length;

async function keepAside(
  path: string,
  bytes: Buffer,
  { goodBytes }: ReadFrames,
  fs: JournalFs,
): Promise<string> {
  const keptAs = `${path}.torn`;
  const file = await fs.openNew(keptAs);
  try {
    await file.append(bytes.subarray(goodBytes));
    await file.sync();
  } finally {
    await file.close();
  }
  return keptAs;
}

function readOnlyJournal(cause: 'newer-version' | 'in-use'): JournalPort {
  const refuse = async (): Promise<never> => {
    throw failure(`The queue’s journal is only read: ${cause}.`);
  };
  return { append: refuse, compact: refuse, close: async () => undefined };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

/** Opens the journal at `path` on this machine's disk, whenever the engine asks. */
export const journalOpener =
  (path: string): OpenJournal =>
  (mode) =>
    openJournal({ path, fs: nodeJournalFs }, mode);
