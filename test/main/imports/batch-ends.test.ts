import { describe, expect, it } from 'vitest';
import { BatchEnds } from '../../../src/main/imports/batch-ends.ts';
import { Queue } from '../../../src/main/imports/queue.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';

const batch = (batchId: string): JournalRecord => ({
  type: 'batch',
  batch: {
    batchId,
    environmentId: 'simulator',
    locationId: 'aaaaaaaa',
    locationName: 'Rushes',
    bucket: 'rushes-bucket',
    createdAtMs: 1,
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
  },
});
const planned = (jobId: string, batchId: string): JournalRecord => ({
  type: 'planned',
  jobId,
  batchId,
  position: 1,
  atMs: 1,
  ref: `ref-${jobId}`,
  objectKey: jobId,
  sizeBytes: 10,
  etag: 'etag',
  name: jobId,
  description: '',
  fileName: jobId,
});
const done = (jobId: string): readonly JournalRecord[] => [
  { type: 'intent', jobId, atMs: 2, sinceMs: 0, marked: true },
  { type: 'accepted', jobId, atMs: 3, videoId: `video-of-${jobId}`, how: 'answered' },
  { type: 'done', jobId, atMs: 4 },
];

function queueOf(...records: readonly JournalRecord[]) {
  const queue = new Queue();
  const apply = (more: readonly JournalRecord[]): void => {
    for (const record of more) expect(queue.apply(record)).toBe(true);
  };
  apply(records);
  return { queue, apply };
}

describe('The end of a batch', () => {
  it('is told once, when the last of its imports has come to rest', () => {
    const { queue, apply } = queueOf(batch('a'), planned('1', 'a'), planned('2', 'a'));
    const ends = new BatchEnds({ queue });
    apply(done('1'));
    expect(ends.take()).toEqual([]);
    apply(done('2'));
    expect(ends.take()).toEqual([{ batchId: 'a', locationName: 'Rushes', done: 2, failed: 0, toDecide: 0 }]);
    expect(ends.take()).toEqual([]);
  });

  it('is told of each batch by itself', () => {
    const { queue, apply } = queueOf(batch('a'), planned('1', 'a'), batch('b'), planned('2', 'b'));
    const ends = new BatchEnds({ queue });
    apply(done('2'));
    expect(ends.take().map(({ batchId }) => batchId)).toEqual(['b']);
  });

  it('is no news of a batch that had ended before the start, nor when it is cleared off the list', () => {
    const { queue, apply } = queueOf(batch('a'), planned('1', 'a'), ...done('1'));
    const ends = new BatchEnds({ queue });
    apply([{ type: 'hidden', jobId: '1', atMs: 5 }]);
    expect(ends.take()).toEqual([]);
  });

  it('is none when the operator takes everything out of it', () => {
    const { queue, apply } = queueOf(batch('a'), planned('1', 'a'));
    const ends = new BatchEnds({ queue });
    apply([{ type: 'removed', jobId: '1' }]);
    expect(ends.take()).toEqual([]);
  });
});
