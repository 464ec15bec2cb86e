import { setTimeout as delay } from 'node:timers/promises';
import { afterEach } from 'vitest';
import { createPixopClient, type PixopClient } from '../../../src/main/pixop/pixop-client.ts';
import { bufferContent } from '../s3/content.ts';
import { demoUsers } from '../s3/seed.ts';
import { startS3Server, type S3Server } from '../s3/server.ts';
import type { VideoInState } from '../../../src/main/imports/ports.ts';
import type { Settings } from './core/settings.ts';
import { demoPerson, demoPixop } from './demo.ts';
import type { PixopServer } from './server.ts';

/** The one object of the test bucket: three parts of a copy, under a key that needs care. */
export const objectBytes: Buffer = Buffer.alloc(3_000_000, 'pixop');
/** Its key. */
export const objectKey = "rushes/Day 1/it's (1)+ä.mov";

/** A signal that never fires. */
export const { signal } = new AbortController();

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** Both simulators, a client of the platform, and what its imports need. */
export interface TestPlatform {
  readonly pixop: PixopServer;
  readonly s3: S3Server;
  readonly client: PixopClient;
  readonly teamId: string;
  readonly locationId: string;
}

/** Starts a platform that copies as fast as it can; it is closed after the test. */
export async function startPlatform(settings: Partial<Settings> = {}): Promise<TestPlatform> {
  const content = bufferContent(objectBytes);
  const modifiedMs = Date.UTC(2026, 10, 1);
  const s3 = await startS3Server({
    region: 'eu-north-1',
    users: Object.values(demoUsers),
    buckets: [
      {
        name: 'nordlys-media',
        objects: [{ key: objectKey, content, contentType: 'video/quicktime', modifiedMs }],
      },
    ],
  });
  closing.push(s3.close);
  const pace = { copyBytesPerSecond: 1e12, ingestionMs: 4, fullIngestionMs: 8 };
  const pixop = await demoPixop({ s3Url: s3.url, settings: { ...pace, ...settings } });
  closing.push(pixop.close);
  const { directory } = pixop.control.world;
  const teamId = directory.team(null).id;
  const locationId = directory.locations[0]?.id ?? '';
  return { pixop, s3, client: clientOf(pixop), teamId, locationId };
}

/** A client of a platform, by default with the valid key. */
export const clientOf = (
  { url }: Pick<PixopServer, 'url'>,
  apiKey: string = demoPerson.apiKey,
): PixopClient =>
  createPixopClient({
    baseUrl: url,
    apiKey: async () => apiKey,
    onRate: () => undefined,
    onKeyRejected: () => undefined,
  });

/** Sends the import of a key. */
export const submit = (
  { client, teamId, locationId }: TestPlatform,
  key = objectKey,
  inputLocationId = locationId,
) =>
  client.submitImport(
    {
      inputLocationId,
      teamId,
      fullIngestion: false,
      body: { name: 'Day 1', objectKey: key, description: 'said' },
    },
    signal,
  );

/** Sends an import that must be accepted, and tells its video. */
export async function importOne(platform: TestPlatform): Promise<string> {
  const fact = await submit(platform);
  const body: unknown = fact.kind === 'answered' ? fact.body : null;
  if (typeof body !== 'object' || body === null || !('videoId' in body) || typeof body.videoId !== 'string')
    throw new Error(`Not accepted: ${JSON.stringify(fact)}`);
  return body.videoId;
}

/** Waits until a video is wholly in, or failed. */
export async function settled({ client }: TestPlatform, videoId: string): Promise<VideoInState | null> {
  for (;;) {
    const state = await client.videoInState(videoId, signal);
    const ingested = state?.ingestion?.status;
    if (state?.upload?.status === 'FAILED' || ingested === 'DONE' || ingested === 'FAILED') return state;
    await delay(5);
  }
}
