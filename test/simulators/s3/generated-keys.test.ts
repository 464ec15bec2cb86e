import { describe, expect, it } from 'vitest';
import {
  archiveKeyspace,
  folderKeyspace,
  hugeFoldersKeyspace,
  tinyFoldersKeyspace,
  unevenKeyspace,
  uuidKeyspace,
} from './generated-keys.ts';
import type { Keyspace } from './object-store.ts';

const spaces: readonly (readonly [string, (count: number) => Keyspace])[] = [
  ['an archive', archiveKeyspace],
  ['UUIDs', uuidKeyspace],
  ['one folder', (count) => folderKeyspace('rushes/B014/', count)],
  ['huge folders', hugeFoldersKeyspace],
  ['tiny folders', tinyFoldersKeyspace],
  ['one folder among many', unevenKeyspace],
];

describe.each(spaces)('%s of generated keys', (_name, make) => {
  it.each([1, 7, 20_000])('is in byte order without doubles at %i keys', (count) => {
    const space = make(count);
    const keys = Array.from({ length: count }, (_, index) => Buffer.from(space.keyAt(index)));
    expect(
      keys.findIndex((key, index) => index > 0 && Buffer.compare(keys[index - 1] ?? key, key) >= 0),
    ).toBe(-1);
  });

  it('stays in order at the far end of ten million', () => {
    const space = make(10_000_000);
    for (let index = 9_990_000; index < 9_999_999; index += 1) {
      const [key, next] = [space.keyAt(index), space.keyAt(index + 1)];
      if (Buffer.compare(Buffer.from(key), Buffer.from(next)) >= 0)
        expect.fail(`${key} is not before ${next}`);
    }
  });

  it('makes the same object every time', () => {
    const facts = (space: Keyspace) => {
      const { key, modifiedMs, content } = space.objectAt(4_711);
      return [key, modifiedMs, content.sizeBytes, content.etag];
    };
    expect(facts(make(5_000))).toEqual(facts(make(5_000)));
  });
});

describe('generated objects', () => {
  it('differ in size and date, within what S3 has', () => {
    const space = archiveKeyspace(1_000);
    const objects = Array.from({ length: 1_000 }, (_, index) => space.objectAt(index));
    expect(new Set(objects.map(({ content }) => content.sizeBytes)).size).toBeGreaterThan(990);
    for (const { content, modifiedMs } of objects) {
      expect(content.sizeBytes).toBeLessThan(5e12);
      expect(new Date(modifiedMs).getUTCFullYear()).toBeGreaterThanOrEqual(2014);
      expect(modifiedMs).toBeLessThan(Date.UTC(2026, 0, 1));
    }
  });

  it('spread UUIDs evenly, so that halving a range by characters works', () => {
    const space = uuidKeyspace(16_000);
    const counts = new Map<string, number>();
    for (let index = 0; index < space.length; index += 1) {
      const first = space.keyAt(index).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect(counts.size).toBe(16);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThanOrEqual(1);
    expect(space.keyAt(5)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}\.mp4$/);
  });

  it('refuse counts whose numbers would need a digit more', () => {
    expect(() => archiveKeyspace(800_000_000)).toThrow('Expected at most 798500000 keys');
    expect(() => folderKeyspace('f/', 100_000_000)).toThrow('Expected at most 99999999 keys');
  });
});
