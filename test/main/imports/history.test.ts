import { describe, expect, it } from 'vitest';
import { fold, unfold } from '../../../src/main/imports/fold.ts';
import { History, isForgettable, type OwnQuery } from '../../../src/main/imports/history.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import { MINUTE } from '../../../src/shared/units.ts';
import { runUntil } from '../../harness/virtual-run/drive.ts';
import { enqueue, startVirtualRun } from '../../harness/virtual-run/virtual-run.ts';
import { batchRecord, doneRecords, plannedRecord, queueOf } from './queued.ts';

const everything: OwnQuery = { search: '', kind: 'all', batchId: null };
const videoId = '11111111-2222-3333-4444-555555555555';

const planned = (jobId: string, batchId: string): JournalRecord =>
  plannedRecord(jobId, batchId, { objectKey: `day 1/${jobId}.MOV`, name: `Take ${jobId}` });

const records: readonly JournalRecord[] = [
  batchRecord('old', { createdAtMs: 100 }),
  batchRecord('new', { createdAtMs: 200 }),
  planned('a', 'old'),
  planned('b', 'old'),
  planned('c', 'new'),
  ...doneRecords('a', 1_000, videoId),
  { type: 'hidden', jobId: 'a', atMs: 2_000 },
  { type: 'intent', jobId: 'b', atMs: 1_000, sinceMs: 0, marked: true },
  {
    type: 'rejected',
    jobId: 'b',
    atMs: 1_000,
    error: { code: 'KEY_NOT_FOUND', message: 'Gone', requestId: null, httpStatus: 404 },
  },
];
const idsOf = (history: History, query: Partial<OwnQuery>): readonly string[] =>
  history.find({ ...everything, ...query }).map(({ job }) => job.jobId);

describe('history', () => {
  it('knows what was taken off the list', () => {
    const history = new History({ queue: queueOf(...records) });
    expect(idsOf(history, {})).toEqual(['a', 'b', 'c']);
    expect(history.row('a')).toMatchObject({
      videoId,
      environmentId: 'simulator',
      bucket: 'rushes-bucket',
      isListed: false,
      queuedAtMs: 100,
    });
    expect(
      history.batches().map(({ batchId, total, done: of, failed }) => [batchId, total, of, failed]),
    ).toEqual([
      ['old', 2, 1, 1],
      ['new', 1, 0, 0],
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
    expect(history.exported({ ...everything, kind: 'done' })).toMatchObject([
      { videoId, state: 'done', environment: 'simulator' },
    ]);
  });

  it('forgets only what is settled, off the list and old enough', () => {
    const queue = queueOf(...records);
    const history = new History({ queue });
    expect(history.forgettable(1_000)).toEqual([]);
    expect(history.forgettable(1_001).map(({ jobId }) => jobId)).toEqual(['a']);
    const forgettable = [...queue.jobs.values()].filter((job) => isForgettable(job, Infinity));
    expect(forgettable.map(({ jobId }) => jobId)).toEqual(['a']);
  });

  it('leaves nothing of what was forgotten, neither in memory nor in the journal', () => {
    const forgotten: JournalRecord = { type: 'removed', jobId: 'a' };
    const { queue, anomalies } = fold({ records: [...records, forgotten], salvaged: [], readOnly: null });
    expect(anomalies).toBe(0);
    expect(idsOf(new History({ queue }), {})).toEqual(['b', 'c']);
    expect(queue.jobOfVideo(videoId)).toBeUndefined();
    expect(queue.jobOfRef('ref-a')).toBeUndefined();
    expect(queue.objects.jobIds('rushes-bucket', 'day 1/a.MOV')).toEqual([]);
    expect(JSON.stringify(unfold(queue))).not.toContain('a.MOV');
  });

  it('cannot forget what is still on the list', () => {
    const queue = queueOf(...records);
    expect(queue.apply({ type: 'removed', jobId: 'b' })).toBe(false);
  });

  it('goes on after a write that the disk refused', async () => {
    const { clock, journal, service, ...run } = await startVirtualRun({
      seed: 1,
      settings: {},
      copyMs: () => 5_000,
    });
    const isListed = (objectKey: string, state: string): boolean =>
      service
        .snapshot({ from: 0, count: 10 })
        .rows.some((row) => row.objectKey === objectKey && row.state === state);
    journal.refuse(true);
    await expect(enqueue({ ...run, service }, ['lost.mov'])).rejects.toThrow('No space left');
    journal.refuse(false);
    await runUntil(clock, 5 * MINUTE, () => service.summary().paused === null);
    await enqueue({ ...run, service }, ['a.mov']);
    expect(await runUntil(clock, 30 * MINUTE, () => isListed('a.mov', 'done'))).toBe(true);

    const { history } = service;
    const listed = service.snapshot({ from: 0, count: 10 }).rows;
    expect(history.find(everything).map(({ job }) => [job.objectKey, job.state])).toEqual([
      ['a.mov', 'done'],
    ]);
    expect(history.size).toBe(1);
    expect(history.exported(everything)).toMatchObject([{ state: 'done' }]);
    expect(history.batches()).toMatchObject([{ total: 1, done: 1 }]);
    await service.remove({ jobIds: listed.map(({ jobId }) => jobId) });
    expect(history.forgettable(Infinity)).toHaveLength(1);
  });
});
