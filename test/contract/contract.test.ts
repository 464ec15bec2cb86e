import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Faults } from '../simulators/pixop/core/faults.ts';
import {
  clientOf,
  importOne,
  settled,
  signal,
  startPlatform,
  type TestPlatform,
} from '../simulators/pixop/test-platform.ts';
import { clientCalls, type CallTargets } from './client-calls.ts';
import { createContract, type Contract } from './openapi.ts';
import { openApiPath, readOpenApi } from './openapi-file.ts';
import { startTap, type Tap } from './tap.ts';

const file = readOpenApi();
if (file === null)
  console.warn(`The contract tests are skipped: there is no ${openApiPath} (PIXOP_OPENAPI names another).`);

const callNames = Object.keys(clientCalls).filter(
  (name) => name in clientCalls,
) as (keyof typeof clientCalls)[];
const noSuchId = '00000000-0000-4000-8000-000000000000';

describe.skipIf(file === null)('What the client and the simulated platform say to each other', () => {
  let contract: Contract;
  let platform: TestPlatform;
  let targets: CallTargets;
  let tap: Tap;

  beforeEach(async () => {
    if (file === null) throw new Error('Skipped without the file');
    contract = createContract(file);
    platform = await startPlatform();
    // A failed copy is what every call can be made about.
    platform.pixop.control.faults.copyFailNext = 1;
    const videoId = await importOne(platform);
    await settled(platform, videoId);
    targets = { teamId: platform.teamId, locationId: platform.locationId, videoId };
    tap = await startTap(platform.pixop.url);
  });
  afterEach(() => tap.close());

  /** Makes a call and tells the statuses that were answered, each exchange held against the contract. */
  async function statusesOf(
    name: keyof typeof clientCalls,
    of: CallTargets,
    apiKey?: string,
  ): Promise<number[]> {
    await clientCalls[name](clientOf(tap, apiKey), of, signal).catch(() => undefined);
    expect(tap.exchanges.length).toBeGreaterThan(0);
    for (const { request, answer } of tap.exchanges) {
      expect([...contract.checkRequest(request), ...contract.checkAnswer(request, answer)]).toEqual([]);
    }
    return tap.exchanges.map(({ answer }) => answer.status);
  }

  test.each(callNames)('%s keeps to the contract where all is well', async (name) => {
    for (const status of await statusesOf(name, targets)) expect(status).toBeLessThan(300);
  });

  const troubles: readonly (readonly [string, number, Partial<Faults>])[] = [
    ['a revoked key', 401, { isKeyRevoked: true }],
    ['a locked account', 403, { isAccountLocked: true }],
    ['a server error', 500, { errorNext: 1 }],
  ];
  test.each(callNames.flatMap((name) => troubles.map((trouble) => [name, ...trouble] as const)))(
    '%s keeps to the contract with %s (%i)',
    async (name, _trouble, status, faults) => {
      Object.assign(platform.pixop.control.faults, faults);
      expect(await statusesOf(name, targets)).toEqual([status]);
    },
  );

  test.each(callNames)('%s keeps to the contract when the budget is spent', async (name) => {
    platform.pixop.control.settings.limitPerMinute = 1;
    expect(await statusesOf(name, targets)).toEqual([429]);
  });

  const named = callNames.filter((name) => !['account', 'checkAccount', 'teams'].includes(name));
  test.each(named)('%s keeps to the contract with an id that is none', async (name) => {
    const none = { teamId: 'x', locationId: 'x', videoId: 'x' };
    await clientCalls[name](clientOf(tap), none, signal).catch(() => undefined);
    const [exchange] = tap.exchanges;
    if (exchange === undefined) throw new Error('Nothing was sent');
    expect(exchange.answer.status).toBe(400);
    expect(contract.checkAnswer(exchange.request, exchange.answer)).toEqual([]);
  });

  const single = ['video', 'patchDescription', 'videoInState', 'restart', 'abandon'] as const;
  const locations = [
    'renameInputLocation',
    'replaceLocationKeys',
    'deleteInputLocation',
    'submitImport',
  ] as const;
  test.each([...single, ...locations].flatMap((name) => [[name, false] as const, [name, true] as const]))(
    '%s keeps to the contract for what does not exist (without a body: %s)',
    async (name, isNotFoundBare) => {
      platform.pixop.control.faults.isNotFoundBare = isNotFoundBare;
      const nobody = { ...targets, locationId: noSuchId, videoId: noSuchId };
      expect(await statusesOf(name, nobody)).toEqual([404]);
    },
  );

  test.each(['restart', 'abandon'] as const)('%s keeps to the contract in conflict', async (name) => {
    await platform.client.restart(targets.videoId, false, signal);
    await settled(platform, targets.videoId);
    expect(await statusesOf(name, targets)).toEqual([409]);
  });

  test.each([
    ['an exhausted balance', { isBalanceExhausted: true }, 400],
    ['an error before the video', { importNext: ['error-before'] }, 500],
    ['an error after the video', { importNext: ['error-after'] }, 500],
    ['an error before a late video', { importNext: ['error-late'] }, 500],
  ] satisfies [string, Partial<Faults>, number][])(
    'submitImport keeps to the contract with %s',
    async (_name, faults, status) => {
      Object.assign(platform.pixop.control.faults, faults);
      expect(await statusesOf('submitImport', targets)).toEqual([status]);
    },
  );

  test('submitImport keeps to the contract when S3 refuses the object', async () => {
    platform.s3.control.objects('nordlys-media').remove("rushes/Day 1/it's (1)+ä.mov");
    expect(await statusesOf('submitImport', targets)).toEqual([404]);
    platform.s3.control.removeUser('AKIADEMOOPERATOR0001');
    expect(await statusesOf('submitImport', targets)).toEqual([404, 400]);
    platform.s3.control.removeBucket('nordlys-media');
    expect((await statusesOf('submitImport', targets)).length).toBe(3);
  });

  test('every state of a video keeps to the contract: copying, whole, ingested, and its clip', async () => {
    const { client, pixop } = platform;
    pixop.control.settings.copyBytesPerSecond = 50_000_000;
    await client.restart(targets.videoId, false, signal);
    const all = {
      teamId: null,
      projectId: null,
      masterVideoId: null,
      clipId: null,
      clipMode: 'ONLY',
    } as const;
    const paging = { sortBy: 'createdAt', sortDirection: 'ASC', pageNumber: 0, pageSize: 1 } as const;
    const seen = new Set<string>();
    while (!seen.has('DONE/DONE')) {
      const { upload, ingestion } = await clientOf(tap).video(targets.videoId, signal);
      seen.add(`${upload?.status}/${ingestion?.status}`);
    }
    expect([...seen]).toContain('IN_PROGRESS/undefined');
    const [clip] = pixop.control.world.listVideos({ ...all, ...paging }).items;
    expect(await clientOf(tap).videoInState(clip?.videoId ?? '', signal)).toBeNull();
    expect(await statusesOf('video', { ...targets, videoId: clip?.videoId ?? '' })).toContain(204);
  });
});
