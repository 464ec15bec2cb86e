import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bucketClient } from '../../../src/main/s3/bucket-client.ts';
import { startProxy, type ProxyServer } from '../../simulators/proxy/server.ts';
import { startRig, type S3Rig } from './s3-rig.ts';

const list = { method: 'GET', key: '', query: { 'list-type': '2' }, headers: {} } as const;
const options = { action: 's3:ListBucket' };

let rig: S3Rig;
let proxy: ProxyServer;
beforeEach(async () => {
  rig = await startRig([{ name: 'bucket', objects: [] }]);
  proxy = await startProxy();
});
afterEach(async () => {
  await rig.close();
  await proxy.close();
});

describe('A bucket behind a proxy', () => {
  it('is read by one way that is kept open', async () => {
    const client = bucketClient(rig.access('bucket', { proxy: proxy.url }), rig.deps);
    for (let page = 0; page < 3; page += 1) expect((await client.send(list, options)).status).toBe(200);
    expect(proxy.asked).toEqual([new URL(rig.server.url).host]);
  });

  it('is said to be behind one that refuses', async () => {
    proxy.mood = 'want-sign-in';
    const client = bucketClient(rig.access('bucket', { proxy: proxy.url }), rig.deps);
    await expect(client.send(list, options)).rejects.toMatchObject({
      error: { code: 'offline', detail: { source: 'app', serviceCode: 'PROXY_REFUSED' } },
    });
  });

  it('is read directly where none is named', async () => {
    const client = bucketClient(rig.access('bucket', { proxy: null }), rig.deps);
    expect((await client.send(list, options)).status).toBe(200);
    expect(proxy.asked).toEqual([]);
  });
});
