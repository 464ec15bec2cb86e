import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptImport } from '../../../src/main/imports/attempt.ts';
import { readReference } from '../../../src/main/imports/import-reference.ts';
import type { SubmitFact, SubmitRequest } from '../../../src/main/imports/ports.ts';
import { applyRecord, replay, type QueueState } from '../../../src/main/imports/queue-state.ts';
import { collectAttempts, settle } from '../../../src/main/imports/reconcile.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import { openJournal, type Journal } from '../../../src/main/storage/journal/journal.ts';
import { faultyFs } from '../storage/journal/faulty-fs.ts';

const batch: JournalRecord = {
  type: 'batch',
  anchorMs: 0,
  batch: {
    batchId: 'b',
    createdAtMs: 0,
    environmentId: 'production',
    locationId: '11111111-1111-4111-8111-111111111111',
    locationName: 'Rushes',
    bucket: 'rushes',
    total: 1,
    settings: {
      teamId: '22222222-2222-4222-8222-222222222222',
      projectId: null,
      projectName: null,
      fullIngestion: true,
      nameTemplate: '{basename}',
      descriptionTemplate: '',
      importReference: true,
    },
  },
};
const planned: JournalRecord = {
  type: 'planned',
  atMs: 0,
  jobs: [
    {
      position: 0,
      plan: {
        jobId: 'j',
        batchId: 'b',
        objectKey: 'a/æ 🎬.mov',
        sizeBytes: 1,
        etag: 'e',
        name: 'n',
        description: 'by hand',
        fileName: 'x.mov',
      },
    },
  ],
};
const videoId = (index: number): string => `33333333-3333-4333-8333-${String(index).padStart(12, '0')}`;

/** How Pixop behaves in one call: what it makes, and what of its answer arrives. */
type Behaviour =
  'accept' | 'accept-and-drop' | 'drop' | 'accept-and-fail' | 'fail' | 'refuse' | 'unreachable';
const behaviours: readonly Behaviour[] = [
  'accept',
  'accept-and-drop',
  'drop',
  'accept-and-fail',
  'fail',
  'refuse',
  'unreachable',
];

function pixopThat(
  behave: Behaviour,
  videos: { videoId: string; description: string }[],
  requests: SubmitRequest[],
) {
  return {
    submitImport: async (request: SubmitRequest): Promise<SubmitFact> => {
      requests.push(request);
      if (behave === 'unreachable') return { kind: 'not-sent', reason: 'offline', message: '' };
      const id = videoId(videos.length + 1);
      if (behave.startsWith('accept'))
        videos.push({ videoId: id, description: request.body.description ?? '' });
      if (behave.endsWith('drop')) return { kind: 'no-answer', reason: 'reset', message: '' };
      if (behave.endsWith('fail')) return { kind: 'answered', status: 503, rate: null, body: undefined };
      if (behave === 'refuse') {
        const body = { statusCode: 404, errorCode: 'KEY_NOT_FOUND', message: '', requestId: 'r' };
        return { kind: 'answered', status: 404, rate: null, body };
      }
      return { kind: 'answered', status: 202, rate: null, body: { videoId: id } };
    },
  };
}

const committer =
  (queue: QueueState, journal: Journal) =>
  async (record: JournalRecord): Promise<void> => {
    await journal.append([record]);
    applyRecord(queue, record);
  };

describe('one attempt', () => {
  it('sends exactly what was planned, with its reference at the end of the description', async () => {
    const { queue } = replay([batch, planned], 0);
    const requests: SubmitRequest[] = [];
    const { journal } = await openJournal('/q/journal', faultyFs().fs);
    const [job] = queue.jobs.values();
    const [one] = queue.batches.values();
    if (job === undefined || one === undefined) throw new Error('nothing planned');
    const ports = {
      pixop: pixopThat('accept', [], requests),
      commit: committer(queue, journal),
      nowMs: () => 1,
      randomBytes: () => new Uint8Array(8),
      sha256,
    };
    expect(await attemptImport(job, one, ports, new AbortController().signal)).toMatchObject({
      kind: 'settled',
      outcome: { kind: 'accepted' },
    });
    expect(requests).toMatchObject([
      {
        inputLocationId: one.row.locationId,
        fullIngestion: true,
        body: { objectKey: 'a/æ 🎬.mov', name: 'n', fileName: 'x.mov' },
      },
    ]);
    const description = requests[0]?.body.description ?? '';
    expect(description.startsWith('by hand\n[import ref px1-')).toBe(true);
    expect(readReference(description)).not.toBeNull();
    expect(requests[0]?.body).not.toHaveProperty('projectId');
  });

  it('never makes a second video, and loses none, wherever the disk or the machine stops', async () => {
    let cases = 0;
    for (const first of behaviours) {
      for (const powerLost of [false, true]) {
        for (let at = 1; at <= 16; at += 1) {
          for (const how of ['dieAt', 'failAt'] as const) {
            await runThroughCrash(first, how, at, powerLost);
            cases += 1;
          }
        }
      }
    }
    expect(cases).toBe(7 * 2 * 16 * 2);
  });
});

