import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createPixopClient, type PixopClient } from '../../../src/main/pixop/pixop-client.ts';
import { bufferContent } from '../s3/content.ts';
import { demoUsers } from '../s3/seed.ts';
import { startS3Server, type S3Server } from '../s3/server.ts';
import { demoPerson, demoPixop } from './demo.ts';
import type { PixopServer } from './server.ts';

const BYTES = Buffer.alloc(3_000_000, 'pixop');
const KEY = "rushes/Day 1/it's (1)+ä.mov";
const { signal } = new AbortController();

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Both simulators and a client of the platform. */
async function platform(): Promise<{
  pixop: PixopServer;
  s3: S3Server;
  client: PixopClient;
  locationId: string;
}> {
  const s3 = await startS3Server({
    region: 'eu-north-1',
    users: Object.values(demoUsers),
    buckets: [
      {
        name: 'nordlys-media',
        objects: [
          {
            key: KEY,
            content: bufferContent(BYTES),
            contentType: 'video/quicktime',
            modifiedMs: 1_764_000_000_000,
          },
        ],
      },
    ],
  });
  closing.push(s3.close);
  const pixop = await demoPixop({ s3Url: s3.url, settings: { copyBytesPerSecond: 1e12, ingestionMs: 4 } });
  closing.push(pixop.close);
  const client = createPixopClient({
    baseUrl: pixop.url,
    apiKey: async () => demoPerson.apiKey,
    onRate: () => undefined,
    onKeyRejected: () => undefined,
  });
  const { defaultTeam } = await client.account(signal);
  const [location] = await client.inputLocations(defaultTeam.teamId, signal);
  return { pixop, s3, client, locationId: location?.locationId ?? '' };
}

const request = (inputLocationId: string, teamId: string, objectKey = KEY) => ({
  inputLocationId,
  teamId,
  fullIngestion: false,
  body: { name: 'Day 1', objectKey, description: 'said' },
});

async function settled(client: PixopClient, videoId: string) {
  for (;;) {
    const state = await client.videoInState(videoId, signal);
    const isOver = state?.upload?.status === 'FAILED' || state?.ingestion?.status === 'DONE';
    if (isOver) return state;
    await delay(10);
  }
}

async function importOne(client: PixopClient, locationId: string, objectKey = KEY): Promise<string> {
  const { defaultTeam } = await client.account(signal);
  const fact = await client.submitImport(request(locationId, defaultTeam.teamId, objectKey), signal);
  if (fact.kind !== 'answered' || fact.status !== 202) throw new Error(JSON.stringify(fact));
  // The contract's VideoInStatus.
  return (fact.body as { readonly videoId: string }).videoId;
}

describe('An import', () => {
  test('really reads every byte of the object, and says so in the ledger', async () => {
    const { pixop, s3, client, locationId } = await platform();
    const videoId = await importOne(client, locationId);
    expect((await settled(client, videoId))?.upload?.percent).toBe(100);
    expect(pixop.ledger.entries()).toEqual([
      {
        bucket: 'nordlys-media',
        objectKey: KEY,
        requests: 1,
        accepted: 1,
        videoIds: [videoId],
        bytesCopied: BYTES.byteLength,
        sha256: createHash('sha256').update(BYTES).digest('hex'),
      },
    ]);
    expect(s3.control.log.totals('GetObject').requests).toBe(3);
  });
});
