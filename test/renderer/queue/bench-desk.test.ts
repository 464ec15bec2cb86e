import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/main/imports/fold.ts';
import { journalOpener } from '../../../src/main/storage/journal/journal.ts';
import { deskRecords, writeDeskJournal } from '../../harness/bench-desk/desk-journal.ts';
import { isMet, lineOf, percentile, type Figure } from '../../harness/bench-desk/figures.ts';

describe('the benchmark of the desk', () => {
  it('gives the app a queue that it reads as its own: paused, with what is to be sent first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-desk-'));
    try {
      const live = ['live/a.mov', 'live/b.mov'].map((key) => ({ key, sizeBytes: 1, etag: 'e' }));
      const place = { teamId: 'aaaaaaaa', locationId: 'bbbbbbbb', bucket: 'desk', live };
      await writeDeskJournal(folder, deskRecords(6_000, place));
      const opened = await journalOpener(join(folder, 'queues/simulator/journal'))('start');
      await opened.journal.close();
      const { queue, anomalies } = fold(opened);
      expect({ anomalies, size: queue.jobs.size, batches: queue.batches.size }).toEqual({
        anomalies: 0,
        size: 6_000,
        batches: 3,
      });
      expect(queue.pausedByOperator).toBe(true);
      const jobs = [...queue.jobs.values()].toSorted((a, b) => a.position - b.position);
      const planned = jobs.filter(({ state }) => state === 'planned');
      expect(planned.map(({ objectKey }) => objectKey)).toEqual(['live/a.mov', 'live/b.mov']);
      expect(planned).toEqual(jobs.slice(0, 2));
      expect(new Set(jobs.map(({ state }) => state))).toEqual(
        new Set(['planned', 'done', 'failed', 'skipped']),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('takes the value that a share of all do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([], 0.95)).toBe(0);
  });

  it('says of each figure whether it was met, and counts one that is too large or too small as missed', () => {
    const figure: Figure = { what: 'delay', value: 30, unit: 'ms', baseline: 20, target: 50 };
    expect(lineOf(figure)).toMatch(/^delay +30 ms +20 +1\.50 × +≤ 50 ms {2}met$/);
    expect(lineOf({ ...figure, value: 51 })).toMatch(/MISSED$/);
    expect(isMet({ ...figure, isMost: false })).toBe(false);
    expect(lineOf({ ...figure, target: null })).not.toMatch(/met|MISSED/i);
  });
});
