import { describe, expect, it } from 'vitest';
import { Engine } from '../../../src/main/imports/engine.ts';
import { fold } from '../../../src/main/imports/fold.ts';
import { judge } from '../../../src/main/imports/outcome.ts';
import { conclude, LOOK_DELAYS_MS } from '../../../src/main/imports/reconcile.ts';
import { MINUTE } from '../../../src/shared/units.ts';
import { runUntil } from '../../harness/virtual-run/drive.ts';
import { enqueue, startVirtualRun } from '../../harness/virtual-run/virtual-run.ts';
import { batchRecord, plannedRecord } from './queued.ts';

const error = { code: 'CHECKSUM_MISMATCH', message: 'Checksum mismatch', requestId: null, httpStatus: null };
/** A queue with one import whose copy has failed. */
async function failedImport() {
  const run = await startVirtualRun({ seed: 1, settings: {}, copyMs: () => 5_000 });
  Object.assign(run.world.faults, { copyFailNext: 1, copyFailCode: 'CHECKSUM_MISMATCH' });
  await enqueue(run, ['a.mov']);
  expect(await until(run, 'failed')).toBe(true);
  const [failed] = rowsOf(run);
  if (failed === undefined) throw new Error('Nothing was queued');
  return { ...run, failed };
}
type Run = Awaited<ReturnType<typeof startVirtualRun>>;
const rowsOf = ({ service }: Pick<Run, 'service'>) => service.snapshot({ from: 0, count: 10 }).rows;
const until = (run: Pick<Run, 'service' | 'clock'>, state: string): Promise<boolean> =>
  runUntil(run.clock, 30 * MINUTE, () => rowsOf(run).some((row) => row.state === state));
const made = ({ world }: Pick<Run, 'world'>) => world.ledger.of('nordlys-media', 'a.mov');

describe('abandoning an import and starting it over', () => {
  it('makes one video in the place of the other, under a reference of its own', async () => {
    const run = await failedImport();
    await run.service.abandon({ target: { jobIds: [run.failed.jobId] }, importAgain: true });
    expect(await until(run, 'done')).toBe(true);
    const rows = rowsOf(run);
    expect(rows.map(({ state, objectKey }) => [state, objectKey])).toEqual([['done', 'a.mov']]);
    expect(rows[0]?.jobId).not.toBe(run.failed.jobId);
    expect(rows[0]?.videoId).not.toBe(run.failed.videoId);
    expect(made(run)).toMatchObject({ requests: 2, accepted: 2, videoIds: [rows[0]?.videoId] });
    // The first is history.
    const past = run.service.history.find({ search: '', kind: 'given-up', batchId: null });
    expect(past.map(({ job }) => job.jobId)).toEqual([run.failed.jobId]);
  });

  it('sends nothing when it is not known that the first video is gone', async () => {
    const run = await failedImport();
    run.world.faults.hangNext = 1;
    await run.service.abandon({ target: { jobIds: [run.failed.jobId] }, importAgain: true });
    expect(rowsOf(run).map(({ state }) => state)).toEqual(['abandoning']);
    expect(await until(run, 'failed')).toBe(true);
    expect(rowsOf(run).map(({ jobId }) => jobId)).toEqual([run.failed.jobId]);
    expect(run.traffic.submits).toBe(1);
  });

  it('sends nothing when the copy turns out to have been restarted by somebody else', async () => {
    const run = await failedImport();
    run.world.restart(run.failed.videoId ?? '', false);
    await run.service.abandon({ target: { jobIds: [run.failed.jobId] }, importAgain: true });
    expect(await until(run, 'done')).toBe(true);
    expect(rowsOf(run).map(({ videoId }) => videoId)).toEqual([run.failed.videoId]);
    expect(made(run)).toMatchObject({ requests: 1, accepted: 1 });
  });

  it('is taken up after the app has died between the two, in one write with the end of the first', () => {
    const jobId = 'first';
    const atMs = 1;
    const folded = fold({
      records: [
        batchRecord('batch', { bucket: 'media', anchorMs: null }),
        plannedRecord(jobId, 'batch', {
          objectKey: 'a.mov',
          ref: 'OOOOOOOOOO-AAAAAAAA',
          name: 'a',
          description: 'said',
          fileName: 'a.mov',
        }),
        { type: 'intent', jobId, atMs, sinceMs: 0, marked: true },
        { type: 'accepted', jobId, atMs, videoId: 'video-1', how: 'answered' },
        { type: 'failed', jobId, atMs, error },
        { type: 'abandoning', jobId, atMs, again: true },
      ],
      salvaged: [],
      readOnly: null,
    });
    expect(folded.anomalies).toBe(0);
    const engine = new Engine(folded, null, {
      judge,
      conclude,
      lookDelaysMs: LOOK_DELAYS_MS,
      maxPosts: 0,
      canary: false,
      newAttempt: () => 'BBBBBBBB',
      newId: () => 'second',
    });
    const now = { monotonicMs: 0, wallMs: 2 };
    expect(engine.step({ kind: 'tick' }, now)).toEqual([
      { kind: 'read', read: { kind: 'status', videoId: 'video-1' } },
    ]);
    const gone = { code: 'not-found', message: 'No such video.' } as const;
    const [write] = engine.step({ kind: 'read', answer: { ok: false, error: gone } }, now);
    expect(write).toMatchObject({
      kind: 'append',
      records: [
        { type: 'abandoned', jobId },
        { type: 'hidden', jobId },
        {
          type: 'planned',
          jobId: 'second',
          batchId: 'batch',
          objectKey: 'a.mov',
          position: 2,
          ref: 'OOOOOOOOOO-BBBBBBBB',
          name: 'a',
          description: 'said',
          fileName: 'a.mov',
        },
      ],
    });
  });
});
