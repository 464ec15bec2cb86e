import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { bucketClient } from '../../../src/main/s3/bucket-client.ts';
import { checkEndpoint as checkForRequests } from '../../../src/main/s3/endpoint.ts';
import { checkEndpoint as checkForStorage } from '../../../src/main/session/endpoint-rule.ts';
import { startRig, type S3Rig } from './s3-rig.ts';

/** A server that must never be asked for anything. */
async function trap(): Promise<{ url: string; asked: string[]; close: () => Promise<void> }> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

let rig: S3Rig | null = null;
afterEach(async () => {
  await rig?.close();
  rig = null;
});

const list = { method: 'GET', key: '', query: { 'list-type': '2', 'max-keys': '1' }, headers: {} } as const;

describe('signed requests', () => {
  it('go where the operator said, whatever endpoints the environment names', async () => {
    const elsewhere = await trap();
    const names = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL_STS'];
    for (const name of names) process.env[name] = elsewhere.url;
    try {
      rig = await startRig([{ name: 'bucket', objects: [] }]);
      const client = bucketClient(rig.access('bucket'), rig.deps);
      expect((await client.send(list, { action: 's3:ListBucket' })).status).toBe(200);
      expect(elsewhere.asked).toEqual([]);
    } finally {
      for (const name of names) delete process.env[name];
      await elsewhere.close();
    }
  });

  it.each([301, 302, 303, 307, 308])('never follow a %i to another host', async (status) => {
    const elsewhere = await trap();
    const redirecting = http.createServer((_request, response) => {
      response.writeHead(status, { location: elsewhere.url }).end();
    });
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
    const { port } = redirecting.address() as AddressInfo;
    try {
      rig = await startRig([{ name: 'bucket', objects: [] }]);
      const endpoint = { endpoint: `http://127.0.0.1:${port}`, region: null, pathStyle: true };
      const client = bucketClient(rig.access('bucket', { endpoint }), rig.deps);
      await expect(client.send(list, { action: 's3:ListBucket' })).rejects.toMatchObject({
        error: { detail: { httpStatus: status } },
      });
      expect(elsewhere.asked).toEqual([]);
    } finally {
      await elsewhere.close();
      await new Promise<void>((resolve) => void redirecting.close(() => resolve()));
    }
  });
});

const refused = [
  'http://s3.example.com',
  'ftp://s3.example.com',
  'file:///etc/passwd',
  'https://169.254.169.254',
  'https://[fe80::1]',
  'https://user:password@s3.example.com',
  'https://s3.example.com/?x=1',
  'https://127.0.0.1',
  'https://[::1]',
  'https://0.0.0.0',
];

describe('an endpoint', () => {
  it.each(refused)('is refused before it is stored and before it is asked: %s', (endpoint) => {
    const given = { endpoint, region: null, pathStyle: true };
    expect(() => checkForStorage(given, false)).toThrow();
    expect(() => checkForRequests(endpoint, false)).toThrow();
  });

  it.each(['https://s3.example.com', 'https://minio.studio.example:9000'])('may be %s', (endpoint) => {
    expect(() => checkForStorage({ endpoint, region: null, pathStyle: true }, false)).not.toThrow();
    expect(() => checkForRequests(endpoint, false)).not.toThrow();
  });
});

describe('Under a policy that lists hosts', () => {
  it('nothing is sent to a bucket on another host', async () => {
    const elsewhere = await trap();
    try {
      rig = await startRig([{ name: 'bucket', objects: [] }]);
      const endpoint = { endpoint: elsewhere.url, region: null, pathStyle: true };
      const client = bucketClient(rig.access('bucket', { endpoint }), {
        ...rig.deps,
        allowedHosts: ['*.amazonaws.com'],
      });
      await expect(client.send(list, { action: 's3:ListBucket' })).rejects.toMatchObject({
        error: { code: 'forbidden', detail: { serviceCode: 'ENDPOINT_NOT_ALLOWED' } },
      });
      expect(elsewhere.asked).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });
});
