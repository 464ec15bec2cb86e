import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, Job, JobFacts } from '../../../src/main/imports/job.ts';
import { journalOpener } from '../../../src/main/storage/journal/journal.ts';

/** Where the queue's imports come from and go to. */
export interface DeskPlace {
  readonly teamId: string;
  readonly locationId: string;
  readonly bucket: string;
  /** Objects that the bucket has: the imports that are still to be sent. */
  readonly live: readonly { readonly key: string; readonly sizeBytes: number; readonly etag: string }[];
}

/** Imports of a batch: operators queue some thousands at a time. */
const BATCH = 2_500;
const GIGABYTE = 1_000_000_000;
const VIDEO_ID = '7f3d9a52-c1e8-4b60-9d2e-0a1b2c3d4e5f';
const START_MS = Date.UTC(2026, 10, 20, 9);

/** Of a hundred imports, how many are in which state beside those that are done. */
const FAILED = 3;
const SKIPPED = 2;

/** The records of a paused queue of `count` imports: those of `place.live` are planned and come first, all others are settled. */
export function deskRecords(count: number, place: DeskPlace): readonly unknown[] {
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, index): Batch => {
    const { teamId, locationId, bucket } = place;
    return {
      batchId: `batch-${index}`,
      createdAtMs: START_MS + index * 3_600_000,
      environmentId: 'simulator',
      locationId,
      locationName: bucket,
      bucket,
      settings: {
        teamId,
        projectId: null,
        projectName: null,
        fullIngestion: true,
        nameTemplate: '{basename}',
        descriptionTemplate: '',
        importReference: true,
      },
      anchorMs: null,
      audited: true,
    };
  });
  return [
    ...batches.map((batch) => ({ type: 'batch', batch })),
    ...Array.from({ length: count }, (_, index) => ({ type: 'job', job: jobAt(index, place) })),
    { type: 'paused', paused: true },
  ];
}

function jobAt(index: number, { live }: DeskPlace): Job {
  const object = live[index];
  const name = `Nordlys_S01E0${(index * 7) % 8}_take_${index}`;
  const facts: JobFacts = {
    jobId: `job-${index}`,
    batchId: `batch-${Math.floor(index / BATCH)}`,
    position: index,
    objectKey: object?.key ?? `deliveries/2026-11/day ${1 + (index % 12)}/${name}.mov`,
    sizeBytes: object?.sizeBytes ?? (2 + ((index * 7_919) % 120)) * GIGABYTE,
    etag: object?.etag ?? '5d41402abc4b2a76b9719d911017c592',
    name,
    description: '',
    fileName: `${name}.mov`,
    refs: [],
    attempt: object === undefined ? 1 : 0,
    sinceMs: null,
    doubles: [],
    hidden: false,
    // As if planned now: what waits for long is looked at once more before it is sent.
    changedAtMs: object === undefined ? START_MS + ((index * 31) % 86_400) * 1_000 : Date.now(),
  };
  if (object !== undefined) return { ...facts, state: 'planned' };
  const percent = (index * 37) % 100;
  if (percent < FAILED) {
    const error = {
      code: percent === 0 ? 'ACCESS_DENIED' : 'CHECKSUM_MISMATCH',
      message: 'The copy differs from the original.',
      requestId: `request-${index}`,
      httpStatus: null,
    };
    return { ...facts, state: 'failed', videoId: VIDEO_ID, error };
  }
  if (percent < FAILED + SKIPPED) return { ...facts, state: 'skipped' };
  return { ...facts, state: 'done', videoId: VIDEO_ID };
}

/** Writes them where the app finds them at its next start. */
export async function writeDeskJournal(userDataDir: string, records: readonly unknown[]): Promise<void> {
  const path = join(userDataDir, 'queues', 'simulator', 'journal');
  const { journal } = await journalOpener(path)('start');
  await journal.append(records);
  await journal.close();
  // This process lives on, and would be taken for one that still writes.
  await rm(`${path}.lock`);
}
