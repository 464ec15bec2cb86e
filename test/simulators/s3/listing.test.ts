import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileDelimiter, hostileKey, hostileKeys } from './hostile-keys.ts';
import type { ListQuery } from './list-query.ts';
import { selectPage } from './listing.ts';
import { createObjectStore, listKeyspace, type ObjectStore } from './object-store.ts';
import { textObject } from './sdk-client.ts';

const everything: ListQuery = {
  version: 2,
  prefix: '',
  delimiter: '',
  maxKeys: 1_000,
  startAfter: '',
  resumeAt: null,
  token: null,
  urlEncoded: false,
  withRestoreStatus: false,
};

const storeOf = (keys: readonly string[]): ObjectStore =>
  createObjectStore(listKeyspace(keys.map((key) => textObject(key))));
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The listing as the documentation words it, with no thought for speed: rows in order, each an object or a folder. */
function naiveRows(keys: readonly string[], prefix: string, delimiter: string, startAfter: string): string[] {
  const rows = keys
    .toSorted(byBytes)
    .filter((key) => key.startsWith(prefix) && byBytes(key, startAfter) > 0)
    .map((key) => {
      const found = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      return found < 0 ? `object ${key}` : `folder ${key.slice(0, found + delimiter.length)}`;
    });
  return [...new Set(rows)];
}

/** All rows of a listing, page by page, checking on the way what holds for every page. */
function pagedRows(store: ObjectStore, query: ListQuery): string[] {
  const rows: string[] = [];
  let resumeAt: string | null = null;
  do {
    const page = selectPage(store, { ...query, resumeAt });
    const count = page.objects.length + page.folders.length;
    expect(count).toBeLessThanOrEqual(query.maxKeys);
    if (page.resumeAt !== null) expect(count).toBe(query.maxKeys);
    const named = [
      ...page.objects.map(({ key }) => ({ key, row: `object ${key}` })),
      ...page.folders.map((key) => ({ key, row: `folder ${key}` })),
    ];
    rows.push(...named.toSorted((a, b) => byBytes(a.key, b.key)).map(({ row }) => row));
    resumeAt = page.resumeAt;
  } while (resumeAt !== null);
  return rows;
}

describe('a listing', () => {
  it('shows what a naive model shows, whatever the keys, prefix, delimiter, start and page size', () => {
    fc.assert(
      fc.property(
        hostileKeys,
        hostileDelimiter,
        fc.oneof(fc.constant(''), hostileKey),
        fc.oneof(fc.constant(''), hostileKey),
        fc.integer({ min: 1, max: 45 }),
        (keys, delimiter, startAfter, other, maxKeys) => {
          // A prefix that some key really has, or one that perhaps none has.
          const prefix = Array.from(keys[0] ?? '')
            .slice(0, 2)
            .join('');
          for (const tried of ['', prefix, other]) {
            const query = { ...everything, prefix: tried, delimiter, startAfter, maxKeys };
            expect(pagedRows(storeOf(keys), query)).toEqual(naiveRows(keys, tried, delimiter, startAfter));
          }
        },
      ),
    );
  });

  it('shows a bucket that was edited as if it had always been so', () => {
    fc.assert(
      fc.property(
        hostileKeys,
        hostileKeys,
        hostileKeys,
        hostileDelimiter,
        (before, added, removed, delimiter) => {
          const store = storeOf(before);
          for (const key of added) store.put(textObject(key, 'new'));
          for (const key of removed) store.remove(key);
          const now = [...new Set([...before, ...added])].filter((key) => !removed.includes(key));
          expect(pagedRows(store, { ...everything, delimiter, maxKeys: 3 })).toEqual(
            naiveRows(now, '', delimiter, ''),
          );
          for (const key of [...before, ...added, ...removed])
            expect(store.find(key) !== null).toBe(now.includes(key));
        },
      ),
    );
  });

  it('counts a folder as one row, however much is in it', () => {
    const store = storeOf(['a', 'b/1', 'b/2', 'b/3', 'c', 'd/1']);
    const page = selectPage(store, { ...everything, delimiter: '/', maxKeys: 3 });
    expect(page.folders).toEqual(['b/']);
    expect(page.objects.map(({ key }) => key)).toEqual(['a', 'c']);
    expect(page.resumeAt).toBe('d/1');
  });

  it('shows the folder that start-after lies in, as AWS does, or skips it, as Ceph does', () => {
    const query = { ...everything, delimiter: '/', startAfter: 'b/1' };
    const store = storeOf(['b/1', 'b/2', 'c/1']);
    expect(selectPage(store, query, 'shows-folder').folders).toEqual(['b/', 'c/']);
    expect(selectPage(store, query, 'skips-folder').folders).toEqual(['c/']);
  });

  it('steps over folders instead of reading them', () => {
    const keys = Array.from({ length: 1_000 }, (_, index) => `${index % 2}/${index}`);
    const base = listKeyspace(keys.map((key) => textObject(key)));
    let read = 0;
    const store = createObjectStore({ ...base, objectAt: (index) => ((read += 1), base.objectAt(index)) });
    expect(selectPage(store, { ...everything, delimiter: '/' }).folders).toEqual(['0/', '1/']);
    expect(read).toBe(2);
  });

  it('refuses two objects of one key', () => {
    expect(() => storeOf(['a', 'b', 'a'])).toThrow('Two objects have the key a');
  });
});
