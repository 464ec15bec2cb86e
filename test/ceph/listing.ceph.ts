import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../main/s3/collect.ts';
import { archiveKeyspace } from '../simulators/s3/generated-keys.ts';
import { hostileKey } from '../simulators/s3/hostile-keys.ts';
import { compareUtf8 } from '../simulators/s3/utf8-order.ts';
import { reachGateway, type Gateway } from './gateway.ts';

/** Twenty pages and a little more. */
const MANY = 20_500;
/** The same hostile keys in every run. */
const odd = fc.sample(hostileKey, { numRuns: 1_500, seed: 20_261_124 }).filter(isKept);
const archive = archiveKeyspace(MANY);
const archiveKeys = Array.from({ length: MANY }, (_, index) => archive.keyAt(index));

let gateway: Gateway;
beforeAll(async () => {
  gateway = reachGateway();
  await gateway.fill('archive', new Map(archiveKeys.map((key) => [key, ''])));
  await gateway.fill('odd', new Map(odd.map((key) => [key, ''])));
  await gateway.fill('empty', new Map());
}, 180_000);
afterAll(() => gateway.close());

/** A path of dots alone means another place to HTTP clients, this one's SDK included: such an object cannot be written. */
function isKept(key: string): boolean {
  return !key.split('/').some((part) => part === '.' || part === '..') && Buffer.byteLength(key) <= 1_024;
}

const inOrder = (keys: Iterable<string>): string[] => [...new Set(keys)].toSorted(compareUtf8);
const topOf = (keys: readonly string[]): string[] =>
  inOrder(keys.map((key) => /^[^/]*\/?/su.exec(key)?.[0] ?? key));

describe('a listing of a Ceph gateway', () => {
  it('is whole and in order, one page after the other and with lanes', async () => {
    const one = await collect(gateway, 'archive', { pageMs: 0 });
    expect(one).toEqual({ keys: archiveKeys, ranges: 1 });
    const several = await collect(gateway, 'archive', { pageMs: 50 });
    expect(several.keys).toEqual(archiveKeys);
    expect(several.ranges).toBeGreaterThan(2);
  });

  it('shows one folder, and what is below a prefix', async () => {
    const top = await collect(gateway, 'archive', { prefix: 'archive/2015/', delimiter: '/' });
    const projects = archiveKeys.map((key) => key.split('/').slice(0, 3).join('/'));
    expect(top.keys).toEqual(inOrder(projects.map((project) => `${project}/`)));
    const prefix = 'archive/2015/project-000001/day-03/';
    const day = await collect(gateway, 'archive', { prefix, delimiter: '/' });
    expect(day.keys).toEqual(archiveKeys.filter((key) => key.startsWith(prefix)));
    expect(day.keys.length).toBeGreaterThan(100);
  });

  it('gives every hostile key with its exact bytes, flat and in folders, with lanes and without', async () => {
    expect(odd.length).toBeGreaterThan(1_000);
    for (const pageMs of [0, 50]) {
      const flat = await collect(gateway, 'odd', { pageMs });
      expect(flat.keys).toEqual(inOrder(odd));
      const folders = await collect(gateway, 'odd', { pageMs, delimiter: '/' });
      expect(folders.keys.toSorted(compareUtf8)).toEqual(topOf(odd));
    }
  });

  it('says that an empty bucket is empty', async () => {
    expect(await collect(gateway, 'empty')).toEqual({ keys: [], ranges: 1 });
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const listing = collect(gateway, 'archive', { signal: stop.signal, pageMs: 50 });
    setTimeout(() => stop.abort(), 30);
    await expect(listing).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });
});
