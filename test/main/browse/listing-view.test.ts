import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BrowseView } from '../../../src/shared/browse.ts';
import { GB } from '../../../src/shared/units.ts';
import { countsOf, ListingView } from '../../../src/main/browse/listing-view.ts';
import { viewOf } from './browse-rig.ts';
import { filledStore, modelObjects, type ModelObject } from './filled-store.ts';

const noPause = (): undefined => undefined;
const isVideo = (key: string): boolean => /[^/]\.(mov|mp4)$/i.test(key);
const lower = (text: string): string => text.normalize('NFC').toLowerCase();

function expected(objects: readonly ModelObject[], { filter, sort }: BrowseView): string[] {
  const shown = objects.filter(
    ({ key, sizeBytes, modifiedMs, storageClass }) =>
      lower(key).includes(lower(filter.text)) &&
      (!filter.videosOnly || isVideo(key)) &&
      sizeBytes >= (filter.minSizeBytes ?? 0) &&
      sizeBytes <= (filter.maxSizeBytes ?? Number.POSITIVE_INFINITY) &&
      modifiedMs > (filter.modifiedAfterMs ?? 0) - 1 &&
      modifiedMs <= (filter.modifiedBeforeMs ?? Number.POSITIVE_INFINITY) &&
      (filter.storageClasses?.includes(storageClass) ?? true),
  );
  const sign = sort.descending ? -1 : 1;
  if (sort.column === 'name') return (sort.descending ? shown.toReversed() : shown).map(({ key }) => key);
  const valueOf = (object: ModelObject): number =>
    sort.column === 'size' ? object.sizeBytes : object.modifiedMs;
  return shown.toSorted((left, right) => sign * (valueOf(left) - valueOf(right))).map(({ key }) => key);
}

const day = fc.integer({ min: 1, max: 50 }).map((days) => 1_700_000_000_000 + days * 86_400_000);
const size = fc.constantFrom(0, 1, 5, 1_000, 2 ** 32);
const view: fc.Arbitrary<BrowseView> = fc
  .record({
    text: fc.constantFrom('', '', 'a', 'CLIP', 'é', 'e\u0301', '/', 'p/', '.mov', '日'),
    videosOnly: fc.boolean(),
    minSizeBytes: fc.option(size),
    maxSizeBytes: fc.option(size),
    modifiedAfterMs: fc.option(day),
    modifiedBeforeMs: fc.option(day),
    storageClasses: fc.option(fc.subarray(['STANDARD', 'STANDARD_IA', 'GLACIER'])),
    sort: fc.record({
      column: fc.constantFrom('name' as const, 'size' as const, 'modified' as const),
      descending: fc.boolean(),
    }),
  })
  .map(({ sort, ...filter }) => viewOf(filter, sort));

async function shownKeys(objects: readonly ModelObject[], given: BrowseView, folders: string[] = []) {
  const { store, names } = filledStore(objects, folders);
  const made = new ListingView(given, store, '');
  await made.match(noPause);
  const snapshot = await made.arrange(names, noPause);
  return { ...snapshot, counts: countsOf(snapshot), keys: Array.from(snapshot.ids, (id) => store.keyOf(id)) };
}

