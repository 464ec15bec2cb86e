import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Service, type S3Service } from '../../src/main/s3/s3-service.ts';
import { demoUsers } from '../simulators/s3/seed.ts';
import { reachGateway, type Gateway } from './gateway.ts';

const text = 'A body of some length, of which parts are read.';
const keys = [
  'plain.mov',
  'a b/+&=?#%/ü🎬\u202e.mov',
  ' leading and trailing ',
  'quote"\'<&>.mp4',
  'double//slash.mov',
];
const { accessKeyId, secretAccessKey } = demoUsers.operator;

let gateway: Gateway;
let s3: S3Service;
beforeAll(async () => {
  gateway = reachGateway();
  s3 = createS3Service(gateway.deps);
  await gateway.fill('objects', new Map(keys.map((key) => [key, text])));
});
afterAll(() => gateway.close());

describe('the objects of a Ceph gateway', () => {
  it.each(keys)('are described and read by their exact key: %j', async (key) => {
    const access = gateway.access('objects');
    const head = await s3.headObject(access, key);
    expect(head).toMatchObject({ sizeBytes: text.length, storageClass: 'STANDARD' });
    expect(head.etag).toMatch(/^[0-9a-f]{32}$/);
    expect(Math.abs(head.modifiedMs - Date.now())).toBeLessThan(3_600_000);
    expect(Buffer.from(await s3.readRange(access, key, 2, 5)).toString()).toBe('body');
    expect(Buffer.from(await s3.readRange(access, key, 2, 10_000)).toString()).toBe(text.slice(2));
  });

  it('are missing when they are missing', async () => {
    await expect(s3.headObject(gateway.access('objects'), 'nothing.mov')).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('are not read any more when that was cancelled', async () => {
    const reading = s3.readRange(gateway.access('objects'), keys[0] ?? '', 0, 3, AbortSignal.abort());
    await expect(reading).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('the credentials test on a Ceph gateway', () => {
  it('grants everything to the right key and needs no region to be given', async () => {
    const test = await s3.testAccess(gateway.access('objects'));
    expect(test).toMatchObject({ ok: true, error: null });
    expect(test.region).toMatch(/^[a-z0-9-]+$/);
    expect(test.checks.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['s3:ListBucket', 'granted'],
      ['s3:GetObject', 'granted'],
      ['s3:GetBucketLocation', 'granted'],
    ]);
  });

  it('takes whatever region is given, as the gateway does', async () => {
    const endpoint = { endpoint: gateway.url, region: 'eu-north-1', pathStyle: true };
    expect(await s3.testAccess(gateway.access('objects', { endpoint }))).toMatchObject({
      ok: true,
      region: 'eu-north-1',
    });
  });

  it.each([
    ['a wrong secret', { accessKeyId, secretAccessKey: `${secretAccessKey}x` }],
    ['an unknown key', { accessKeyId: 'AKIAUNKNOWN000000001', secretAccessKey }],
  ])('says that %s opens nothing, and does not repeat the secret', async (_, wrong) => {
    const test = await s3.testAccess(gateway.access('objects', { credentials: { kind: 'keys', ...wrong } }));
    expect(test).toMatchObject({ ok: false, error: { code: 'credentials-rejected' } });
    expect(JSON.stringify(test)).not.toContain(wrong.secretAccessKey);
  });

  it('says that a bucket is missing', async () => {
    const test = await s3.testAccess(gateway.access('no-such-bucket'));
    expect(test).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
