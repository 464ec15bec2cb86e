import { expect } from 'vitest';
import type { Batch } from '../../../src/main/imports/job.ts';
import { Queue } from '../../../src/main/imports/queue.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';

type Planned = Extract<JournalRecord, { readonly type: 'planned' }>;

/** The record of a batch, changed where the test says so. */
export const batchRecord = (batchId: string, change: Partial<Batch> = {}): JournalRecord => ({
  type: 'batch',
  batch: {
    batchId,
    environmentId: 'simulator',
    locationId: 'aaaaaaaa',
    locationName: 'Rushes',
    bucket: 'rushes-bucket',
    createdAtMs: 0,
    anchorMs: 0,
    audited: false,
    settings: {
      teamId: 'eeeeeeee',
      projectId: null,
      projectName: null,
      fullIngestion: false,
      nameTemplate: '{basename}',
      descriptionTemplate: '',
      importReference: true,
    },
    ...change,
  },
});

/** The record of an import that waits, changed where the test says so. */
export const plannedRecord = (jobId: string, batchId: string, change: Partial<Planned> = {}): Planned => ({
  type: 'planned',
  jobId,
  batchId,
  position: 1,
  atMs: 1,
  ref: `ref-${jobId}`,
  objectKey: `${jobId}.mov`,
  sizeBytes: 10,
  etag: 'etag',
  name: jobId,
  description: '',
  fileName: `${jobId}.mov`,
  ...change,
});

/** The records of an import that is sent and becomes a video. */
export const doneRecords = (
  jobId: string,
  atMs: number,
  videoId = `video-of-${jobId}`,
): readonly JournalRecord[] => [
  { type: 'intent', jobId, atMs, sinceMs: 0, marked: true },
  { type: 'accepted', jobId, atMs, videoId, how: 'answered' },
  { type: 'done', jobId, atMs },
];

/** The queue that records make; each of them has to fit. */
export function queueOf(...records: readonly JournalRecord[]): Queue {
  const queue = new Queue();
  for (const record of records) expect(queue.apply(record)).toBe(true);
  return queue;
}
