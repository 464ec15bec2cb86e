import { expect, it } from 'vitest';
import { importsNeeding } from '../../../src/main/imports/location-use.ts';
import { Queue } from '../../../src/main/imports/queue.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';

const atMs = 0;
const error = { code: 'offline', message: 'No answer', requestId: null, httpStatus: null };
const batch = (batchId: string, locationId: string): JournalRecord => ({
  type: 'batch',
  batch: {
    batchId,
    environmentId: 'simulator',
    locationId,
    locationName: 'Location',
    bucket: 'bucket',
    createdAtMs: atMs,
    audited: false,
    anchorMs: 0,
    settings: {
      teamId: 'team-1',
      projectId: null,
      projectName: null,
      fullIngestion: false,
      nameTemplate: '{basename}',
      descriptionTemplate: '',
      importReference: true,
    },
  },
});
const planned = (jobId: string, batchId: string): JournalRecord => ({
  type: 'planned',
  jobId,
  batchId,
  position: 1,
  sizeBytes: 1,
  atMs,
  ref: null,
  objectKey: `${jobId}.mov`,
  etag: 'etag',
  name: jobId,
  description: '',
  fileName: `${jobId}.mov`,
});

const queueOf = (...records: readonly JournalRecord[]): Queue => {
  const queue = new Queue();
  const all = [batch('batch-1', 'location-1'), planned('one', 'batch-1'), ...records];
  for (const record of all) expect(queue.apply(record)).toBe(true);
  return queue;
};
const jobId = 'one';
const intent: JournalRecord = { type: 'intent', jobId, atMs, sinceMs: 0, marked: true };
const accepted: JournalRecord = { type: 'accepted', jobId, atMs, videoId: 'video-1', how: 'answered' };
const unknown: JournalRecord = { type: 'unknown', jobId, atMs, error };

it.each<[string, readonly JournalRecord[], number]>([
  ['that waits', [], 1],
  ['on its way', [intent], 1],
  ['whose outcome was not seen', [intent, unknown], 1],
  ['that the operator has to decide', [intent, unknown, { type: 'undecided', jobId, atMs, matches: [] }], 1],
  ['that Pixop has still to copy', [intent, accepted], 1],
  ['that is done', [intent, accepted, { type: 'done', jobId, atMs }], 0],
  ['that Pixop refused', [intent, { type: 'rejected', jobId, atMs, error }], 0],
  ['whose copy failed', [intent, accepted, { type: 'failed', jobId, atMs, error }], 0],
])('an import %s: counted are those that Pixop still needs the location for', (_state, records, count) => {
  const queue = queueOf(...records);
  expect(importsNeeding(queue, 'location-1')).toBe(count);
  expect(importsNeeding(queue, 'location-2')).toBe(0);
});
