import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type GetObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bufferContent, paddedMovie } from './content.ts';
import type { StoredObject } from './model.ts';
import { fullUser, refusal, sdkClient, textObject } from './sdk-client.ts';
import { openSeedMedia } from './seed-media.ts';
import { startS3Server, type S3Server } from './server.ts';

const TERABYTE = 1_000_000_000_000;
const digits = textObject('digits', '0123456789', Date.UTC(2026, 0, 2, 3, 4, 5, 678));
const movie = openSeedMedia()('aurora').bytes;
const objects: readonly StoredObject[] = [
  digits,
  { key: 'empty', content: bufferContent(Buffer.alloc(0)), modifiedMs: 0 },
  { ...digits, key: 'frozen', storageClass: 'DEEP_ARCHIVE' },
  { ...digits, key: 'thawing', storageClass: 'GLACIER', restore: { inProgress: true } },
  {
    ...digits,
    key: 'thawed',
    storageClass: 'GLACIER',
    restore: { inProgress: false, expiresMs: Date.UTC(2026, 11, 24) },
  },
  { key: 'huge.mov', content: paddedMovie(movie, TERABYTE), modifiedMs: 0, contentType: 'video/quicktime' },
];

let server: S3Server;
let client: S3Client;

beforeAll(async () => {
  server = await startS3Server({
    buckets: [{ name: 'b', objects }],
    users: [fullUser],
    now: () => Date.now(),
  });
  client = sdkClient(server);
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

const head = (Key: string) => client.send(new HeadObjectCommand({ Bucket: 'b', Key }));
const get = (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
  client.send(new GetObjectCommand({ Bucket: 'b', Key, ...more }));

describe('reading an object', () => {
  it('gives its bytes and facts, dates to the second', async () => {
    const answer = await get('digits');
    expect(await answer.Body?.transformToString()).toBe('0123456789');
    expect(answer).toMatchObject({
      ContentLength: 10,
      ETag: '"781e5e245d69b566979b86e28d23f2c7"',
      LastModified: new Date('2026-01-02T03:04:05.000Z'),
      AcceptRanges: 'bytes',
    });
    expect(answer.StorageClass).toBeUndefined();
  });

  it.each([
    ['bytes=0-0', '0', 'bytes 0-0/10'],
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
  ])('answers %s with a part', async (range, body, contentRange) => {
    const answer = await get('digits', { Range: range });
    expect(answer.$metadata.httpStatusCode).toBe(206);
    expect(answer.ContentRange).toBe(contentRange);
    expect(await answer.Body?.transformToString()).toBe(body);
  });

  it.each(['bytes=0-1,3-4', 'bytes=4-2', 'bytes=-', 'lines=1-2'])('ignores %s, as S3 does', async (range) => {
    const answer = await get('digits', { Range: range });
    expect(answer.$metadata.httpStatusCode).toBe(200);
    expect(answer.ContentLength).toBe(10);
    await answer.Body?.transformToString();
  });

  it.each([
    ['digits', 'bytes=10-'],
    ['digits', 'bytes=-0'],
    ['empty', 'bytes=0-0'],
    ['empty', 'bytes=-1'],
  ])('refuses of %s the range %s, in which there is nothing', async (key, range) => {
    expect(await refusal(get(key, { Range: range }))).toEqual({ name: 'InvalidRange', status: 416 });
  });

  it('holds to the version that was meant', async () => {
    const etag = '"781e5e245d69b566979b86e28d23f2c7"';
    await (await get('digits', { IfMatch: etag })).Body?.transformToString();
    expect((await refusal(get('digits', { IfMatch: '"other"' }))).status).toBe(412);
    expect((await refusal(get('digits', { IfNoneMatch: etag }))).status).toBe(304);
  });

  it('refuses the bytes of an archived object until it is restored, but tells its facts', async () => {
    await expect(get('frozen')).rejects.toMatchObject({
      name: 'InvalidObjectState',
      StorageClass: 'DEEP_ARCHIVE',
    });
    expect(await refusal(get('thawing'))).toEqual({ name: 'InvalidObjectState', status: 403 });
    expect(await (await get('thawed')).Body?.transformToString()).toBe('0123456789');
    expect(await head('frozen')).toMatchObject({ StorageClass: 'DEEP_ARCHIVE', ContentLength: 10 });
    expect((await head('thawing')).Restore).toBe('ongoing-request="true"');
    expect((await head('thawed')).Restore).toBe(
      'ongoing-request="false", expiry-date="Thu, 24 Dec 2026 00:00:00 GMT"',
    );
  });

  it('lists restore states to those who ask for them', async () => {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: 'b', OptionalObjectAttributes: ['RestoreStatus'] }),
    );
    const states = Object.fromEntries(
      (page.Contents ?? []).map(({ Key, RestoreStatus }) => [Key, RestoreStatus]),
    );
    expect(states).toMatchObject({
      thawing: { IsRestoreInProgress: true },
      thawed: { IsRestoreInProgress: false, RestoreExpiryDate: new Date('2026-12-24T00:00:00Z') },
    });
    expect(states['digits']).toBeUndefined();
    const plain = await client.send(new ListObjectsV2Command({ Bucket: 'b' }));
    expect(plain.Contents?.some(({ RestoreStatus }) => RestoreStatus !== undefined)).toBe(false);
  });

  it('serves a terabyte without having it: the movie in front, then as many zeros as were declared', async () => {
    expect((await head('huge.mov')).ContentLength).toBe(TERABYTE);
    const front = await get('huge.mov', { Range: `bytes=0-${movie.byteLength + 15}` });
    const bytes = Buffer.from((await front.Body?.transformToByteArray()) ?? []);
    expect(bytes.subarray(0, movie.byteLength).equals(movie)).toBe(true);
    expect(bytes.readBigUInt64BE(movie.byteLength + 8)).toBe(BigInt(TERABYTE - movie.byteLength));
    const tail = await get('huge.mov', { Range: 'bytes=-70000' });
    expect(tail.ContentRange).toBe(`bytes ${TERABYTE - 70_000}-${TERABYTE - 1}/${TERABYTE}`);
    expect(await tail.Body?.transformToByteArray()).toEqual(new Uint8Array(70_000));
  });

  it('stops making bytes when the reader hangs up', async () => {
    server.control.log.reset();
    const reading = new AbortController();
    const answer = await client.send(new GetObjectCommand({ Bucket: 'b', Key: 'huge.mov' }), {
      abortSignal: reading.signal,
    });
    const reader = answer.Body?.transformToWebStream().getReader();
    await reader?.read();
    reading.abort();
    await reader?.cancel();
    await expect.poll(() => server.control.log.totals('GetObject').requests).toBe(1);
    expect(server.control.log.totals('GetObject').bytesServed).toBeLessThan(100_000_000);
  });
});

describe('changing an object', () => {
  it('shows in the next listing and the next read', async () => {
    await client.send(
      new PutObjectCommand({ Bucket: 'b', Key: 'digits', Body: 'changed', ContentType: 'text/plain' }),
    );
    expect(await head('digits')).toMatchObject({ ContentLength: 7, ContentType: 'text/plain' });
    const page = await client.send(new ListObjectsV2Command({ Bucket: 'b', Prefix: 'digits' }));
    expect(page.Contents?.map(({ Size }) => Size)).toEqual([7]);
    await client.send(new DeleteObjectCommand({ Bucket: 'b', Key: 'digits' }));
    expect(await refusal(get('digits'))).toEqual({ name: 'NoSuchKey', status: 404 });
  });

  it('refuses keys over 1,024 bytes and takes those of exactly so many', async () => {
    await client.send(new PutObjectCommand({ Bucket: 'b', Key: 'ø'.repeat(512), Body: 'x' }));
    expect((await head('ø'.repeat(512))).ContentLength).toBe(1);
    const call = client.send(new PutObjectCommand({ Bucket: 'b', Key: 'ø'.repeat(513), Body: 'x' }));
    expect(await refusal(call)).toEqual({ name: 'KeyTooLongError', status: 400 });
  });
});
