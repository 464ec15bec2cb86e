import {
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  type S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEverything, type S3User } from './policy.ts';
import { fullUser, refusal, sdkClient, textObject } from './sdk-client.ts';
import { startS3Server, type S3Server } from './server.ts';

const temporary: S3User = {
  name: 'temporary',
  accessKeyId: 'ASIATESTTEMPORARY001',
  secretAccessKey: 'test-temporary-secret',
  sessionToken: 'token+with/odd=characters',
  grants: readEverything,
};

let server: S3Server;
let nowMs = Date.now();
const clients: S3Client[] = [];

beforeAll(async () => {
  server = await startS3Server({
    buckets: [
      { name: 'home', objects: [textObject('odd key/+%&?#\n🎬 .mov')] },
      { name: 'abroad', region: 'eu-west-1', objects: [textObject('a')] },
      { name: 'strict', region: 'eu-west-1', wrongRegion: 'malformed', objects: [textObject('a')] },
    ],
    users: [fullUser, temporary],
    now: () => nowMs,
  });
});

afterAll(async () => {
  for (const client of clients) client.destroy();
  await server.close();
});

function connect(user: S3User, config: S3ClientConfig = {}): S3Client {
  const client = sdkClient(server, user, config);
  clients.push(client);
  return client;
}

const list = (client: S3Client, bucket = 'home') => client.send(new ListObjectsV2Command({ Bucket: bucket }));

/** What the server says to a request made by hand. */
const bare = (headers: Record<string, string>, path = '/home?list-type=2'): Promise<Response> =>
  fetch(server.url + path, { headers });

describe('who may come in', () => {
  it('a key with its secret, over path style and over virtual-host style', async () => {
    const key = 'odd key/+%&?#\n🎬 .mov';
    const path = await connect(fullUser).send(new GetObjectCommand({ Bucket: 'home', Key: key }));
    expect(await path.Body?.transformToString()).toBe(key);

    const virtual = connect(fullUser, {
      forcePathStyle: false,
      endpoint: `http://localhost:${server.port}`,
      requestHandler: {
        // Not every resolver knows that all names under localhost are loopback.
        httpAgent: {
          lookup: (_host: string, _options: object, done: LookupDone) =>
            done(null, [{ address: '127.0.0.1', family: 4 }]),
        },
      },
    });
    const host = await virtual.send(new GetObjectCommand({ Bucket: 'home', Key: key }));
    expect(await host.Body?.transformToString()).toBe(key);
  });

  it('not an unknown key id', async () => {
    const call = list(connect({ ...fullUser, accessKeyId: 'AKIAUNKNOWN000000001' }));
    expect(await refusal(call)).toEqual({ name: 'InvalidAccessKeyId', status: 403 });
  });

  it('not a wrong secret, and the refusal says what must never be logged', async () => {
    const call = list(connect({ ...fullUser, secretAccessKey: 'wrong' }));
    await expect(call).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
      AWSAccessKeyId: fullUser.accessKeyId,
      StringToSign: expect.stringMatching(/^AWS4-HMAC-SHA256\n\d{8}T\d{6}Z\n/),
    });
  });

  it('not a request without a signature, with an old kind of one, or with a presigned address', async () => {
    expect(await (await bare({})).text()).toContain('<Code>AccessDenied</Code>');
    expect(await (await bare({ authorization: 'AWS AKIA:abc=' })).text()).toContain(
      '<Code>InvalidRequest</Code>',
    );
    const malformed = await bare({ authorization: 'AWS4-HMAC-SHA256 Credential=nonsense' });
    expect(await malformed.text()).toContain('<Code>AuthorizationHeaderMalformed</Code>');
    expect((await bare({}, '/home/a?X-Amz-Signature=00')).status).toBe(501);
  });

  it('not a request whose path, query or headers were changed on the way', async () => {
    const client = connect(fullUser);
    let change = (request: { path: string; headers: Record<string, string> }): void => void request;
    client.middlewareStack.add(
      (next) => (args) => {
        const request: unknown = args.request;
        if (isRequest(request)) change(request);
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    await list(client);
    change = (request) => (request.path = '/abroad');
    expect(await refusal(list(client))).toEqual({ name: 'SignatureDoesNotMatch', status: 403 });
    change = (request) => (request.headers['x-amz-optional-object-attributes'] = 'RestoreStatus');
    expect(await refusal(list(client))).toEqual({ name: 'AccessDenied', status: 403 });
  });

  it('temporary credentials with exactly their token, until they run out', async () => {
    await list(connect(temporary));
    const { sessionToken: _token, ...without } = temporary;
    expect(await refusal(list(connect(without)))).toMatchObject({ name: 'InvalidAccessKeyId' });
    const other = connect({ ...temporary, sessionToken: 'another' });
    expect(await refusal(list(other))).toEqual({ name: 'InvalidToken', status: 400 });
    server.control.setUser({ ...temporary, expired: true });
    expect(await refusal(list(connect(temporary)))).toEqual({ name: 'ExpiredToken', status: 400 });
    server.control.setUser(temporary);
  });

  it('not a clock that is more than 15 minutes off; the client that corrects itself gets in', async () => {
    nowMs = Date.now() + 14 * 60_000;
    await list(connect(fullUser));
    nowMs = Date.now() + 16 * 60_000;
    expect(await refusal(list(connect(fullUser)))).toEqual({ name: 'RequestTimeTooSkewed', status: 403 });
    await list(connect(fullUser, { maxAttempts: 2 }));
    nowMs = Date.now();
  });
});