describe('a view', () => {
  it('shows what a naive filter and sort would show, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(modelObjects, view, async (objects, given) => {
        const wanted = expected(objects, given);
        const { keys, objects: count, bytes } = await shownKeys(objects, given);
        expect(keys).toEqual(wanted);
        expect(count).toBe(wanted.length);
        const sizes = new Map(objects.map(({ key, sizeBytes }) => [key, sizeBytes]));
        expect(bytes).toBe(wanted.reduce((sum, key) => sum + (sizes.get(key) ?? 0), 0));
      }),
      { numRuns: 300 },
    );
  });

  it('counts apart what can be imported, and says why the rest cannot be where it is all the same', async () => {
    const object = { sizeBytes: 5, modifiedMs: 1, storageClass: 'STANDARD' };
    const reel = { ...object, storageClass: 'DEEP_ARCHIVE' };
    const objects = [
      { ...object, key: 'a.mov' },
      { ...reel, key: 'b.mov' },
      { ...reel, key: 'c.mov' },
      { ...object, key: 'd.txt', sizeBytes: 0 },
    ];
    const countsIn = async (filter: Partial<BrowseView['filter']>) =>
      (await shownKeys(objects, viewOf(filter), ['day 1/'])).counts;
    expect(await countsIn({})).toMatchObject({ matchingObjects: 4, matchingPickable: 1, notPickable: null });
    expect(await countsIn({ videosOnly: true })).toMatchObject({
      matchingObjects: 3,
      matchingPickable: 1,
      notPickable: 'archived',
    });
    expect(await countsIn({ storageClasses: ['DEEP_ARCHIVE'] })).toMatchObject({
      matchingPickable: 0,
      notPickable: 'archived',
    });
    expect(await countsIn({ text: 'a.mov' })).toMatchObject({ matchingPickable: 1, notPickable: null });
  });

  it('tells of an object above Pixop’s limit that it is too large, also where it is archived', async () => {
    const object = { modifiedMs: 1, storageClass: 'DEEP_ARCHIVE' };
    const objects = [
      { ...object, key: 'a.mov', sizeBytes: 500 * GB },
      { ...object, key: 'b.mov', sizeBytes: 500 * GB + 1 },
      { ...object, key: 'c.mov', sizeBytes: 600 * GB, storageClass: 'STANDARD' },
    ];
    const { store } = filledStore(objects);
    expect([0, 1, 2].map((id) => store.reasonOf(id))).toEqual(['archived', 'over-500-gb', 'over-500-gb']);
  });

  it('asks folders for their text only and keeps them before the objects', async () => {
    const object = { sizeBytes: 5, modifiedMs: 1, storageClass: 'STANDARD' };
    const objects = [
      { key: 'a.txt', ...object },
      { key: 'b.mov', ...object },
    ];
    const folders = ['b-roll/', 'rushes/'];
    const byDate = { column: 'modified', descending: true } as const;
    const all = await shownKeys(objects, viewOf({ videosOnly: true, minSizeBytes: 1 }, byDate), folders);
    expect(all.keys).toEqual(['b-roll/', 'rushes/', 'b.mov']);
    expect(all.objects).toBe(1);
    expect((await shownKeys(objects, viewOf({ text: 'b' }), folders)).keys).toEqual(['b-roll/', 'b.mov']);
  });

  it('puts keys in order that a server sent out of order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray('abcdefghijklmnop'.split('')), async (letters) => {
        const objects = letters.map((key) => ({
          key,
          sizeBytes: 1,
          modifiedMs: 1,
          storageClass: 'STANDARD',
        }));
        expect((await shownKeys(objects, viewOf({}))).keys).toEqual(letters.toSorted());
      }),
    );
  });

  it.each([
    ['glob', '*.mov', ['A001.mov', 'day/B002.MOV']],
    ['glob', 'day/*', ['day/B002.MOV', 'day/notes.txt']],
    ['glob', '**/*.{txt,mxf}', ['day/deep/c.mxf', 'day/notes.txt']],
    ['glob', '[!b]00?.mov', ['A001.mov']],
    ['regex', '^[a-z]\\d+\\.mov$', ['A001.mov']],
    ['regex', 'day/.*\\.(mxf|mov)', ['day/B002.MOV', 'day/deep/c.mxf']],
  ] as const)('matches the %s %s', async (mode, text, wanted) => {
    const keys = ['A001.mov', 'day/B002.MOV', 'day/deep/c.mxf', 'day/notes.txt'];
    const objects = keys.map((key) => ({ key, sizeBytes: 1, modifiedMs: 1, storageClass: 'STANDARD' }));
    expect((await shownKeys(objects, viewOf({ mode, text }))).keys).toEqual(wanted);
  });
});
