import { describe, expect, it } from 'vitest';
import { BatchEnds } from '../../../src/main/imports/batch-ends.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import { batchRecord, doneRecords, plannedRecord, queueOf } from './queued.ts';

function queueWith(...records: readonly JournalRecord[]) {
  const queue = queueOf(...records);
  const apply = (more: readonly JournalRecord[]): void => {
    for (const record of more) expect(queue.apply(record)).toBe(true);
  };
  return { queue, apply };
}

describe('The end of a batch', () => {
  it('is told once, when the last of its imports has come to rest', () => {
    const { queue, apply } = queueWith(batchRecord('a'), plannedRecord('1', 'a'), plannedRecord('2', 'a'));
    const ends = new BatchEnds({ queue });
    apply(doneRecords('1', 3));
    expect(ends.take()).toEqual([]);
    apply(doneRecords('2', 3));
    expect(ends.take()).toEqual([{ batchId: 'a', locationName: 'Rushes', done: 2, failed: 0, toDecide: 0 }]);
    expect(ends.take()).toEqual([]);
  });

  it('is told of each batch by itself', () => {
    const { queue, apply } = queueWith(
      batchRecord('a'),
      plannedRecord('1', 'a'),
      batchRecord('b'),
      plannedRecord('2', 'b'),
    );
    const ends = new BatchEnds({ queue });
    apply(doneRecords('2', 3));
    expect(ends.take().map(({ batchId }) => batchId)).toEqual(['b']);
  });

  it('is no news of a batch that had ended before the start, nor when it is cleared off the list', () => {
    const { queue, apply } = queueWith(batchRecord('a'), plannedRecord('1', 'a'), ...doneRecords('1', 3));
    const ends = new BatchEnds({ queue });
    apply([{ type: 'hidden', jobId: '1', atMs: 5 }]);
    expect(ends.take()).toEqual([]);
  });

  it('is none when the operator takes everything out of it', () => {
    const { queue, apply } = queueWith(batchRecord('a'), plannedRecord('1', 'a'));
    const ends = new BatchEnds({ queue });
    apply([{ type: 'removed', jobId: '1' }]);
    expect(ends.take()).toEqual([]);
  });
});