describe('a bucket in another region', () => {
  it('is told by a redirect that names the region, which the SDK can follow', async () => {
    expect(await refusal(list(connect(fullUser), 'abroad'))).toEqual({
      name: 'PermanentRedirect',
      status: 301,
    });
    const page = await list(connect(fullUser, { followRegionRedirects: true }), 'abroad');
    expect(page.KeyCount).toBe(1);
    const head = connect(fullUser, { region: 'eu-west-1' }).send(new HeadBucketCommand({ Bucket: 'abroad' }));
    expect((await head).BucketRegion).toBe('eu-west-1');
  });

  it('or by calling the header malformed, which the SDK leaves to its caller', async () => {
    const follows = connect(fullUser, { followRegionRedirects: true });
    await expect(list(follows, 'strict')).rejects.toMatchObject({
      name: 'AuthorizationHeaderMalformed',
      Region: 'eu-west-1',
    });
    expect((await list(connect(fullUser, { region: 'eu-west-1' }), 'strict')).KeyCount).toBe(1);
  });

  it('still tells its location; us-east-1 has no name', async () => {
    const client = connect(fullUser);
    expect((await client.send(new GetBucketLocationCommand({ Bucket: 'abroad' }))).LocationConstraint).toBe(
      'eu-west-1',
    );
    expect(
      (await client.send(new GetBucketLocationCommand({ Bucket: 'home' }))).LocationConstraint,
    ).toBeUndefined();
  });

  it('is listed with the others, for any region that is served', async () => {
    for (const region of ['us-east-1', 'eu-west-1']) {
      const { Buckets } = await connect(fullUser, { region }).send(new ListBucketsCommand({}));
      expect(Buckets?.map(({ Name }) => Name)).toEqual(['home', 'abroad', 'strict']);
    }
    const elsewhere = connect(fullUser, { region: 'ap-south-1' }).send(new ListBucketsCommand({}));
    expect(await refusal(elsewhere)).toEqual({ name: 'AuthorizationHeaderMalformed', status: 400 });
  });
});

type LookupDone = (error: Error | null, addresses: { address: string; family: number }[]) => void;

function isRequest(value: unknown): value is { path: string; headers: Record<string, string> } {
  return typeof value === 'object' && value !== null && 'path' in value && 'headers' in value;
}
