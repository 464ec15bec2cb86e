import { describe, expect, test } from 'vitest';
import { createVirtualClock } from './core/virtual-clock.ts';
import { createWorldPort } from './core/world-port.ts';
import { PixopWorld } from './core/world.ts';
import { demoPerson, seedDemo } from './demo.ts';

const { signal } = new AbortController();
const HOUR_MS = 3_600_000;

/** Chance that repeats itself: mulberry32. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function demoWorld(seed = 1) {
  const clock = createVirtualClock();
  const world = new PixopWorld({ clock, random: chance(seed), person: demoPerson });
  seedDemo(world);
  const port = createWorldPort(world, {
    apiKey: demoPerson.apiKey,
    latencyMs: () => 200,
    look: () => ({ sizeBytes: 1_000_000_000, contentType: 'video/mp4', modifiedMs: 0 }),
  });
  const [location] = world.directory.locations;
  const team = world.directory.team(null);
  const plan = (objectKey: string) =>
    world.planImport({
      inputLocationId: location?.id ?? '',
      teamId: team.id,
      fullIngestion: false,
      name: objectKey,
      objectKey,
    });
  const submit = (objectKey: string) =>
    port.submitImport(
      {
        inputLocationId: location?.id ?? '',
        teamId: team.id,
        fullIngestion: false,
        body: { name: objectKey, objectKey },
      },
      signal,
    );
  return { clock, world, port, plan, submit, team };
}

/** Lets virtual time pass until a promise is settled. */
async function settle<Result>(clock: { readonly advance: (ms: number) => void }, pending: Promise<Result>) {
  const state = { isSettled: false };
  const watched = pending.finally(() => (state.isSettled = true));
  while (!state.isSettled) {
    clock.advance(100);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  }
  return watched;
}

describe('A world in virtual time', () => {
  test('copies and ingests 20,000 imports, each once, and keeps clips apart', () => {
    const { clock, world, plan, team } = demoWorld();
    for (let number = 0; number < 20_000; number++) {
      world.commitImport(plan(`clip-${number}.mp4`), {
        sizeBytes: 50_000_000,
        contentType: 'video/mp4',
        modifiedMs: 0,
      });
    }
    clock.advance(24 * HOUR_MS);
    expect(world.ledger.totals()).toEqual({
      requests: 20_000,
      accepted: 20_000,
      videos: 20_000,
      doubled: 0,
      bytesCopied: 20_000 * 50_000_000,
    });
    const query = {
      teamId: team.id,
      projectId: null,
      masterVideoId: null,
      clipId: null,
      sortBy: 'updatedAt',
      sortDirection: 'DESC',
      pageNumber: 199,
      pageSize: 100,
    } as const;
    const masters = world.listVideos({ ...query, clipMode: 'EXCLUDE' });
    expect(masters.totalElements).toBe(20_000);
    expect(
      masters.items.every(
        ({ upload, ingestion }) => upload?.status === 'DONE' && ingestion?.status === 'DONE',
      ),
    ).toBe(true);
    expect(world.listVideos({ ...query, clipMode: 'ONLY' }).totalElements).toBe(20_000);
  });

  test('repeats itself to the last id', () => {
    const run = (seed: number) => {
      const { clock, world, plan } = demoWorld(seed);
      const video = world.commitImport(plan('a.mp4'), {
        sizeBytes: 10,
        contentType: 'video/mp4',
        modifiedMs: 0,
      });
      clock.advance(HOUR_MS);
      return JSON.stringify([video, world.ledger.entries()]);
    };
    expect(run(7)).toBe(run(7));
    expect(run(7)).not.toBe(run(8));
  });

  test('reports progress by bytes, and makes at most the set number of copies at once', () => {
    const { clock, world, plan } = demoWorld();
    world.settings.maxCopies = 1;
    const head = { sizeBytes: 1_000_000_000, contentType: 'video/mp4', modifiedMs: 0 };
    const first = world.commitImport(plan('1.mp4'), head);
    const second = world.commitImport(plan('2.mp4'), head);
    clock.advance(5_000);
    expect(first.upload).toMatchObject({ status: 'IN_PROGRESS', copiedBytes: 500_000_000 });
    expect(second.upload?.status).toBe('INITIAL');
    clock.advance(5_000);
    expect(first.upload?.status).toBe('DONE');
    expect(second.upload?.status).toBe('IN_PROGRESS');
  });
});

describe('The port of a world', () => {
  test.each([
    ['reset-before', 'reset', 0],
    ['reset-after', 'reset', 1],
    ['hang-before', 'timeout', 0],
    ['hang-after', 'timeout', 1],
  ] as const)('tells nothing of an import that met %s', async (fate, reason, accepted) => {
    const { clock, world, submit } = demoWorld();
    world.faults.importNext.push(fate);
    expect(await settle(clock, submit('a.mp4'))).toMatchObject({ kind: 'no-answer', reason });
    expect(world.ledger.totals()).toMatchObject({ requests: 1, accepted });
  });

  test('makes a late video only after its answer was lost', async () => {
    const { clock, world, submit, port, team } = demoWorld();
    Object.assign(world.faults, { importNext: ['error-late'], lateCommitMs: 10_000, errorStatus: 503 });
    expect(await settle(clock, submit('a.mp4'))).toMatchObject({ kind: 'answered', status: 503 });
    const query = {
      teamId: team.id,
      projectId: null,
      pageNumber: 0,
      pageSize: 100,
      sortBy: 'createdAt',
      sortDirection: 'DESC',
    } as const;
    expect((await settle(clock, port.listVideos(query, signal))).items).toEqual([]);
    clock.advance(10_000);
    expect((await settle(clock, port.listVideos(query, signal))).items).toHaveLength(1);
  });

  test('refuses what exceeds the budget, and says for how long', async () => {
    const { clock, world, port, submit } = demoWorld();
    world.settings.limitPerMinute = 1;
    await settle(clock, port.checkAccount(signal));
    expect(await settle(clock, submit('a.mp4'))).toMatchObject({ status: 429, rate: { remaining: 0 } });
    await expect(settle(clock, port.checkAccount(signal))).rejects.toMatchObject({
      error: { code: 'rate-limited' },
    });
    clock.advance(60_000);
    expect(await settle(clock, submit('a.mp4'))).toMatchObject({ status: 202 });
  });
});
