import { describe, expect, it } from 'vitest';
import { createDraftService, type BatchToQueue } from '../../../src/main/drafts/draft-service.ts';
import type { SelectedObject } from '../../../src/main/imports/selected-object.ts';
import type { BatchSettings } from '../../../src/shared/imports.ts';
import { GB, HOUR, SECOND } from '../../../src/shared/units.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const settings: BatchSettings = {
  teamId: '11111111-1111-4111-8111-111111111111',
  projectId: null,
  projectName: null,
  fullIngestion: false,
  nameTemplate: '{basename}',
  descriptionTemplate: '',
  importReference: true,
};

const object = (objectKey: string, facts: Partial<SelectedObject> = {}): SelectedObject => ({
  objectKey,
  sizeBytes: 1_000,
  modifiedMs: NOW - HOUR,
  etag: 'e',
  storageClass: 'STANDARD',
  notPickable: null,
  ...facts,
});

function open(
  objects: readonly SelectedObject[],
  imported: ReadonlySet<string> = new Set(),
  isPartial = false,
) {
  const queued: BatchToQueue[] = [];
  const clock = { nowMs: NOW };
  let asked = 0;
  let failNext = false;
  const drafts = createDraftService({
    clock: { now: () => clock.nowMs, monotonic: () => 0, after: () => () => undefined },
    newId: () => 'draft-1',
    takeSelection: async () => ({
      location: { connectionId: 'production', locationId: 'aaaaaaaa', locationName: 'Rushes', bucket: 'b' },
      objects,
      isPartial,
    }),
    takeManifest: () => ({
      location: { connectionId: 'production', locationId: 'aaaaaaaa', locationName: 'Rushes', bucket: 'b' },
      objects,
      given: new Map([[objects[0]?.objectKey ?? '', { name: 'Given\nname', description: null }]]),
    }),
    badgeOf(_bucket, { objectKey }) {
      asked += 1;
      return imported.has(objectKey) ? 'imported' : 'none';
    },
    isFromElsewhere: (_bucket, { objectKey }) => objectKey === 'theirs.mov',
    hasFailedCopy: (_bucket, objectKey) => objectKey === 'half.mov',
    importReference: null,
    async enqueue(batch) {
      if (failNext) {
        failNext = false;
        throw new Error('disk full');
      }
      queued.push(batch);
      return { batchId: 'batch-1', queued: batch.items.length };
    },
  });
  return { drafts, queued, clock, asked: () => asked, failOnce: () => (failNext = true) };
}

