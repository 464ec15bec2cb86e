import { isDeepStrictEqual } from 'node:util';
import { fold } from '../../../src/main/imports/fold.ts';
import type { OpenedJournal } from '../../../src/main/imports/journal-port.ts';
import { Disk } from '../crash-steps/disk.ts';
import { linesOf } from './damage.ts';
import { JOURNAL, openOn, type History } from './history.ts';

/** Opens the journal of a disk; another opener than the product's is given only to see it caught. */
export type Opener = (disk: Disk) => Promise<OpenedJournal>;

/** Whether a history opened on damaged bytes is what it has to be: null, or what is wrong. */
export type Examination = (damaged: Buffer) => Promise<string | null>;

/** Judges by the bytes alone, without the product's reader: what has to be read, and what has to become of the rest. */
export function examinationOf(history: History, open: Opener = openOn): Examination {
  const lines = linesOf(history.bytes);
  const written = new Set(lines.map((line) => line.toString('latin1')));
  const videos = videosOf(history.records);
  const texts = history.records.map((record) => JSON.stringify(record));
  const folds = new Map<number, ReturnType<typeof jobsOf>>();

  return async (damaged) => {
    const disk = new Disk();
    disk.put(JOURNAL, damaged);
    const opened = await open(disk);
    const { goodLines, goodBytes } = soundPart(damaged, lines);
    const rest = damaged.subarray(goodBytes);
    const records = recordsIn(lines.slice(0, goodLines));
    if (opened.records.length !== records)
      return `read ${opened.records.length} records instead of ${records}`;
    if (opened.records.some((record, index) => JSON.stringify(record) !== texts[index]))
      return 'invented a record';
    const hasMore = linesOf(rest).some((line) => written.has(line.toString('latin1')));
    const isDamaged = hasMore || (goodLines === 0 && rest.length > (lines[0]?.length ?? 0));
    if (isDamaged) return judgeDamaged(disk, opened, damaged, texts, videos);
    if (opened.readOnly !== null) return `is only read (${opened.readOnly}) for a torn end`;
    if (!isDeepStrictEqual(disk.bytesOf(`${JOURNAL}.torn`) ?? Buffer.alloc(0), rest))
      return 'lost a torn end';
    const expected =
      folds.get(records) ?? jobsOf({ ...opened, records: history.records.slice(0, records), salvaged: [] });
    folds.set(records, expected);
    return isDeepStrictEqual(jobsOf(opened), expected) ? null : 'folded into another queue';
  };
}

/** Lines that are as they were written, from the first on. */
function soundPart(damaged: Buffer, lines: readonly Buffer[]) {
  let goodBytes = 0;
  let goodLines = 0;
  for (const line of lines) {
    if (!damaged.subarray(goodBytes, goodBytes + line.length).equals(line)) break;
    goodBytes += line.length;
    goodLines += 1;
  }
  return { goodBytes, goodLines };
}

/** Records of whole lines, the header apart. */
const recordsIn = (lines: readonly Buffer[]): number =>
  lines.slice(1).reduce((sum, line) => sum + recordsOf(line).length, 0);

function recordsOf(line: Buffer): readonly unknown[] {
  const text = line.toString('utf8');
  const records: unknown = JSON.parse(text.slice(text.indexOf('[')));
  return Array.isArray(records) ? records : [];
}

function judgeDamaged(
  disk: Disk,
  opened: OpenedJournal,
  damaged: Buffer,
  texts: readonly string[],
  videos: ReadonlySet<string>,
): string | null {
  if (opened.readOnly !== 'damaged') return 'takes damage for a torn end';
  if (disk.bytesOf(JOURNAL)?.equals(damaged) !== true) return 'changed a damaged file';
  let at = opened.records.length - 1;
  for (const record of opened.salvaged) {
    const text = JSON.stringify(record);
    at = texts.indexOf(text, at + 1);
    if (at < 0) return 'salvaged a record that was not written there';
  }
  for (const job of fold(opened).queue.jobs.values()) {
    if (job.state === 'planned') return 'calls unsent what may have been sent';
    if ('videoId' in job && !videos.has(`${job.jobId} ${job.videoId}`))
      return 'gave an import a video that is not its own';
  }
  return null;
}

const jobsOf = (opened: OpenedJournal) => [...fold(opened).queue.jobs.values()];

/** Each import with the videos that the journal ever said it has. */
function videosOf(records: readonly unknown[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const record of records) {
    if (typeof record !== 'object' || record === null) continue;
    const about =
      'job' in record && typeof record.job === 'object' && record.job !== null ? record.job : record;
    if ('videoId' in about && 'jobId' in about) found.add(`${String(about.jobId)} ${String(about.videoId)}`);
  }
  return found;
}
