import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBucket } from './bucket.ts';
import { noFaults } from './faults.ts';
import { archiveKeyspace } from './generated-keys.ts';
import { hostileKey, hostileKeys } from './hostile-keys.ts';
import { listObjects } from './list-objects.ts';
import { continuationToken } from './list-query.ts';
import type { BucketOptions } from './model.ts';
import { textObject } from './sdk-client.ts';
import type { WireRequest } from './wire-request.ts';

const request = (query: Readonly<Record<string, string>>): WireRequest => ({
  method: 'GET',
  rawPath: '/b',
  query: new Map([['list-type', '2'], ...Object.entries(query)]),
  headers: {},
  bucket: 'b',
  key: '',
});

/** The page as text, and whether it was cut from prebuilt rows (then it comes in several pieces). */
function page(bucket: ReturnType<typeof openBucket>, query: Readonly<Record<string, string>>) {
  const pieces = [...listObjects(bucket, request(query), noFaults()).body];
  return { text: Buffer.concat(pieces).toString(), cut: pieces.length > 1 };
}

const open = (objects: BucketOptions['objects'], prebuiltPages: boolean) =>
  openBucket({ name: 'b', objects, prebuiltPages }, 'us-east-1');

describe('prebuilt pages', () => {
  it('are byte for byte the pages written on demand', () => {
    fc.assert(
      fc.property(
        hostileKeys,
        fc.oneof(fc.constant(''), hostileKey),
        fc.oneof(fc.constant(''), hostileKey),
        fc.option(hostileKey, { nil: null }),
        fc.integer({ min: 0, max: 50 }),
        (keys, prefix, startAfter, resumeAt, maxKeys) => {
          const objects = keys.map((key) => textObject(key));
          const query = {
            prefix: prefix,
            'start-after': startAfter,
            'max-keys': String(maxKeys),
            ...(resumeAt === null ? {} : { 'continuation-token': continuationToken(resumeAt) }),
          };
          const prebuilt = page(open(objects, true), query);
          expect(prebuilt.cut).toBe(true);
          expect(prebuilt.text).toBe(page(open(objects, false), query).text);
        },
      ),
    );
  });

  describe('of many keys', () => {
    const keyspace = archiveKeyspace(12_345);
    let prebuilt: ReturnType<typeof openBucket>;
    let written: ReturnType<typeof openBucket>;
    beforeAll(() => {
      prebuilt = open(keyspace, true);
      written = open(keyspace, false);
    });

    it.each([0, 1, 999, 1_000, 1_500, 11_344, 12_344])('are right from position %i', (index) => {
      const query = { 'start-after': keyspace.keyAt(index) };
      expect(page(prebuilt, query).text).toBe(page(written, query).text);
    });

    it('give way to written ones for folders, another encoding and restore states', () => {
      for (const query of [{ delimiter: '/' }, { 'encoding-type': 'url' }]) {
        expect(page(prebuilt, query)).toEqual({ ...page(written, query), cut: false });
      }
    });

    it('give way to written ones once something was put', () => {
      const edited = open(keyspace, true);
      edited.store.put(textObject('archive/0 first'));
      const { text, cut } = page(edited, { 'max-keys': '1' });
      expect(cut).toBe(false);
      expect(text).toContain('<Key>archive/0 first</Key>');
    });
  });
});
