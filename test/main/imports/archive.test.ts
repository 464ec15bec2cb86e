import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Archive } from '../../../src/main/imports/archive.ts';
import type { OpenJournal } from '../../../src/main/imports/journal-port.ts';
import { journalOpener } from '../../../src/main/storage/journal/journal.ts';
import { batchRecord, doneRecords, plannedRecord } from './queued.ts';

let directory: string;
let path: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'archive-'));
  path = join(directory, 'journal');
  const { journal } = await journalOpener(path)('start');
  await journal.append([
    batchRecord('batch'),
    plannedRecord('listed', 'batch'),
    ...doneRecords('listed', 1),
    plannedRecord('cleared', 'batch'),
    ...doneRecords('cleared', 1),
    { type: 'hidden', jobId: 'cleared', atMs: 2 },
  ]);
  await journal.close();
});
afterEach(() => rm(directory, { recursive: true }));

/** Opens the journal as the app does, and says how often it is open at once. */
function counted(): { readonly open: OpenJournal; readonly now: () => number; readonly most: () => number } {
  const counts = { now: 0, most: 0 };
  return {
    now: () => counts.now,
    most: () => counts.most,
    async open(mode) {
      counts.now += 1;
      counts.most = Math.max(counts.most, counts.now);
      const opened = await journalOpener(path)(mode);
      const close = async (): Promise<void> => {
        await opened.journal.close();
        counts.now -= 1;
      };
      const { append, compact } = opened.journal;
      return {
        ...opened,
        journal: {
          append: append.bind(opened.journal),
          compact: compact.bind(opened.journal),
          close,
        },
      };
    },
  };
}
const idsOf = async (archive: Archive): Promise<readonly string[]> =>
  (await archive.history()).find({ search: '', kind: 'all', batchId: null }).map(({ job }) => job.jobId);

it('reads what a removed account has left, writes nothing and leaves the journal closed', async () => {
  const before = await readFile(path);
  const journal = counted();
  const archive = new Archive(journal.open);
  expect(await idsOf(archive)).toEqual(['listed', 'cleared']);
  expect(await idsOf(archive)).toEqual(['listed', 'cleared']);
  expect([journal.now(), journal.most()]).toEqual([0, 1]);
  expect(await readFile(path)).toEqual(before);
});

it('forgets what an open queue would, for good, with one at a time at the journal', async () => {
  const journal = counted();
  const archive = new Archive(journal.open);
  const reading = archive.history();
  expect(await Promise.all([archive.forget(3), archive.forget(3)])).toEqual([1, 0]);
  expect((await reading).size).toBe(2);
  await archive.settled();
  expect([journal.now(), journal.most()]).toEqual([0, 1]);
  expect(await idsOf(archive)).toEqual(['listed']);
  expect(await idsOf(new Archive(journalOpener(path)))).toEqual(['listed']);
});

it('says why it could not be read, and reads it when it can be', async () => {
  let isBroken = true;
  const archive = new Archive(async (mode) => {
    if (isBroken) throw new Error('The disk is gone');
    return journalOpener(path)(mode);
  });
  await expect(archive.history()).rejects.toThrow('The disk is gone');
  await expect(archive.forget(3)).rejects.toThrow('The disk is gone');
  await archive.settled();
  isBroken = false;
  expect(await idsOf(archive)).toEqual(['listed', 'cleared']);
});
