import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bufferContent } from '../s3/content.ts';
import { demoUsers } from '../s3/seed.ts';
import {
  importOne,
  objectBytes,
  objectKey,
  settled,
  signal,
  startPlatform,
  submit,
} from './test-platform.ts';

describe('An import', () => {
  test('really reads every byte of the object in ranges, and says so in the ledger', async () => {
    const platform = await startPlatform();
    const videoId = await importOne(platform);
    expect(await settled(platform, videoId)).toMatchObject({
      upload: { status: 'DONE', percent: 100, error: null, sizeBytes: objectBytes.byteLength },
      ingestion: { status: 'DONE', percent: 100 },
    });
    expect(platform.pixop.ledger.entries()).toEqual([
      {
        bucket: 'nordlys-media',
        objectKey,
        requests: 1,
        accepted: 1,
        videoIds: [videoId],
        bytesCopied: objectBytes.byteLength,
        sha256: createHash('sha256').update(objectBytes).digest('hex'),
      },
    ]);
    const reads = platform.s3.control.log.entries().filter(({ operation }) => operation === 'GetObject');
    expect(reads.map(({ range }) => range)).toEqual([
      'bytes=0-1048575',
      'bytes=1048576-2097151',
      'bytes=2097152-2999999',
    ]);
  });

  test('is refused when the key, the bucket or the permission is missing', async () => {
    const platform = await startPlatform();
    expect(await submit(platform, 'nowhere.mov')).toMatchObject({
      status: 404,
      body: { errorCode: 'KEY_NOT_FOUND', errorCodeEnum: 'KEY_NOT_FOUND' },
    });
    const { client, teamId, pixop } = platform;
    const keys = { accessKey: 'AKIADEMOOPERATOR0001', secretAccessKey: 'not the secret' };
    const denied = await client.createInputLocation(
      teamId,
      { name: 'd', bucket: 'nordlys-media', ...keys },
      signal,
    );
    expect(await submit(platform, objectKey, denied.locationId)).toMatchObject({
      status: 400,
      body: { errorCode: 'HEAD_BUCKET_ERROR' },
    });
    const gone = await client.createInputLocation(
      teamId,
      { name: 'g', bucket: 'no-such-bucket', ...keys, secretAccessKey: demoUsers.operator.secretAccessKey },
      signal,
    );
    expect(await submit(platform, objectKey, gone.locationId)).toMatchObject({
      status: 404,
      body: { errorCode: 'BUCKET_NOT_FOUND' },
    });
    expect(pixop.ledger.totals()).toMatchObject({ requests: 3, accepted: 0, videos: 0 });
  });

  test('of more than 500 GB is refused', async () => {
    const platform = await startPlatform();
    const content = { ...bufferContent(Buffer.alloc(0)), sizeBytes: 500_000_000_001 };
    const modifiedMs = Date.UTC(2026, 10, 1);
    platform.s3.control.objects('nordlys-media').put({ key: 'huge.mov', content, modifiedMs });
    expect(await submit(platform, 'huge.mov')).toMatchObject({
      status: 400,
      body: { errorCode: 'INVALID_INPUT' },
    });
  });

  test('fails in its copy when the object goes away meanwhile', async () => {
    const platform = await startPlatform({ maxCopies: 1, copyBytesPerSecond: 20_000_000 });
    await importOne(platform);
    const second = await importOne(platform);
    platform.s3.control.objects('nordlys-media').remove(objectKey);
    expect((await settled(platform, second))?.upload?.error).toMatchObject({ code: 'KEY_NOT_FOUND' });
  });

  test('makes a clip that the list can leave out', async () => {
    const platform = await startPlatform();
    await settled(platform, await importOne(platform));
    const { pixop, client, teamId } = platform;
    const paging = { pageNumber: 0, pageSize: 10, sortBy: 'createdAt', sortDirection: 'ASC' } as const;
    const query = { ...paging, teamId, projectId: null };
    expect((await client.listVideos(query, signal)).items).toMatchObject([
      { name: 'Day 1', description: 'said' },
    ]);
    const all = { ...query, masterVideoId: null, clipId: null, clipMode: 'INCLUDE' } as const;
    expect(pixop.control.world.listVideos(all).items.map(({ name }) => name)).toEqual([
      'Day 1',
      'Day 1 (10 s clip)',
    ]);
  });
});

describe('A failed copy', () => {
  test('goes on where it failed when it is restarted, and hashes the whole', async () => {
    const platform = await startPlatform();
    platform.pixop.control.faults.copyFailNext = 1;
    const videoId = await importOne(platform);
    expect(await settled(platform, videoId)).toMatchObject({
      upload: { status: 'FAILED', percent: 50, error: { code: 'CHECKSUM_MISMATCH' } },
    });
    await platform.client.restart(videoId, false, signal);
    expect((await settled(platform, videoId))?.upload?.status).toBe('DONE');
    expect(platform.pixop.ledger.entries()).toMatchObject([
      { bytesCopied: objectBytes.byteLength, sha256: createHash('sha256').update(objectBytes).digest('hex') },
    ]);
  });

  test('of an object that changed meanwhile restarts only without the checksum', async () => {
    const platform = await startPlatform();
    platform.pixop.control.faults.copyFailNext = 1;
    const videoId = await importOne(platform);
    await settled(platform, videoId);
    const content = bufferContent(Buffer.alloc(objectBytes.byteLength, 'other'));
    platform.s3.control
      .objects('nordlys-media')
      .put({ key: objectKey, content, modifiedMs: Date.UTC(2026, 10, 2) });
    await platform.client.restart(videoId, false, signal);
    expect((await settled(platform, videoId))?.upload?.error?.code).toBe(
      'VIDEO_IN_RESTART_CHECKSUM_MISMATCH',
    );
    await platform.client.restart(videoId, true, signal);
    expect((await settled(platform, videoId))?.upload?.status).toBe('DONE');
  });

  test('can be abandoned for good, but only while it is failed', async () => {
    const platform = await startPlatform();
    const { client, pixop } = platform;
    const whole = await importOne(platform);
    await settled(platform, whole);
    const conflict = {
      error: { code: 'conflict', detail: { serviceCode: 'VIDEO_IN_OPERATION_NOT_FAILED' } },
    };
    await expect(client.abandon(whole, signal)).rejects.toMatchObject(conflict);
    await expect(client.restart(whole, false, signal)).rejects.toMatchObject(conflict);
    pixop.control.faults.copyFailKeys = ['Day 1'];
    const failed = await importOne(platform);
    await settled(platform, failed);
    await client.abandon(failed, signal);
    await expect(client.videoInState(failed, signal)).rejects.toMatchObject({ error: { code: 'not-found' } });
    expect(pixop.ledger.totals()).toMatchObject({ accepted: 2, videos: 1 });
  });
});
