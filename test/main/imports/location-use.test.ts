import { expect, it } from 'vitest';
import { importsNeeding } from '../../../src/main/imports/location-use.ts';
import type { Queue } from '../../../src/main/imports/queue.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import { batchRecord, plannedRecord, queueOf } from './queued.ts';

const atMs = 0;
const error = { code: 'offline', message: 'No answer', requestId: null, httpStatus: null };
const queueWith = (...records: readonly JournalRecord[]): Queue =>
  queueOf(batchRecord('batch-1', { locationId: 'location-1' }), plannedRecord('one', 'batch-1'), ...records);
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
  const queue = queueWith(...records);
  expect(importsNeeding(queue, 'location-1')).toBe(count);
  expect(importsNeeding(queue, 'location-2')).toBe(0);
});