/** One run that stops at a call of the disk, a restart, a scan, and a second run of what is still planned. */
async function runThroughCrash(
  first: Behaviour,
  how: 'dieAt' | 'failAt',
  at: number,
  powerLost: boolean,
): Promise<void> {
  const disk = faultyFs();
  const videos: { videoId: string; description: string }[] = [];
  const requests: SubmitRequest[] = [];
  const random = (() => {
    let next = 0;
    return () => Uint8Array.from({ length: 8 }, () => (next += 37) & 255);
  })();
  const attempt = async (queue: QueueState, journal: Journal, behave: Behaviour): Promise<void> => {
    const [job] = queue.jobs.values();
    const [one] = queue.batches.values();
    if (job?.phase.state !== 'planned' || one === undefined) return;
    const ports = {
      pixop: pixopThat(behave, videos, requests),
      commit: committer(queue, journal),
      nowMs: () => 1,
      randomBytes: random,
      sha256,
    };
    await attemptImport(job, one, ports, new AbortController().signal);
  };

  disk.state[how] = at;
  let wasQueued = false;
  try {
    const { journal } = await openJournal('/q/journal', disk.fs);
    await journal.append([batch, planned]);
    wasQueued = true;
    await attempt(replay([batch, planned], 0).queue, journal, first);
  } catch {
    // The disk stopped: that is the case.
  }

  disk.restart(powerLost);
  const { journal, records, readOnly } = await openJournal('/q/journal', disk.fs);
  expect(readOnly).toBeNull();
  const { queue, anomalies } = replay(records, 2);
  expect(anomalies).toBe(0);
  if (queue.jobs.size === 0) {
    expect(wasQueued).toBe(false);
    expect(requests).toEqual([]);
    return;
  }
  for (const job of queue.jobs.values()) {
    const record = settle(job, collectAttempts(videos), new Set(), true, 3);
    if (record !== null) await committer(queue, journal)(record);
  }
  await attempt(queue, journal, 'accept');

  const [job] = queue.jobs.values();
  const detail = `${first} ${how} ${at} ${String(powerLost)}: ${job?.phase.state ?? ''}`;
  expect(videos.length, detail).toBeLessThanOrEqual(1);
  if (videos.length === 1)
    expect(job?.phase, detail).toMatchObject({ state: 'accepted', videoId: videos[0]?.videoId });
  else expect(['planned', 'rejected', 'needs-decision'], detail).toContain(job?.phase.state);
}

describe('a scan', () => {
  const unknown = replay(
    [
      batch,
      planned,
      { type: 'intent', jobId: 'j', atMs: 1, reference: '[import ref px1-0123456789-01234567]' },
    ],
    2,
  ).queue.jobs.get('j');
  if (unknown === undefined) throw new Error('nothing planned');
  const video = (index: number) => ({
    videoId: videoId(index),
    description: 'edited\n[import ref px1-0123456789-01234567] by a colleague',
  });

  it('adopts exactly one match, however often the shifting list repeats it', () => {
    expect(settle(unknown, collectAttempts([video(1), video(1)]), new Set(), false, 3)).toMatchObject({
      type: 'accepted',
      videoId: videoId(1),
      via: 'scan',
    });
  });

  it('leaves two matches, and a video that another import has, to the operator', () => {
    expect(settle(unknown, collectAttempts([video(1), video(2)]), new Set(), false, 3)).toMatchObject({
      type: 'needs-decision',
      matches: [videoId(1), videoId(2)],
    });
    expect(settle(unknown, collectAttempts([video(1)]), new Set([videoId(1)]), false, 3)).toMatchObject({
      type: 'needs-decision',
    });
  });

  it('waits for a late commit, then asks, and never plans it again by itself', () => {
    expect(settle(unknown, collectAttempts([]), new Set(), false, 3)).toBeNull();
    fc.assert(
      fc.property(
        fc.array(fc.record({ videoId: fc.uuid(), description: fc.string() })),
        fc.boolean(),
        (videos, isLast) => {
          expect(['accepted', 'needs-decision', undefined]).toContain(
            settle(unknown, collectAttempts(videos), new Set(), isLast, 3)?.type,
          );
        },
      ),
    );
  });
});

function sha256(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
