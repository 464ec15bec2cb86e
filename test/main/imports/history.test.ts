import { describe, expect, it } from 'vitest';
import { fold, unfold } from '../../../src/main/imports/fold.ts';
import { History, isForgettable } from '../../../src/main/imports/history.ts';
import { Queue } from '../../../src/main/imports/queue.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import type { HistoryQuery } from '../../../src/shared/history.ts';

const everything: HistoryQuery = { search: '', kind: 'all', batchId: null };
const videoId = '11111111-2222-3333-4444-555555555555';

const batch = (batchId: string, createdAtMs: number): JournalRecord => ({
  type: 'batch',
  batch: {
    batchId,
    environmentId: 'simulator',
    locationId: 'aaaaaaaa',
    locationName: 'Rushes',
    bucket: 'rushes-bucket',
    createdAtMs,
    anchorMs: 0,
    audited: false,
    settings: {
      teamId: 'eeeeeeee',
      projectId: null,
      projectName: 'Nordlys',
      fullIngestion: false,
      nameTemplate: '{basename}',
      descriptionTemplate: '',
      importReference: true,
    },
  },
});
const planned = (jobId: string, batchId: string, position: number): JournalRecord => ({
  type: 'planned',
  jobId,
  batchId,
  position,
  atMs: 1,
  ref: `ref-${jobId}`,
  objectKey: `day 1/${jobId}.MOV`,
  sizeBytes: 10,
  etag: 'etag',
  name: `Take ${jobId}`,
  description: '',
  fileName: `${jobId}.MOV`,
});
const done = (jobId: string, atMs: number, id = videoId): readonly JournalRecord[] => [
  { type: 'intent', jobId, atMs, sinceMs: 0, marked: true },
  { type: 'accepted', jobId, atMs, videoId: id, how: 'answered' },
  { type: 'done', jobId, atMs },
];

function queueOf(...records: readonly JournalRecord[]): Queue {
  const queue = new Queue();
  for (const record of records) expect(queue.apply(record)).toBe(true);
  return queue;
}
const records: readonly JournalRecord[] = [
  batch('old', 100),
  batch('new', 200),
  planned('a', 'old', 1),
  planned('b', 'old', 2),
  planned('c', 'new', 3),
  ...done('a', 1_000),
  { type: 'hidden', jobId: 'a', atMs: 2_000 },
  { type: 'intent', jobId: 'b', atMs: 1_000, sinceMs: 0, marked: true },
  {
    type: 'rejected',
    jobId: 'b',
    atMs: 1_000,
    error: { code: 'KEY_NOT_FOUND', message: 'Gone', requestId: null, httpStatus: 404 },
  },
];
const idsOf = (history: History, query: Partial<HistoryQuery>): readonly string[] =>
  history.imports({ ...everything, ...query, from: 0, count: 10 }).rows.map(({ jobId }) => jobId);

describe('history', () => {
  it('knows what was taken off the list, the newest batch first', () => {
    const history = new History({ queue: queueOf(...records) });
    expect(idsOf(history, {})).toEqual(['c', 'a', 'b']);
    const [, first] = history.imports({ ...everything, from: 0, count: 10 }).rows;
    expect(first).toMatchObject({ videoId, bucket: 'rushes-bucket', isListed: false, queuedAtMs: 100 });
    expect(
      history.batches().map(({ batchId, total, done: of, failed }) => [batchId, total, of, failed]),
    ).toEqual([
      ['new', 1, 0, 0],
      ['old', 2, 1, 1],
    ]);
  });

  it('is searched by words of name, key, bucket and video id, whatever the case', () => {
    const history = new History({ queue: queueOf(...records) });
    expect(idsOf(history, { search: 'TAKE a.mov' })).toEqual(['a']);
    expect(idsOf(history, { search: 'day b.mov' })).toEqual(['b']);
    expect(idsOf(history, { search: videoId.slice(0, 12) })).toEqual(['a']);
    expect(idsOf(history, { search: 'rushes', kind: 'failed' })).toEqual(['b']);
    expect(idsOf(history, { batchId: 'new' })).toEqual(['c']);
    expect(idsOf(history, { search: 'nowhere' })).toEqual([]);
    expect(history.exported({ ...everything, kind: 'done' })).toMatchObject([{ videoId, state: 'done' }]);
  });

  it('forgets only what is settled, off the list and old enough', () => {
    const queue = queueOf(...records);
    const history = new History({ queue });
    expect(history.forgettable(1_000)).toBe(0);
    expect(history.forgettable(1_001)).toBe(1);
    const forgettable = [...queue.jobs.values()].filter((job) => isForgettable(job, Infinity));
    expect(forgettable.map(({ jobId }) => jobId)).toEqual(['a']);
  });

  it('leaves nothing of what was forgotten, neither in memory nor in the journal', () => {
    const forgotten: JournalRecord = { type: 'removed', jobId: 'a' };
    const { queue, anomalies } = fold({ records: [...records, forgotten], salvaged: [], readOnly: null });
    expect(anomalies).toBe(0);
    expect(idsOf(new History({ queue }), {})).toEqual(['c', 'b']);
    expect(queue.jobOfVideo(videoId)).toBeUndefined();
    expect(queue.jobOfRef('ref-a')).toBeUndefined();
    expect(queue.objects.jobIds('rushes-bucket', 'day 1/a.MOV')).toEqual([]);
    expect(JSON.stringify(unfold(queue))).not.toContain('a.MOV');
  });

  it('cannot forget what is still on the list', () => {
    const queue = queueOf(...records);
    expect(queue.apply({ type: 'removed', jobId: 'b' })).toBe(false);
  });
});
