import { PutObjectCommand, CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Access } from '../../src/main/s3/access.ts';
import { openConnections } from '../../src/main/s3/exchange.ts';
import { loadSdk } from '../../src/main/s3/sdk.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import type { S3Deps } from '../../src/main/s3/bucket-client.ts';
import { demoUsers } from '../simulators/s3/seed.ts';

/** Environment variable that says where the gateway is, set by the command that started it. */
export const GATEWAY_VARIABLE = 'PIXOP_INGEST_CEPH_URL';
/** Objects written at the same time: beyond it the gateway gets no faster. */
const WRITERS = 16;

/** A Ceph gateway seen by a test: buckets are filled with the SDK, read with the product. */
export interface Gateway {
  readonly url: string;
  readonly deps: S3Deps;
  readonly access: (bucket: string, change?: Partial<S3Access>) => S3Access;
  /** Makes a bucket with these objects, each with its body. */
  readonly fill: (bucket: string, objects: ReadonlyMap<string, string>) => Promise<void>;
  readonly close: () => void;
}

/** Reaches the gateway that `npm run test:ceph` started. */
export function reachGateway(): Gateway {
  const url = process.env[GATEWAY_VARIABLE];
  if (url === undefined)
    throw new Error('These tests need a Ceph gateway: run them with `npm run test:ceph`');
  const connections = openConnections();
  const { accessKeyId, secretAccessKey } = demoUsers.operator;
  const client = new S3Client({
    endpoint: url,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  return {
    url,
    deps: {
      loadSdk,
      connections,
      clock: systemClock,
      random: Math.random,
      allowLoopback: true,
      allowedHosts: null,
    },
    access: (bucket, change = {}) => ({
      locationId: '00000000-0000-4000-8000-000000000001',
      bucket,
      endpoint: { endpoint: url, region: null, pathStyle: true },
      credentials: { kind: 'keys', accessKeyId, secretAccessKey },
      ...change,
    }),
    async fill(bucket, objects) {
      await client.send(new CreateBucketCommand({ Bucket: bucket }));
      const rest = objects.entries();
      const write = async (): Promise<void> => {
        for (const [key, body] of rest) {
          await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: Buffer.from(body) }));
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, write));
    },
    close() {
      connections.close();
      client.destroy();
    },
  };
}
