import { expect, it } from 'vitest';
import { Engine } from '../../../src/main/imports/engine.ts';
import { fold } from '../../../src/main/imports/fold.ts';
import { judge } from '../../../src/main/imports/outcome.ts';
import { conclude, LOOK_DELAYS_MS } from '../../../src/main/imports/reconcile.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import { batchRecord, plannedRecord } from './queued.ts';

const atMs = 1;
const now = { monotonicMs: 0, wallMs: atMs };
const error = { code: 'KEY_NOT_FOUND', message: 'Gone', requestId: null, httpStatus: 404 };

const batch = (batchId: string, bucket: string): JournalRecord =>
  batchRecord(batchId, { bucket, anchorMs: null });
const planned = (jobId: string, batchId: string, objectKey: string): JournalRecord =>
  plannedRecord(jobId, batchId, { objectKey });
const sent = (jobId: string): JournalRecord => ({ type: 'intent', jobId, atMs, sinceMs: 0, marked: true });
const refused = (jobId: string): readonly JournalRecord[] => [
  sent(jobId),
  { type: 'rejected', jobId, atMs, error },
];

it('takes a refused import off the list together with the new one of its object, and nothing else', () => {
  const folded = fold({
    records: [
      batch('old', 'media'),
      planned('refused', 'old', 'a.mov'),
      ...refused('refused'),
      planned('other-key', 'old', 'b.mov'),
      ...refused('other-key'),
      planned('copy-failed', 'old', 'a.mov'),
      sent('copy-failed'),
      { type: 'accepted', jobId: 'copy-failed', atMs, videoId: 'ffffffff', how: 'answered' },
      { type: 'failed', jobId: 'copy-failed', atMs, error },
      batch('elsewhere', 'archive'),
      planned('other-bucket', 'elsewhere', 'a.mov'),
      ...refused('other-bucket'),
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
    newAttempt: () => '00000000',
    newId: () => 'another',
  });
  const records = [batch('new', 'media'), planned('again', 'new', 'a.mov')];
  const commands = engine.step({ kind: 'ask', askId: 1, ask: { kind: 'enqueue', records } }, now);
  const write = commands.find((command) => command.kind === 'append');
  expect(write?.records).toEqual([...records, { type: 'hidden', jobId: 'refused', atMs }]);

  const answers = engine.step({ kind: 'written', writeId: write?.writeId ?? 0 }, now);
  expect(answers).toContainEqual({
    kind: 'answer',
    askId: 1,
    answer: { ok: true, affected: 1, candidates: [] },
  });
});
