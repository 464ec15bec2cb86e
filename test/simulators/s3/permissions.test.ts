import {
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from './policy.ts';
import { fullUser, refusal, sdkClient, textObject } from './sdk-client.ts';
import { startS3Server, type S3Server } from './server.ts';

let server: S3Server;
const clients: S3Client[] = [];

beforeAll(async () => {
  server = await startS3Server({
    buckets: [
      { name: 'one', objects: [textObject('in/a'), textObject('out/a')] },
      { name: 'two', objects: [] },
    ],
    users: [fullUser],
  });
});

afterAll(async () => {
  for (const client of clients) client.destroy();
  await server.close();
});

/** A client of a user that has only these permissions. */
function allowed(...grants: readonly Grant[]): S3Client {
  const user = { ...fullUser, accessKeyId: `AKIATEST${clients.length}`, name: 'limited', grants };
  server.control.setUser(user);
  const client = sdkClient(server, user);
  clients.push(client);
  return client;
}

const denied = { name: 'AccessDenied', status: 403 };

describe('permissions', () => {
  it('refuse everything to a user without any, naming user and action', async () => {
    const nobody = allowed();
    expect(await refusal(nobody.send(new ListBucketsCommand({})))).toEqual(denied);
    expect(await refusal(nobody.send(new ListObjectsV2Command({ Bucket: 'one' })))).toEqual(denied);
    expect(await refusal(nobody.send(new GetBucketLocationCommand({ Bucket: 'one' })))).toEqual(denied);
    expect(await refusal(nobody.send(new PutObjectCommand({ Bucket: 'one', Key: 'x', Body: 'x' })))).toEqual(
      denied,
    );
    expect(await refusal(nobody.send(new DeleteObjectCommand({ Bucket: 'one', Key: 'in/a' })))).toEqual(
      denied,
    );
    await expect(nobody.send(new GetObjectCommand({ Bucket: 'one', Key: 'in/a' }))).rejects.toThrow(
      'user/limited is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::one"',
    );
    expect(server.control.objects('one').edited()).toBe(false);
  });

  it('hold for the buckets they name', async () => {
    const client = allowed({ actions: ['s3:ListBucket'], buckets: ['one'] });
    await client.send(new HeadBucketCommand({ Bucket: 'one' }));
    const elsewhere = await refusal(client.send(new HeadBucketCommand({ Bucket: 'two' })));
    expect(elsewhere.status).toBe(403);
  });

  it('hold for the prefixes they name, in listings and for objects', async () => {
    const client = allowed({ actions: ['s3:ListBucket', 's3:GetObject'], prefixes: ['in/'] });
    const page = await client.send(new ListObjectsV2Command({ Bucket: 'one', Prefix: 'in/' }));
    expect(page.KeyCount).toBe(1);
    await client.send(new GetObjectCommand({ Bucket: 'one', Key: 'in/a' }));
    for (const prefix of ['', 'in', 'out/']) {
      const call = client.send(new ListObjectsV2Command({ Bucket: 'one', Prefix: prefix }));
      expect(await refusal(call)).toEqual(denied);
    }
    expect(await refusal(client.send(new GetObjectCommand({ Bucket: 'one', Key: 'out/a' })))).toEqual(denied);
  });

  it('tell of a missing object only those who may list', async () => {
    const reader = allowed({ actions: ['s3:GetObject'] });
    expect(await refusal(reader.send(new GetObjectCommand({ Bucket: 'one', Key: 'no' })))).toEqual(denied);
    const lister = allowed({ actions: ['s3:GetObject', 's3:ListBucket'] });
    const missing = await refusal(lister.send(new GetObjectCommand({ Bucket: 'one', Key: 'no' })));
    expect(missing).toEqual({ name: 'NoSuchKey', status: 404 });
    const head = await refusal(lister.send(new HeadObjectCommand({ Bucket: 'one', Key: 'no' })));
    expect(head).toEqual({ name: 'NotFound', status: 404 });
  });

  it('end when the key is taken away in mid-run', async () => {
    const client = allowed({ actions: ['s3:ListBucket'] });
    await client.send(new ListObjectsV2Command({ Bucket: 'one' }));
    server.control.removeUser(`AKIATEST${clients.length - 1}`);
    const call = client.send(new ListObjectsV2Command({ Bucket: 'one' }));
    expect(await refusal(call)).toEqual({ name: 'InvalidAccessKeyId', status: 403 });
  });

  it('do not make buckets: one that does not exist is said not to', async () => {
    const client = allowed({ actions: ['s3:ListBucket'] });
    const call = client.send(new ListObjectsV2Command({ Bucket: 'nowhere' }));
    expect(await refusal(call)).toEqual({ name: 'NoSuchBucket', status: 404 });
    server.control.removeBucket('two');
    expect((await refusal(client.send(new HeadBucketCommand({ Bucket: 'two' })))).status).toBe(404);
  });
});
