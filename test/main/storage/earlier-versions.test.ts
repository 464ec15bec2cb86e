import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fold, unfold } from '../../../src/main/imports/fold.ts';
import { sourceFileSchema } from '../../../src/main/session/source-record.ts';
import { loadWindowState } from '../../../src/main/shell/window-state.ts';
import { JOURNAL_VERSION } from '../../../src/main/storage/journal/append-only-journal.ts';
import { journalOpener } from '../../../src/main/storage/journal/journal.ts';
import { createJsonFile } from '../../../src/main/storage/json-file.ts';
import { openSettingsStore } from '../../../src/main/storage/settings-store.ts';
import { defaultSettings, SETTINGS_VERSION } from '../../../src/shared/settings.ts';

/** Files as each version of the app wrote them: they are never changed, and each new version adds a folder. */
const fixtures = resolve(import.meta.dirname, '../../fixtures');
const versions = Array.from({ length: Math.max(JOURNAL_VERSION, SETTINGS_VERSION) }, (_, index) => index + 1);

let directory = '';
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'earlier-'))));
afterEach(() => rm(directory, { recursive: true }));

const take = async (version: number): Promise<void> =>
  cp(join(fixtures, `version-${version}`), directory, { recursive: true });
const file = (name: string) =>
  createJsonFile(join(directory, name), (kept) => {
    throw new Error(`${kept} was set aside`);
  });

it('there are files of every version', async () => {
  const folders = (await readdir(fixtures)).filter((name) => name.startsWith('version-'));
  expect(folders.toSorted()).toEqual(versions.map((version) => `version-${version}`));
});

describe.each(versions)('What version %i wrote', (version) => {
  it('is a queue that comes back with every import in its state', async () => {
    await take(version);
    const opened = await journalOpener(join(directory, 'journal'))('start');
    expect(opened).toMatchObject({ readOnly: null, keptAside: null, salvaged: [] });
    const { queue, anomalies } = fold(opened);
    await opened.journal.close();
    expect(anomalies).toBe(0);
    const states = Object.fromEntries([...queue.jobs.values()].map(({ jobId, state }) => [jobId, state]));
    expect(states).toEqual({
      planned: 'planned',
      // It was on its way when the app ended, so it is looked for.
      sending: 'unknown',
      rejected: 'rejected',
      unknown: 'unknown',
      asked: 'needs-decision',
      skipped: 'skipped',
      accepted: 'accepted',
      done: 'done',
      failed: 'failed',
      restarting: 'restarting',
      resumed: 'accepted',
      abandoning: 'abandoning',
      abandoned: 'abandoned',
      released: 'planned',
      replanned: 'planned',
      doubled: 'accepted',
      moved: 'planned',
      unmarked: 'planned',
      compacted: 'done',
    });
    expect(queue.pausedByOperator).toBe(true);
    expect(queue.jobs.get('asked')).toMatchObject({ matches: ['video-x', 'video-y'] });
    expect(queue.jobs.get('done')).toMatchObject({ hidden: true, videoId: 'video-done' });
    expect(queue.jobs.get('replanned')?.refs).toHaveLength(2);
    expect(queue.jobs.get('doubled')?.doubles).toEqual(['video-second']);
    expect(queue.jobs.get('unknown')?.objectKey).toBe('Day 1/Ærø "unknown" 🎬.MOV');
    expect([...queue.batches.values()].map(({ audited }) => audited)).toEqual([false, true]);
  });

  it('is a queue that means the same after it was compacted by this version', async () => {
    await take(version);
    const open = journalOpener(join(directory, 'journal'));
    const opened = await open('start');
    const before = fold(opened).queue;
    await opened.journal.compact(unfold(before));
    await opened.journal.close();
    const again = await open('start');
    const after = fold(again).queue;
    await again.journal.close();
    expect([...after.jobs]).toEqual([...before.jobs]);
    expect([...after.batches]).toEqual([...before.batches]);
  });

  it('are settings that stay, with defaults for what came later', async () => {
    await take(version);
    const written: object = JSON.parse(await readFile(join(directory, 'settings.json'), 'utf8'));
    const store = await openSettingsStore(file('settings.json'), () => undefined);
    expect(store.current()).toEqual({ ...defaultSettings, ...written, version: SETTINGS_VERSION });
  });

  it('are sources and a window that are found again', async () => {
    await take(version);
    expect(sourceFileSchema.parse(await file('sources.json').load()).sources).toHaveLength(2);
    expect(await loadWindowState(file('window.json'), () => true)).toEqual({
      bounds: { width: 1_440, height: 900, x: 12, y: 34 },
      maximized: true,
    });
  });
});
