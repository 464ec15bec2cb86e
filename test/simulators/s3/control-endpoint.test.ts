import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startControlEndpoint, type ControlEndpoint } from './control-endpoint.ts';
import { fullUser, refusal, sdkClient, textObject } from './sdk-client.ts';
import { startS3Server, type S3Server } from './server.ts';

let server: S3Server;
let endpoint: ControlEndpoint;
let client: S3Client;

beforeAll(async () => {
  server = await startS3Server({ buckets: [{ name: 'b', objects: [textObject('a')] }], users: [fullUser] });
  endpoint = await startControlEndpoint(server.control);
  client = sdkClient(server);
});

afterAll(async () => {
  client.destroy();
  await Promise.all([server.close(), endpoint.close()]);
});

async function call(method: string, path: string, body?: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(endpoint.url + path, { method, ...(body === undefined ? {} : { body }) });
  return { status: answer.status, text: await answer.text() };
}

const list = () => client.send(new ListObjectsV2Command({ Bucket: 'b' }));

describe('the control endpoint', () => {
  it('sets some faults, shows them all and clears them', async () => {
    const set = await call('PATCH', '/faults', '{"slowDownNext": 1, "deniedPrefixes": ["x/"]}');
    expect(JSON.parse(set.text)).toMatchObject({
      slowDownNext: 1,
      deniedPrefixes: ['x/'],
      captivePortal: false,
    });
    expect(await refusal(list())).toEqual({ name: 'SlowDown', status: 503 });
    expect(JSON.parse((await call('GET', '/faults')).text)).toMatchObject({
      slowDownNext: 0,
      deniedPrefixes: ['x/'],
    });
    expect(JSON.parse((await call('DELETE', '/faults')).text)).toMatchObject({ deniedPrefixes: [] });
  });

  it('shows and empties the request log', async () => {
    await call('DELETE', '/log');
    await list();
    const log = JSON.parse((await call('GET', '/log')).text);
    expect(log).toMatchObject({ peakInFlight: 1, entries: [{ operation: 'ListObjectsV2', status: 200 }] });
  });

  it('says what is wrong with a call, and changes nothing', async () => {
    for (const [method, path, body, says] of [
      ['PATCH', '/faults', '{"slowDownNxt": 1}', 'slowDownNxt'],
      ['PATCH', '/faults', '{"slowDownNext": -1}', 'slowDownNext'],
      ['PATCH', '/faults', 'not json', 'JSON'],
      ['POST', '/nothing', '', 'There is no POST /_control/nothing'],
    ] as const) {
      const { status, text } = await call(method, path, body);
      expect(status).toBe(400);
      expect(text).toContain(says);
    }
    await list();
  });

  it('is not to be reached through the port of the objects', async () => {
    const answer = await fetch(`${server.url}/_control/faults`);
    expect(answer.status).toBe(403);
  });
});
