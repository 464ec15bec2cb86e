import {
  GetObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveKeyspace } from './generated-keys.ts';
import { hostileDelimiter, hostileKeys } from './hostile-keys.ts';
import { fullUser, refusal, sdkClient, textObject } from './sdk-client.ts';
import { startS3Server, type S3Server } from './server.ts';

let server: S3Server;
let client: S3Client;

beforeAll(async () => {
  server = await startS3Server({
    buckets: [
      { name: 'million', objects: archiveKeyspace(1_000_000) },
      {
        name: 'small',
        objects: ['a', 'b/1', 'b/2', 'c+d e', "c~*!'()/x", 'ø'].map((key) => textObject(key)),
      },
    ],
    users: [fullUser],
  });
  client = sdkClient(server);
});

afterAll(async () => {
  client.destroy();
  await server.close();
});

/** What a form field means: how `encoding-type=url` is to be read. */
const decodeForm = (text: string | undefined): string =>
  decodeURIComponent((text ?? '').replaceAll('+', ' '));

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('ListObjects, version 1', () => {
  it('goes on behind the marker, for the tools that still list so', async () => {
    const first = await client.send(new ListObjectsCommand({ Bucket: 'small', MaxKeys: 4 }));
    expect(first.IsTruncated).toBe(true);
    const marker = first.Contents?.at(-1)?.Key;
    const rest = await client.send(new ListObjectsCommand({ Bucket: 'small', Marker: marker }));
    expect(rest.IsTruncated).toBe(false);
    const keys = [...(first.Contents ?? []), ...(rest.Contents ?? [])].map(({ Key }) => Key);
    expect(keys).toEqual(['a', 'b/1', 'b/2', "c~*!'()/x", 'c+d e', 'ø'].toSorted(byBytes));
  });
});

describe('ListObjectsV2 over the wire', () => {
  it('gives hostile keys and folders back exactly when asked for url encoding, at any page size', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileKeys,
        hostileDelimiter,
        fc.integer({ min: 1, max: 20 }),
        async (keys, delimiter, pageSize) => {
          server.control.setBucket({ name: 'hostile', objects: keys.map((key) => textObject(key)) });
          const seen: string[] = [];
          const folders: string[] = [];
          const input = { Bucket: 'hostile', EncodingType: 'url', Delimiter: delimiter } as const;
          for await (const page of paginateListObjectsV2({ client, pageSize }, input)) {
            expect(page.KeyCount).toBe((page.Contents?.length ?? 0) + (page.CommonPrefixes?.length ?? 0));
            seen.push(...(page.Contents ?? []).map(({ Key }) => decodeForm(Key)));
            folders.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => decodeForm(Prefix)));
          }
          const inFolder = (key: string): boolean => delimiter !== '' && key.includes(delimiter);
          expect(seen).toEqual(keys.filter((key) => !inFolder(key)).toSorted(byBytes));
          const expected = new Set(
            keys.filter(inFolder).map((key) => key.slice(0, key.indexOf(delimiter) + delimiter.length)),
          );
          expect(folders).toEqual([...expected].toSorted(byBytes));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('serves every hostile key it lists under exactly that key', async () => {
    await fc.assert(
      fc.asyncProperty(hostileKeys, async (keys) => {
        server.control.setBucket({ name: 'hostile', objects: keys.map((key) => textObject(key)) });
        for (const key of keys.slice(0, 5)) {
          const { Body } = await client.send(new GetObjectCommand({ Bucket: 'hostile', Key: key }));
          expect(await Body?.transformToString()).toBe(key);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('encodes like a form: a space is a plus, a plus is not, a slash stays', async () => {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: 'small', EncodingType: 'url', StartAfter: 'c' }),
    );
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(['c%2Bd+e', 'c%7E*%21%27%28%29/x', '%C3%B8']);
    expect(page.EncodingType).toBe('url');
  });

  it('finds its way in a million keys without making them', async () => {
    const after = 'archive/2019/project-000085/day-07/';
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: 'million', StartAfter: after, MaxKeys: 2 }),
    );
    expect(page.Contents?.map(({ Key }) => Key)).toEqual([
      'archive/2019/project-000085/day-07/000426400_CAM_A_master take 0.mov',
      'archive/2019/project-000085/day-07/000426401_CAM_B_master take 1.mov',
    ]);
    const years = await client.send(
      new ListObjectsV2Command({ Bucket: 'million', Prefix: 'archive/', Delimiter: '/', FetchOwner: true }),
    );
    expect(years.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(
      Array.from({ length: 10 }, (_, index) => `archive/${2015 + index}/`),
    );
    expect(years.IsTruncated).toBe(false);
  });

  it('caps a page at 1,000 and goes on from its token, whatever start-after says then', async () => {
    const first = await client.send(new ListObjectsV2Command({ Bucket: 'million', MaxKeys: 5_000 }));
    expect(first).toMatchObject({ MaxKeys: 1_000, KeyCount: 1_000, IsTruncated: true });
    const second = await client.send(
      new ListObjectsV2Command({
        Bucket: 'million',
        ContinuationToken: first.NextContinuationToken,
        StartAfter: 'z',
      }),
    );
    expect(second.Contents?.[0]?.Key).toContain('000001000_CAM_A');
    expect(second.ContinuationToken).toBe(first.NextContinuationToken);
  });

  it('answers max-keys 0 with an empty page that is not truncated', async () => {
    const page = await client.send(new ListObjectsV2Command({ Bucket: 'small', MaxKeys: 0 }));
    expect(page).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  it('refuses what is not one of its tokens, and other nonsense', async () => {
    for (const token of ['a', 'v1.', 'v1.*', '']) {
      const call = client.send(new ListObjectsV2Command({ Bucket: 'small', ContinuationToken: token }));
      expect(await refusal(call)).toEqual({ name: 'InvalidArgument', status: 400 });
    }
    const negative = client.send(new ListObjectsV2Command({ Bucket: 'small', MaxKeys: -1 }));
    expect(await refusal(negative)).toEqual({ name: 'InvalidArgument', status: 400 });
  });
});
