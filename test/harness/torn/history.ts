import { createHash } from 'node:crypto';
import { fold, unfold } from '../../../src/main/imports/fold.ts';
import { attemptPart } from '../../../src/main/imports/import-reference.ts';
import { planBatch, type BatchPlan } from '../../../src/main/imports/plan-batch.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import { openJournal } from '../../../src/main/storage/journal/journal.ts';
import { newUuid } from '../../simulators/pixop/core/new-uuid.ts';
import { Disk } from '../crash-steps/disk.ts';
import { Life } from '../crash-steps/life.ts';

/** Where the harness keeps its one journal. */
export const JOURNAL = '/queues/simulator/journal';
const START_MS = Date.UTC(2026, 10, 24, 9);

/** A journal as the product wrote it. */
export interface History {
  readonly name: string;
  readonly bytes: Buffer;
  /** What was appended, in order. */
  readonly records: readonly unknown[];
}

/** Opens the journal of a disk with the product's own opener. */
export const openOn = (disk: Disk) =>
  openJournal({
    path: JOURNAL,
    fs: disk.fsFor(new Life()),
    lockWorld: { self: { pid: 1, host: 'torn', bootedAtMs: 0 }, isAlive: () => false },
  });

/** A journal of a run with every record that an import can meet, written in groups of changing size. */
export async function writtenHistory(imports: number, chance: () => number): Promise<History> {
  const disk = new Disk();
  const { journal } = await openOn(disk);
  const planned = planOf(imports, chance);
  const records = [
    ...planned,
    ...mixed(
      planned.flatMap((record, index) => livesOf(record, index, chance)),
      chance,
    ),
  ];
  await journal.append(planned);
  for (let from = planned.length; from < records.length;) {
    const until = from + 1 + Math.floor(chance() * 3);
    await journal.append(records.slice(from, until));
    from = until;
  }
  await journal.close();
  return { name: `a run of ${imports}`, bytes: bytesOn(disk), records };
}

/** The same queue written anew, and gone on with. */
export async function compactedHistory(before: History): Promise<History> {
  const disk = new Disk();
  disk.put(JOURNAL, before.bytes);
  const { journal, ...found } = await openOn(disk);
  const compacted = unfold(fold(found).queue);
  await journal.compact(compacted);
  const toggles = [true, false, true].map((paused) => ({ type: 'paused', paused }));
  for (const toggle of toggles) await journal.append([toggle]);
  await journal.close();
  return { name: 'written anew', bytes: bytesOn(disk), records: [...compacted, ...toggles] };
}

function bytesOn(disk: Disk): Buffer {
  const bytes = disk.bytesOf(JOURNAL);
  if (bytes === null) throw new Error('The product wrote no journal');
  return bytes;
}

function planOf(imports: number, chance: () => number): readonly JournalRecord[] {
  const settings = {
    teamId: newUuid(chance),
    projectId: null,
    projectName: null,
    fullIngestion: true,
    nameTemplate: '{basename}',
    descriptionTemplate: '',
    importReference: true,
  };
  const items: BatchPlan['items'] = Array.from({ length: imports }, (_, index) => {
    // Names that a careless format would trip over: quotes, line ends, a frame's own look.
    const name = `${index}-Ærø 🎬 "\n\u2028 0badc0de 7 [${index}].mov`;
    const objectKey = `rushes/${name}`;
    const more = { modifiedMs: START_MS, etag: `etag-${index}`, storageClass: 'STANDARD', notPickable: null };
    return { object: { objectKey, sizeBytes: 1e9, ...more }, name, description: 'said', fileName: name };
  });
  const place = { locationId: newUuid(chance), locationName: 'Media', bucket: 'media' };
  return planBatch(
    { ...place, settings, items },
    {
      environmentId: 'simulator',
      batchId: newUuid(chance),
      atMs: START_MS,
      position: 1,
      newId: () => newUuid(chance),
      newAttempt: () => attemptPart(Uint8Array.from({ length: 5 }, () => Math.floor(chance() * 256))),
      sha256: (text) => createHash('sha256').update(text).digest(),
    },
  );
}

const error = { code: 'upstream', message: 'Bad gateway', requestId: null, httpStatus: 502 };

/** What may happen to an import, one way after the other. */
function livesOf(
  planned: JournalRecord,
  index: number,
  chance: () => number,
): readonly (readonly JournalRecord[])[] {
  if (planned.type !== 'planned') return [];
  const about = { jobId: planned.jobId, atMs: START_MS + index };
  const intent: JournalRecord = { type: 'intent', ...about, sinceMs: START_MS, marked: true };
  const accepted: JournalRecord = { type: 'accepted', ...about, videoId: newUuid(chance), how: 'answered' };
  const ref = planned.ref === null ? null : `${planned.ref.slice(0, -1)}Z`;
  const lives: readonly (readonly JournalRecord[])[] = [
    [intent, accepted, { type: 'done', ...about }, { type: 'hidden', ...about }],
    [intent, { type: 'unknown', ...about, error }, { ...accepted, how: 'found' }],
    [intent, { type: 'unknown', ...about, error }, { type: 'undecided', ...about, matches: [] }],
    [intent, { type: 'rejected', ...about, error }, { type: 'replanned', ...about, ref }, intent, accepted],
    [intent, { type: 'released', ...about }, intent],
    [intent, accepted, { type: 'failed', ...about, error }, { type: 'restarting', ...about }],
    [{ type: 'moved', ...about, position: -index }],
  ];
  return [lives[index % lives.length] ?? []];
}

/** Takes a record of one import after another, each import's own in their order. */
function mixed(lives: readonly (readonly JournalRecord[])[], chance: () => number): readonly JournalRecord[] {
  const left = lives.map((life) => [...life]);
  const records: JournalRecord[] = [];
  while (left.some((life) => life.length > 0)) {
    const next = left[Math.floor(chance() * left.length)]?.shift();
    if (next !== undefined) records.push(next);
  }
  return records;
}
