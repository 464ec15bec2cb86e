import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPeekCache } from '../../../src/main/peek/peek-cache.ts';
import { MIB } from '../../../src/shared/units.ts';

vi.mock('node:fs/promises', async (actual) => {
  const fs = await actual<typeof import('node:fs/promises')>();
  // A name that was listed and is gone when it is looked at: what a folder does that is cleared meanwhile.
  return { ...fs, readdir: async (path: string) => [...(await fs.readdir(path)), ...vanished] };
});
let vanished: string[] = [];
let directory: string;
beforeEach(async () => {
  vanished = [];
  directory = await mkdtemp(join(tmpdir(), 'peek-cache-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Puts a file there as an earlier run has left it, of any size without taking room on the disk. */
const leave = async (name: string, bytes: number, usedAtS: number): Promise<void> => {
  const path = join(directory, name);
  await writeFile(path, '');
  await truncate(path, bytes);
  await utimes(path, usedAtS, usedAtS);
};
const names = async (): Promise<readonly string[]> => (await readdir(directory)).toSorted();

describe('the room that the cache takes', () => {
  it('is 128 MiB at most: what was used longest ago goes first', async () => {
    await leave('newer.json', 28 * MIB, 2_000);
    await leave('oldest.json', 60 * MIB, 1_000);
    await leave('newest.json', 40 * MIB, 3_000);
    const cache = openPeekCache(directory);
    await cache.put('added', '{}');
    expect(await names()).toEqual(['added.json', 'newer.json', 'newest.json']);
  });

  it('is used to the last byte', async () => {
    await leave('first.json', 128 * MIB - 2, 1_000);
    const cache = openPeekCache(directory);
    await cache.put('added', '{}');
    expect(await names()).toEqual(['added.json', 'first.json']);
    await cache.put('more', '1');
    expect(await names()).toEqual(['added.json', 'more.json']);
  });

  it('keeps what was asked for again, also over a start', async () => {
    const cache = openPeekCache(directory, 8);
    await cache.put('first', '1234');
    await cache.put('second', '1234');
    await utimes(join(directory, 'first.json'), 1_000, 1_000);
    await utimes(join(directory, 'second.json'), 2_000, 2_000);
    expect(await cache.get('first')).toBe('1234');
    await openPeekCache(directory, 8).put('third', '1234');
    expect(await names()).toEqual(['first.json', 'third.json']);
  });

  it('counts a file once that is written twice', async () => {
    const cache = openPeekCache(directory, 8);
    await cache.put('first', '1234');
    await cache.put('second', '1234');
    await cache.put('second', '4321');
    expect(await names()).toEqual(['first.json', 'second.json']);
  });
});

describe('a folder that cannot be used', () => {
  it('is tried anew once it can', async () => {
    const blocked = join(directory, 'peek');
    await writeFile(blocked, 'a file is in its place');
    const cache = openPeekCache(blocked);
    await expect(cache.get('first')).rejects.toThrow('EEXIST');
    await expect(cache.put('first', '1')).rejects.toThrow('EEXIST');
    await rm(blocked);
    await cache.put('first', '1');
    expect(await cache.get('first')).toBe('1');
  });

  it('does not stand in the way of the others when one file is gone meanwhile', async () => {
    await writeFile(join(directory, 'kept.json'), '1');
    vanished = ['gone.json'];
    expect(await openPeekCache(directory).get('kept')).toBe('1');
  });
});
