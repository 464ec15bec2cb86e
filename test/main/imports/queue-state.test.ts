import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noProgress, type Phase } from '../../../src/main/imports/job.ts';
import {
  applyRecord,
  emptyQueue,
  replay,
  snapshotRecords,
  type QueueState,
} from '../../../src/main/imports/queue-state.ts';
import type { JobRecord, JournalRecord } from '../../../src/main/imports/records.ts';
import { isAllowed } from '../../../src/main/imports/transitions.ts';

const error = { code: 'c', message: 'm', requestId: null, httpStatus: null };
const plan = (jobId: string) => ({
  jobId,
  batchId: 'b',
  objectKey: `${jobId}.mov`,
  sizeBytes: 1,
  etag: 'e',
  name: jobId,
  description: '',
  fileName: `${jobId}.mov`,
});
const planned: JournalRecord = {
  type: 'planned',
  atMs: 0,
  jobs: ['j', 'k'].map((id, position) => ({ plan: plan(id), position })),
};
const record = (type: JobRecord['type'], jobId = 'j'): JobRecord => {
  const base = { jobId, atMs: 1 };
  switch (type) {
    case 'intent':
      return { type, ...base, reference: 'px1-0123456789-01234567' };
    case 'accepted':
      return { type, ...base, videoId: 'v', via: 'response' };
    case 'rejected':
    case 'not-executed':
    case 'unknown':
      return { type, ...base, error };
    case 'needs-decision':
      return { type, ...base, matches: [] };
    case 'progress':
      return { type, ...base, progress: { ...noProgress, copy: 'FAILED', error } };
    case 'restart-intent':
      return { type, ...base, skipChecksumValidation: false };
    case 'moved':
      return { type, ...base, position: 7 };
    default:
      return { type, ...base };
  }
};
const types = [
  'intent',
  'accepted',
  'rejected',
  'not-executed',
  'unknown',
  'needs-decision',
  'import-again',
  'skipped',
  'progress',
  'restart-intent',
  'restarted',
  'abandon-intent',
  'abandoned',
  'intent-dropped',
  'removed',
  'moved',
] as const satisfies readonly JobRecord['type'][];

/** Applies what is allowed of a random history, as the engine does; answers the queue and what was written. */
function live(history: readonly (readonly [JobRecord['type'], string])[]): {
  queue: QueueState;
  written: JournalRecord[];
} {
  const queue = emptyQueue();
  const written: JournalRecord[] = [planned];
  applyRecord(queue, planned);
  for (const [type, jobId] of history) {
    const one = record(type, jobId);
    const job = queue.jobs.get(jobId);
    if (job === undefined || !isAllowed(job, one)) continue;
    applyRecord(queue, one);
    written.push(one);
  }
  return { queue, written };
}
const histories = fc.array(fc.tuple(fc.constantFrom(...types), fc.constantFrom('j', 'k')), { maxLength: 40 });
const stateOf = (queue: QueueState, id = 'j'): Phase['state'] | undefined => queue.jobs.get(id)?.phase.state;

describe('the queue', () => {
  it('is rebuilt from its journal exactly, but for what a crash leaves open', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { queue, written } = live(history);
        const { queue: again, anomalies } = replay(written, 9);
        expect(anomalies).toBe(0);
        for (const [id, job] of queue.jobs) {
          const before = job.phase.state;
          const expected = before === 'intent' ? 'unknown' : before.endsWith('-intent') ? 'accepted' : before;
          expect(stateOf(again, id)).toBe(expected);
          if (before === expected) expect(again.jobs.get(id)).toEqual(job);
        }
      }),
    );
  });

  it('is the same after compaction', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { written } = live(history);
        const { queue } = replay(written, 9);
        expect(replay(snapshotRecords(queue), 99).queue).toEqual(queue);
      }),
    );
  });

  it('never sends an import again unless that was proven safe or the operator asked for it', () => {
    fc.assert(
      fc.property(histories, (history) => {
        let last: JournalRecord | null = null;
        for (const one of live(history).written) {
          if (!('jobId' in one) || one.jobId !== 'j') continue;
          const before: JobRecord['type'] | null = last !== null && 'jobId' in last ? last.type : null;
          if (one.type === 'intent')
            expect([null, 'not-executed', 'import-again', 'moved']).toContain(before);
          last = one;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes an intent without an outcome for unknown, never for unsent', () => {
    const { queue } = replay([planned, record('intent')], 9);
    expect(queue.jobs.get('j')?.phase).toMatchObject({
      state: 'unknown',
      reference: 'px1-0123456789-01234567',
    });
    expect(queue.jobs.get('j')?.attempt).toBe(1);
    expect(stateOf(queue, 'k')).toBe('planned');
  });

  it('keeps a removed import for history and lets nothing more happen to it', () => {
    const { queue, anomalies } = replay([planned, record('removed'), record('intent')], 9);
    expect(queue.jobs.get('j')).toMatchObject({ removed: true, phase: { state: 'planned' } });
    expect(anomalies).toBe(1);
  });

  it('counts records that contradict the history or are of a kind it does not know', () => {
    const { anomalies, queue } = replay(
      [planned, record('accepted'), { type: 'future' }, 7, record('intent', 'nobody')],
      9,
    );
    expect(anomalies).toBe(4);
    expect(stateOf(queue)).toBe('planned');
  });

  it('forgets the old error when a copy is restarted', () => {
    const { queue } = live([
      ['intent', 'j'],
      ['accepted', 'j'],
      ['progress', 'j'],
      ['restart-intent', 'j'],
      ['restarted', 'j'],
    ]);
    expect(queue.jobs.get('j')?.phase).toMatchObject({
      state: 'accepted',
      progress: { copy: 'IN_PROGRESS', error: null },
    });
  });
});
