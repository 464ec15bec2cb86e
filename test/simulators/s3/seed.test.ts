import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  type S3Client,
  type _Object,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sdkClient } from './sdk-client.ts';
import { demoBucket, demoUsers } from './seed.ts';
import { startS3Server, type S3Server } from './server.ts';

const MEDIA = join(import.meta.dirname, '../../fixtures/media');
const nowMs = Date.UTC(2026, 10, 24, 12);
const Bucket = 'nordlys-media';

let server: S3Server;
let client: S3Client;
const listed = new Map<string, _Object>();

beforeAll(async () => {
  const users = Object.values(demoUsers);
  server = await startS3Server({ buckets: [demoBucket({ nowMs })], users });
  client = sdkClient(server, demoUsers.operator);
  const input = { Bucket, EncodingType: 'url' } as const;
  for await (const page of paginateListObjectsV2({ client }, input)) {
    for (const object of page.Contents ?? []) {
      listed.set(decodeURIComponent((object.Key ?? '').replaceAll('+', ' ')), object);
    }
  }
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

describe('the demo bucket', () => {
  it('is a believable tree with one folder too long to read', () => {
    const byHand = [...listed.keys()].filter((key) => !key.startsWith('rushes/B014/'));
    expect(listed.size - byHand.length).toBe(5_000);
    expect(byHand.length).toBeGreaterThanOrEqual(60);
    expect(byHand.length).toBeLessThanOrEqual(150);
  });

  it('shows folders at its top', async () => {
    const page = await client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' }));
    const folders = page.CommonPrefixes?.map(({ Prefix }) => Prefix);
    expect(folders).toEqual([
      'archive/',
      'deliveries/',
      'kunder/',
      'line-up/',
      'odd names/',
      'rushes/',
      'social/',
      '配信/',
    ]);
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(['README.txt']);
  });

  it('serves every object listed by hand under its key, with the size that the listing says', async () => {
    const readable = [...listed].filter(
      ([key, object]) =>
        !key.startsWith('rushes/B014/') && !['GLACIER', 'DEEP_ARCHIVE'].includes(object.StorageClass ?? ''),
    );
    for (const [key, object] of readable) {
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: key }));
      expect([key, head.ContentLength, head.ETag]).toEqual([key, object.Size, object.ETag]);
      if ((object.Size ?? 0) > 1e9) continue;
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key }));
      expect((await Body?.transformToByteArray())?.byteLength).toBe(object.Size);
    }
  });

  it('has what operators stumble over', () => {
    const objects = [...listed.values()];
    const classes = objects.map(({ StorageClass }) => StorageClass);
    expect(classes.filter((name) => name === 'GLACIER')).toHaveLength(2);
    expect(classes.filter((name) => name === 'DEEP_ARCHIVE')).toHaveLength(1);
    const sizes = objects.map(({ Size }) => Size ?? -1);
    expect(sizes.filter((size) => size > 500e9)).toEqual([640e9]);
    expect(sizes.filter((size) => size === 0)).toHaveLength(2);
    expect([...listed.keys()].some((key) => Buffer.byteLength(key) === 1_024)).toBe(true);
    expect([...listed.keys()].some((key) => key.endsWith('/'))).toBe(true);
    const ages = objects.map(({ LastModified }) => nowMs - (LastModified?.getTime() ?? 0));
    expect(ages.filter((age) => age < 5 * 60_000)).toHaveLength(1);
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeGreaterThan(5 * 365 * 86_400_000);
  });

  it('lets the person of the deliveries see them and nothing else', async () => {
    const limited = sdkClient(server, demoUsers.deliveries);
    const page = await limited.send(new ListObjectsV2Command({ Bucket, Prefix: 'deliveries/', MaxKeys: 1 }));
    expect(page.KeyCount).toBe(1);
    await expect(limited.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    limited.destroy();
  });
});

describe('the seed videos', () => {
  const videos = readdirSync(MEDIA).filter((name) => !['README.md', 'make.sh'].includes(name));

  it('are described with their true sizes', () => {
    const readme = readFileSync(join(MEDIA, 'README.md'), 'utf8');
    const told = [...readme.matchAll(/^\| `([^`]+)` \| ([\d,]+) \|/gm)];
    const sizes = new Map(told.map(([, name, bytes]) => [name, Number(bytes?.replaceAll(',', ''))]));
    expect(sizes).toEqual(new Map(videos.map((name) => [name, statSync(join(MEDIA, name)).size])));
  });

  it('stay small', () => {
    expect(videos.reduce((total, name) => total + statSync(join(MEDIA, name)).size, 0)).toBeLessThan(
      2_500_000,
    );
  });
});
