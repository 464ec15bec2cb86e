import {
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { folderKeyspace } from './generated-keys.ts';
import { fullUser, refusal, sdkClient, textObject } from './sdk-client.ts';
import { startS3Server, type S3Server } from './server.ts';

let server: S3Server;
let client: S3Client;
let chance = 1;

beforeAll(async () => {
  server = await startS3Server({
    buckets: [
      { name: 'b', objects: ['a', 'b', 'c', 'd', 'e'].map((key) => textObject(`f/${key}`)) },
      { name: 'emoji', objects: [textObject('🎬')] },
      { name: 'many', objects: folderKeyspace('f/', 5_000) },
    ],
    users: [fullUser],
    random: () => chance,
  });
  client = sdkClient(server);
});

afterEach(() => {
  server.control.clearFaults();
  server.control.log.reset();
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

const list = (input: Partial<ListObjectsV2CommandInput> = {}) =>
  client.send(new ListObjectsV2Command({ Bucket: 'b', ...input }));
const keys = async (input: Partial<ListObjectsV2CommandInput> = {}) =>
  (await list(input)).Contents?.map(({ Key }) => Key);

describe('faults on command', () => {
  it('SlowDown for the next requests, or for a share of them', async () => {
    server.control.faults.slowDownNext = 2;
    expect(await refusal(list())).toEqual({ name: 'SlowDown', status: 503 });
    expect(await refusal(list())).toEqual({ name: 'SlowDown', status: 503 });
    await list();
    server.control.faults.slowDownRate = 0.25;
    chance = 0.24;
    expect(await refusal(list())).toEqual({ name: 'SlowDown', status: 503 });
    chance = 0.25;
    await list();
  });

  it('InternalError', async () => {
    server.control.faults.internalErrorNext = 1;
    expect(await refusal(list())).toEqual({ name: 'InternalError', status: 500 });
  });

  it('a denied prefix among readable ones', async () => {
    server.control.faults.deniedPrefixes = ['f/'];
    expect(await refusal(list({ Prefix: 'f/a' }))).toEqual({ name: 'AccessDenied', status: 403 });
    await list();
  });

  it('a captive portal: status 200, HTML', async () => {
    server.control.faults.captivePortal = true;
    const answer = await fetch(`${server.url}/b?list-type=2`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(await answer.text()).toContain('Hotel Wi-Fi');
  });

  it('a reset connection', async () => {
    server.control.faults.resetNext = 1;
    await expect(list()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('an answer that breaks off, against its content-length', async () => {
    server.control.faults.cutConnectionNext = 1;
    await expect(list()).rejects.toMatchObject({ code: 'ECONNRESET' });
    server.control.faults.cutConnectionNext = 1;
    const object = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'f/a' }));
    await expect(object.Body?.transformToString()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('an answer cut in half that claims to be whole', async () => {
    server.control.faults.cutBodyNext = 1;
    const object = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'f/a' }));
    expect(await object.Body?.transformToString()).toBe('f');
    server.control.faults.cutBodyNext = 1;
    await expect(list()).rejects.toThrow();
  });

  it('no answer at all, until the client gives up', async () => {
    server.control.faults.hangNext = 1;
    const patience = new AbortController();
    const call = client.send(new ListObjectsV2Command({ Bucket: 'b' }), { abortSignal: patience.signal });
    await expect.poll(() => server.control.log.entries().length).toBe(1);
    patience.abort();
    expect((await refusal(call)).name).toBe('AbortError');
    await expect.poll(() => server.control.log.inFlight()).toBe(0);
    await list();
  });

  it('a delay of listings alone, or of everything', async () => {
    const { faults, log } = server.control;
    const patience = new AbortController();
    const impatient = { abortSignal: patience.signal };
    faults.pageDelayMs = 600_000;
    const page = refusal(client.send(new ListObjectsV2Command({ Bucket: 'b' }), impatient));
    await expect.poll(() => log.entries().length).toBe(1);
    await client.send(new HeadBucketCommand({ Bucket: 'b' }));
    faults.requestDelayMs = 600_000;
    const head = refusal(client.send(new HeadBucketCommand({ Bucket: 'b' }), impatient));
    await expect.poll(() => log.entries().map(({ status }) => status)).toEqual([0, 200, 0]);
    patience.abort();
    expect([(await page).name, (await head).name]).toEqual(['AbortError', 'AbortError']);
    await expect.poll(() => log.inFlight()).toBe(0);
  });

  it('the same token again and again', async () => {
    server.control.faults.repeatToken = true;
    const first = await list({ MaxKeys: 2 });
    const second = await list({ MaxKeys: 2, ContinuationToken: first.NextContinuationToken });
    expect(second.NextContinuationToken).toBe(first.NextContinuationToken);
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['f/c', 'f/d']);
  });

  it('no token, though the page is truncated', async () => {
    server.control.faults.omitToken = true;
    const page = await list({ MaxKeys: 2 });
    expect(page.IsTruncated).toBe(true);
    expect(page.NextContinuationToken).toBeUndefined();
  });

  it('start-after without effect', async () => {
    server.control.faults.ignoreStartAfter = true;
    expect(await keys({ StartAfter: 'f/c' })).toEqual(['f/a', 'f/b', 'f/c', 'f/d', 'f/e']);
    server.control.clearFaults();
    expect(await keys({ StartAfter: 'f/c' })).toEqual(['f/d', 'f/e']);
  });

  it('start-after inside a folder as Ceph understands it', async () => {
    const input = { StartAfter: 'f/c', Delimiter: '/' };
    expect((await list(input)).CommonPrefixes).toEqual([{ Prefix: 'f/' }]);
    server.control.faults.startAfterInFolder = 'skips-folder';
    expect((await list(input)).KeyCount).toBe(0);
  });

  it('astral characters as references, which the SDK of today gets wrong', async () => {
    expect(await keys({ Bucket: 'emoji' })).toEqual(['🎬']);
    server.control.faults.astralReferences = true;
    expect(await keys({ Bucket: 'emoji' })).not.toEqual(['🎬']);
  });
});

describe('the request log', () => {
  it('counts requests and bytes by operation, so that what did not happen can be proved', async () => {
    await list({ Bucket: 'many', Prefix: 'f/' });
    await list({ Bucket: 'many', Prefix: 'f/', StartAfter: 'f/C00004000.MOV' });
    const { log } = server.control;
    expect(log.totals('ListObjectsV2').requests).toBe(2);
    expect(log.totals('ListObjectsV2').bytesServed).toBeGreaterThan(400_000);
    expect(log.totals('HeadObject').requests).toBe(0);
    expect(log.entries()[1]).toMatchObject({
      operation: 'ListObjectsV2',
      bucket: 'many',
      query: { prefix: 'f/', 'start-after': 'f/C00004000.MOV' },
      status: 200,
      errorCode: null,
    });
  });

  it('notes refusals with their code, and ranges', async () => {
    await refusal(client.send(new GetObjectCommand({ Bucket: 'b', Key: 'f/a', Range: 'bytes=99-' })));
    expect(server.control.log.entries()).toMatchObject([
      { errorCode: 'InvalidRange', status: 416, range: 'bytes=99-' },
    ]);
  });

  it('knows how many requests were under way at once', async () => {
    server.control.faults.hangNext = 3;
    const patience = new AbortController();
    const command = new ListObjectsV2Command({ Bucket: 'b' });
    const calls = [1, 2, 3].map(() => refusal(client.send(command, { abortSignal: patience.signal })));
    await expect.poll(() => server.control.log.peakInFlight()).toBe(3);
    patience.abort();
    await Promise.all(calls);
    await list();
    expect(server.control.log.peakInFlight()).toBe(3);
  });
});
