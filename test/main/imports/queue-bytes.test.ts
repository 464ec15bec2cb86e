import { expect, it } from 'vitest';
import { Queue } from '../../../src/main/imports/queue.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import { batchRecord, plannedRecord } from './queued.ts';

const batchId = 'batch-1';
const atMs = 0;
const error = { code: 'offline', message: 'No answer', requestId: null, httpStatus: null };

const planned = (jobId: string, position: number, sizeBytes: number): JournalRecord =>
  plannedRecord(jobId, batchId, { position, sizeBytes });

it('waits for the bytes of what may still be copied, not of imports that were given up', () => {
  const queue = new Queue();
  const apply = (...records: readonly JournalRecord[]): void => {
    for (const record of records) expect(queue.apply(record)).toBe(true);
  };
  const intent = (jobId: string): JournalRecord => ({
    type: 'intent',
    jobId,
    atMs,
    sinceMs: null,
    marked: false,
  });
  apply(batchRecord(batchId), planned('a', 1, 100), planned('b', 2, 20), planned('c', 3, 3));
  expect(queue.totalBytes).toBe(123);

  apply(intent('b'), { type: 'unknown', jobId: 'b', atMs, error });
  apply({ type: 'undecided', jobId: 'b', atMs, matches: [] }, { type: 'skipped', jobId: 'b', atMs });
  expect(queue.totalBytes).toBe(103);

  apply(intent('c'), { type: 'accepted', jobId: 'c', atMs, videoId: 'video-c', how: 'answered' });
  apply({ type: 'failed', jobId: 'c', atMs, error });
  expect(queue.totalBytes).toBe(103);
  apply({ type: 'abandoning', jobId: 'c', again: false, atMs }, { type: 'abandoned', jobId: 'c', atMs });
  expect(queue.totalBytes).toBe(100);

  apply(intent('a'), { type: 'accepted', jobId: 'a', atMs, videoId: 'video-a', how: 'answered' });
  apply({ type: 'done', jobId: 'a', atMs });
  expect([queue.totalBytes, queue.copiedBytes, queue.pendingBytes]).toEqual([100, 100, 0]);
});
