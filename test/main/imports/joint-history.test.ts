import { describe, expect, it } from 'vitest';
import { History } from '../../../src/main/imports/history.ts';
import { JointHistory, jointBatches, type HistoryPart } from '../../../src/main/imports/joint-history.ts';
import { batchRecord, doneRecords, plannedRecord, queueOf } from './queued.ts';

const everything = { search: '', kind: 'all', connectionId: null, batchId: null } as const;
const first = queueOf(
  batchRecord('monday', { createdAtMs: 100 }),
  batchRecord('wednesday', { createdAtMs: 300 }),
  plannedRecord('a', 'monday', { position: 1 }),
  plannedRecord('b', 'monday', { position: 2 }),
  plannedRecord('c', 'wednesday', { position: 3 }),
);
const second = queueOf(
  batchRecord('tuesday', { createdAtMs: 200, environmentId: 'staging' }),
  plannedRecord('e', 'tuesday', { position: 2 }),
  plannedRecord('d', 'tuesday', { position: 1 }),
);
const parts: readonly HistoryPart[] = [
  { connectionId: 'production', history: new History({ queue: first }) },
  { connectionId: 'staging', history: new History({ queue: second }) },
];
const idsOf = (joint: JointHistory, from: number, count: number, of = parts): readonly string[] =>
  joint.imports(of, { ...everything, from, count }).rows.map(({ jobId }) => jobId);

describe('the histories of several accounts', () => {
  it('are one, the newest batch first, and each import says whose it is', () => {
    const { rows, total } = new JointHistory().imports(parts, { ...everything, from: 0, count: 10 });
    expect(total).toBe(5);
    expect(
      rows.map(({ jobId, connectionId, environmentId }) => [jobId, connectionId, environmentId]),
    ).toEqual([
      ['c', 'production', 'simulator'],
      ['d', 'staging', 'staging'],
      ['e', 'staging', 'staging'],
      ['a', 'production', 'simulator'],
      ['b', 'production', 'simulator'],
    ]);
    expect(jointBatches(parts).map(({ batchId, connectionId }) => [batchId, connectionId])).toEqual([
      ['wednesday', 'production'],
      ['tuesday', 'staging'],
      ['monday', 'production'],
    ]);
  });

  it('are paged across accounts without a row twice or missing', () => {
    const joint = new JointHistory();
    expect([0, 2, 4].flatMap((from) => idsOf(joint, from, 2))).toEqual(['c', 'd', 'e', 'a', 'b']);
  });

  it('are found anew when an account has got or lost an import, or is another one', () => {
    const queue = queueOf(batchRecord('friday', { createdAtMs: 500 }), plannedRecord('f', 'friday'));
    const growing = [...parts, { connectionId: 'production-2', history: new History({ queue }) }];
    const joint = new JointHistory();
    expect(idsOf(joint, 0, 2, growing)).toEqual(['f', 'c']);
    expect(queue.apply(plannedRecord('g', 'friday', { position: 2 }))).toBe(true);
    expect(idsOf(joint, 1, 2, growing)).toEqual(['g', 'c']);
    expect(idsOf(joint, 1, 2)).toEqual(['d', 'e']);
  });

  it('keep every row in its place while imports change their state', () => {
    const queue = queueOf(batchRecord('friday'), plannedRecord('f', 'friday'), plannedRecord('g', 'friday'));
    const part = [{ connectionId: 'production', history: new History({ queue }) }];
    const joint = new JointHistory();
    const open = { ...everything, kind: 'open' } as const;
    const page = (from: number) =>
      joint.imports(part, { ...open, from, count: 1 }).rows.map(({ jobId, state }) => [jobId, state]);
    expect(page(0)).toEqual([['f', 'planned']]);
    for (const record of doneRecords('f', 5)) expect(queue.apply(record)).toBe(true);
    expect(page(1)).toEqual([['g', 'planned']]);
    expect(page(0)).toEqual([['g', 'planned']]);
  });
});