describe('the batch sheet’s draft', () => {
  it('says of everything that was selected before the listing’s end that it is not all, and stops nothing', async () => {
    const { drafts } = open([object('a.mov'), object('b.mov')], new Set(), true);
    const { draftId } = await drafts.fromSelection('l');
    const { willStart, findings } = drafts.summary({ draftId, settings, keep: [] });
    expect([willStart, findings]).toEqual([
      2,
      [{ id: 'partial-listing', effect: 'notice', count: 2, bytes: 2_000, examples: [] }],
    ]);
  });

  it('says nothing of the kind of a whole listing, nor of what a manifest names', async () => {
    const { drafts } = open([object('a.mov')]);
    for (const { draftId } of [await drafts.fromSelection('l'), drafts.fromManifest('m')])
      expect(drafts.summary({ draftId, settings, keep: [] }).findings.map(({ id }) => id)).not.toContain(
        'partial-listing',
      );
  });

  it('leaves out what can still be restarted, unless the operator wants a second video', async () => {
    const { drafts, queued } = open([object('half.mov'), object('a.mov')]);
    const { draftId } = await drafts.fromSelection('l');
    const { willStart, findings } = drafts.summary({ draftId, settings, keep: [] });
    expect([willStart, findings.map(({ id, effect }) => [id, effect])]).toEqual([
      1,
      [['copy-failed', 'exclude']],
    ]);
    await drafts.start({ draftId, settings, keep: ['copy-failed'] });
    expect(queued[0]?.items).toHaveLength(2);
  });

  it('asks what is known of each object once while a template is typed, anew after a while, and before the start', async () => {
    const imported = new Set<string>();
    const { drafts, queued, clock, asked } = open([object('a.mov'), object('b.mov')], imported);
    const { draftId } = await drafts.fromSelection('l');
    const startable = (nameTemplate: string): number =>
      drafts.summary({ draftId, settings: { ...settings, nameTemplate }, keep: [] }).willStart;
    for (const template of ['{basename}', '{basename} ', '{basename} x']) expect(startable(template)).toBe(2);
    expect(asked()).toBe(2);

    imported.add('a.mov');
    clock.nowMs += 6 * SECOND;
    expect(startable('{basename} xy')).toBe(1);
    expect(asked()).toBe(4);
    imported.clear();
    imported.add('b.mov');
    await drafts.start({ draftId, settings, keep: [] });
    expect(queued[0]?.items.map((item) => item.object.objectKey)).toEqual(['a.mov']);
  });

  it('leaves out what another workstation of the team imported, and says that it was not this one', async () => {
    const { drafts } = open([object('theirs.mov'), object('old.mov'), object('a.mov')], new Set(['old.mov']));
    const { draftId } = await drafts.fromSelection('l');
    const { willStart, findings } = drafts.summary({ draftId, settings, keep: [] });
    expect([willStart, findings.map(({ id, effect, examples }) => [id, effect, examples])]).toEqual([
      1,
      [
        ['already-imported', 'exclude', ['old.mov']],
        ['imported-elsewhere', 'exclude', ['theirs.mov']],
      ],
    ]);
    expect(drafts.summary({ draftId, settings, keep: ['imported-elsewhere'] }).willStart).toBe(2);
  });

  it('counts as mended only what will be imported', async () => {
    const { drafts } = open([
      object('a b.mov'),
      object('c d.mov', { sizeBytes: 500 * GB + 1 }),
      object('e f.xml'),
    ]);
    const { draftId } = await drafts.fromSelection('l');
    const mended = (keep: 'sidecar'[]) =>
      drafts
        .summary({ draftId, settings, keep })
        .findings.filter(({ id }) => id === 'file-name-sanitised')
        .map(({ count, examples }) => [count, ...examples]);
    expect(mended([])).toEqual([[1, 'a b.mov']]);
    expect(mended(['sidecar'])).toEqual([[2, 'a b.mov', 'e f.xml']]);
  });

  it('leaves out what cannot or should not be imported, and says why with examples', async () => {
    const { drafts } = open(
      [
        object('a.mp4'),
        object('a.xml'),
        object('huge.mov', { sizeBytes: 500 * GB + 1 }),
        object('empty.mov', { sizeBytes: 0 }),
        object('cold.mov', { notPickable: 'archived' }),
        object('old.mov'),
        object('fresh.mov', { modifiedMs: NOW - 10 * SECOND }),
      ],
      new Set(['old.mov']),
    );
    const { draftId } = await drafts.fromSelection('l');
    const summary = drafts.summary({ draftId, settings, keep: [] });
    expect(summary.willStart).toBe(2);
    expect(
      Object.fromEntries(summary.findings.map(({ id, effect, examples }) => [id, [effect, ...examples]])),
    ).toEqual({
      'over-500-gb': ['blocked', 'huge.mov'],
      'zero-bytes': ['blocked', 'empty.mov'],
      archived: ['blocked', 'cold.mov'],
      sidecar: ['exclude', 'a.xml'],
      'already-imported': ['exclude', 'old.mov'],
      'recently-written': ['notice', 'fresh.mov'],
      'duplicate-name': ['notice', 'a.mp4', 'a.xml'],
    });
  });

  it('lets what a manifest says of an object win over the templates, within the same limits', () => {
    const { drafts } = open([object('a.mov'), object('b.mov')]);
    const { draftId } = drafts.fromManifest('m');
    const rows = drafts.rows({
      draftId,
      settings: { ...settings, descriptionTemplate: 'from {basename}' },
      keep: [],
      from: 0,
      count: 10,
    });
    expect(rows.map(({ name, description }) => [name, description])).toEqual([
      ['Given name', 'from a'],
      ['b', 'from b'],
    ]);
  });

  it('keeps an excluded object when the operator says so, but never a blocked one', async () => {
    const { drafts } = open(
      [object('a.mov'), object('empty.mov', { sizeBytes: 0 })],
      new Set(['a.mov', 'empty.mov']),
    );
    const { draftId } = await drafts.fromSelection('l');
    const kept = drafts.summary({ draftId, settings, keep: ['already-imported', 'zero-bytes'] });
    expect(kept.willStart).toBe(1);
  });

  it('starts a draft once, whatever is clicked how often', async () => {
    const { drafts, queued } = open([object('a.mov')]);
    const { draftId } = await drafts.fromSelection('l');
    const request = { draftId, settings, keep: [] };
    const answers = await Promise.allSettled([drafts.start(request), drafts.start(request)]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(queued).toHaveLength(1);
  });

  it('stays open when the queue could not be written', async () => {
    const { drafts, queued, failOnce } = open([object('a.mov')]);
    const { draftId } = await drafts.fromSelection('l');
    failOnce();
    await expect(drafts.start({ draftId, settings, keep: [] })).rejects.toThrow('disk full');
    await drafts.start({ draftId, settings, keep: [] });
    expect(queued).toHaveLength(1);
  });

  it('refuses to start with a word in braces that it does not know', async () => {
    const { drafts } = open([object('a.mov')]);
    const { draftId } = await drafts.fromSelection('l');
    const wrong = { draftId, settings: { ...settings, nameTemplate: '{title}' }, keep: [] };
    expect(drafts.summary(wrong).templateError).toBe('{title}');
    await expect(drafts.start(wrong)).rejects.toThrow('{title}');
  });

  it('sends the exact object key however odd it is', async () => {
    const key = 'Ærø/50%+ & ?#/🎬\u202Etake\n1.MOV';
    const { drafts, queued } = open([object(key)]);
    const { draftId } = await drafts.fromSelection('l');
    await drafts.start({ draftId, settings, keep: [] });
    expect(queued[0]?.items[0]?.object.objectKey).toBe(key);
  });
});
