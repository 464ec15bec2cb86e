import { describe, expect, it } from 'vitest';
import type { Client } from '../../../src/renderer/client.ts';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import { jobStates, type JobRow, type QueueSummary } from '../../../src/shared/imports.ts';
import { ok, type Result } from '../../../src/shared/result.ts';
import { jobRow } from './job-row.ts';

const summary: QueueSummary = {
  revision: 1,
  counts: Object.fromEntries(jobStates.map((state) => [state, 0])) as QueueSummary['counts'],
  totalBytes: 0,
  doneBytes: 0,
  copiedBytes: 0,
  paused: null,
  offline: false,
  rate: null,
  bytesPerSecond: null,
  etaMs: null,
  unsent: 0,
  safeToQuit: true,
};

/** A main process that has `rows`, and calls `beforePage` before it answers each page of the snapshot. */
function clientWith(rows: readonly JobRow[], beforePage: (from: number) => void = () => undefined): Client {
  return {
    request: async (name, input) => {
      if (name !== 'queue.snapshot') throw new Error(`unexpected ${name}`);
      const { from, count } = input as { from: number; count: number };
      beforePage(from);
      const page = { rows: rows.slice(from, from + count), batches: [], total: rows.length, summary };
      // The test answers the one call that it expects.
      return ok(page) as Result<never>;
    },
    subscribe: () => () => undefined,
  };
}

describe('the queue’s mirror', () => {
  it('loads every row, page by page', async () => {
    const rows = Array.from({ length: 12_001 }, (_, index) =>
      jobRow({ jobId: `j${index}`, position: index }),
    );
    const store = createAppStore(clientWith(rows));
    await store.getState().loadQueue();
    expect(store.getState().jobs.byId.size).toBe(12_001);
  });

  it('keeps a row that changed while the snapshot was being loaded', async () => {
    const store = createAppStore(
      clientWith([jobRow({ jobId: 'a', state: 'planned' })], () => {
        const rows = [jobRow({ jobId: 'a', state: 'done' })];
        store.getState().queueChanged({ revision: 2, rows, removed: [], batches: [], summary });
      }),
    );
    await store.getState().loadQueue();
    expect(store.getState().jobs.byId.get('a')?.state).toBe('done');
  });

  it('does not bring back a row that was removed while the snapshot was being loaded', async () => {
    const store = createAppStore(
      clientWith([jobRow({ jobId: 'a' })], () => {
        store.getState().queueChanged({ revision: 2, rows: [], removed: ['a'], batches: [], summary });
      }),
    );
    await store.getState().loadQueue();
    expect(store.getState().jobs.byId.size).toBe(0);
  });

  it('tells what depends on the queue of every change', () => {
    const store = createAppStore(clientWith([]));
    const before = store.getState().jobs;
    store.getState().queueChanged({ revision: 2, rows: [jobRow()], removed: [], batches: [], summary });
    expect(store.getState().jobs).not.toBe(before);
    expect(store.getState().jobs.byId.get('job')?.name).toBe('video');
  });
});
