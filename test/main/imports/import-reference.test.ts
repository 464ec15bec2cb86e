import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptPart,
  objectPart,
  readReference,
  REFERENCE_LENGTH,
  withReference,
  writeReference,
} from '../../../src/main/imports/import-reference.ts';

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const object = { bucket: 'b', objectKey: 'a/æ.mov', etag: 'e' };
const reference = { object: objectPart(object, sha256), attempt: attemptPart(randomBytes(8)) };

describe('an import reference', () => {
  it('has its documented form and length', () => {
    expect(writeReference(reference)).toMatch(
      /^\[import ref px1-[0-9A-HJKMNP-TV-Z]{10}-[0-9A-HJKMNP-TV-Z]{8}\]$/,
    );
    expect(withReference('x', reference)).toHaveLength(1 + REFERENCE_LENGTH);
  });

  it('is found again whatever is written around it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array({ minLength: 5, maxLength: 9 }),
        (before, after, random) => {
          const one = { object: reference.object, attempt: attemptPart(random) };
          fc.pre(readReference(after) === null && readReference(before) === null);
          expect(readReference(`${withReference(before, one)}${after}`)).toEqual(one);
        },
      ),
    );
  });

  it('is found after somebody typed it again', () => {
    const typed = writeReference({ object: '0123456789', attempt: '1100VWXY' })
      .toLowerCase()
      .replace('1100', 'lioO');
    expect(readReference(`see ${typed} above`)).toEqual({ object: '0123456789', attempt: '1100VWXY' });
  });

  it('is not found where there is none', () => {
    for (const text of [
      '',
      'px1-',
      'px1-0123456789-0123456',
      'px1-0123456789-0123456789',
      'px1-0123456789-UUUUUUUU',
    ]) {
      expect(readReference(text)).toBeNull();
    }
  });

  it('tells two objects apart, however their names are cut', () => {
    const parts = [
      objectPart({ bucket: 'ab', objectKey: 'c', etag: 'd' }, sha256),
      objectPart({ bucket: 'a', objectKey: 'bc', etag: 'd' }, sha256),
      objectPart({ bucket: 'a', objectKey: 'b', etag: 'cd' }, sha256),
      objectPart({ bucket: 'ab', objectKey: 'c', etag: 'e' }, sha256),
    ];
    expect(new Set(parts).size).toBe(4);
  });
});
