import { describe, expect, it } from 'vitest';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import { plainSource } from '../../../src/renderer/store/manifest-slice.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import type { ManifestState } from '../../../src/shared/manifests.ts';
import type { Source } from '../../../src/shared/session.ts';
import { scriptedClient, type Script } from '../scripted-client.ts';

const source = (id: string, bucket: string, access: Source['access'] = 'ready'): Source => ({
  locationId: id.repeat(8),
  teamId: 'eeeeeeee',
  name: bucket,
  bucket,
  access,
  error: null,
  credentials: null,
  endpoint: { endpoint: null, region: null, pathStyle: false },
});
const state: ManifestState = {
  manifestId: 'm1',
  fileName: 'list.csv',
  phase: 'read',
  rows: 3,
  buckets: [],
  projects: [],
  locationId: null,
  keys: 0,
  settled: 0,
  matchedBytes: 0,
  respelled: 0,
  lists: { matched: 0, missing: 0, duplicate: 0, 'other-bucket': 0, unreadable: 0 },
  error: null,
};
const naming = (...buckets: readonly string[]): ManifestState => ({
  ...state,
  buckets: buckets.map((bucket) => ({ bucket, rows: 1 })),
});

function storeWith(sources: readonly Source[], script: Script) {
  const client = scriptedClient(script);
  const store = createAppStore(client);
  store.setState({ sources });
  return { client, store, asked: () => client.asked.map(({ name }) => name) };
}
const text = () => Promise.resolve('a.mov');

describe('the source of a list', () => {
  it('is plain when only one has its bucket, or there is only one at all', () => {
    const [a, b] = [source('a', 'rushes'), source('b', 'masters')];
    expect(plainSource(naming('masters'), [a, b])).toBe(b);
    expect(plainSource(state, [a])).toBe(a);
  });

  it('is for the operator to say when none or several fit', () => {
    const [a, b] = [source('a', 'rushes'), source('b', 'masters')];
    expect(plainSource(state, [a, b])).toBeNull();
    expect(plainSource(naming('elsewhere'), [a])).toBeNull();
    expect(plainSource(naming('rushes', 'masters'), [a, b])).toBeNull();
    expect(plainSource(naming('rushes'), [a, source('c', 'rushes')])).toBeNull();
  });
});

describe('a list', () => {
  it('is looked up at once where its source is plain', async () => {
    const matched = { ...state, phase: 'matched', locationId: 'aaaaaaaa' } as const;
    const { store, asked } = storeWith([source('a', 'rushes'), source('b', 'x', 'needs-credentials')], {
      'manifests.read': () => state,
      'manifests.match': () => matched,
    });
    await store.getState().readManifest('list.csv', text);
    expect(asked()).toEqual(['manifests.read', 'manifests.match']);
    expect(store.getState().manifest).toEqual(matched);
  });

  it('does not fall back to an answer that an event has overtaken', async () => {
    const done = { ...state, phase: 'matched' } as const;
    const { store } = storeWith([source('a', 'rushes')], {
      'manifests.read': () => state,
      'manifests.match': () => {
        store.getState().manifestChanged(done);
        return { ...state, phase: 'looking' };
      },
    });
    await store.getState().readManifest('list.csv', text);
    expect(store.getState().manifest?.phase).toBe('matched');
  });

  it('is forgotten when it was closed while it was read', async () => {
    const { store, asked } = storeWith([source('a', 'rushes')], {
      'manifests.read': async () => {
        await store.getState().closeManifest();
        return state;
      },
    });
    await store.getState().readManifest('list.csv', text);
    expect(asked()).toEqual(['manifests.read']);
    expect(store.getState().manifest).toBeNull();
  });

  it('says so when its file cannot be read', async () => {
    const { store } = storeWith([], {});
    await store.getState().readManifest('list.csv', () => Promise.reject(new Error('gone')));
    expect(store.getState().manifestError?.detail?.serviceCode).toBe('FILE_UNREADABLE');
    expect(store.getState().manifestReading).toBeNull();
  });

  it('stays open when no draft can be made of it, and gives way to the batch sheet when one was', async () => {
    let refuses = true;
    const { store } = storeWith([], {
      'manifests.close': () => null,
      'drafts.fromManifest': () => {
        if (refuses) throw new AppFailure({ code: 'bad-request', message: 'Nothing is selected.' });
        return { draftId: 'd1' };
      },
    });
    const asking = { ...state, projects: ['Dailies'] };
    store.setState({ manifest: asking });
    await store.getState().openDraftFromManifest();
    expect(store.getState()).toMatchObject({ manifest: asking, draftId: null });
    expect(store.getState().manifestError?.code).toBe('bad-request');
    refuses = false;
    await store.getState().openDraftFromManifest();
    expect(store.getState()).toMatchObject({ manifest: null, manifestError: null, draftId: 'd1' });
    expect(store.getState().draftProjectName).toBe('Dailies');
  });

  it('leaves the project to the operator when its lines ask for several', async () => {
    const { store } = storeWith([], {
      'manifests.close': () => null,
      'drafts.fromManifest': () => ({ draftId: 'd1' }),
    });
    store.setState({ manifest: { ...state, projects: ['One', 'Two'] } });
    await store.getState().openDraftFromManifest();
    expect(store.getState().draftProjectName).toBeNull();
  });
});
