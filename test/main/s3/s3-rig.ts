import type { S3Access } from '../../../src/main/s3/access.ts';
import type { S3Deps } from '../../../src/main/s3/bucket-client.ts';
import { openConnections } from '../../../src/main/s3/exchange.ts';
import { loadSdk } from '../../../src/main/s3/sdk.ts';
import type { Clock } from '../../../src/main/platform/clock.ts';
import type { BucketOptions } from '../../simulators/s3/model.ts';
import type { S3User } from '../../simulators/s3/policy.ts';
import { fullUser } from '../../simulators/s3/sdk-client.ts';
import { startS3Server, type S3Server } from '../../simulators/s3/server.ts';

/** A simulator and everything needed to read it; waits between attempts take no time. */
export interface S3Rig {
  readonly server: S3Server;
  readonly deps: S3Deps;
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[];
  readonly access: (bucket: string, change?: Partial<S3Access>) => S3Access;
  readonly close: () => Promise<void>;
}

/** Starts a rig with the given buckets. */
export async function startRig(
  buckets: readonly BucketOptions[],
  users: readonly S3User[] = [fullUser],
): Promise<S3Rig> {
  const server = await startS3Server({ buckets, users });
  const waits: number[] = [];
  const clock: Clock = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    after(delayMs, callback) {
      waits.push(delayMs);
      const handle = setImmediate(callback);
      return () => clearImmediate(handle);
    },
  };
  const connections = openConnections();
  const { accessKeyId, secretAccessKey } = users[0] ?? fullUser;
  return {
    server,
    waits,
    deps: { loadSdk, connections, clock, random: () => 0.5, allowLoopback: true, allowedHosts: null },
    access: (bucket, change = {}) => ({
      locationId: '00000000-0000-4000-8000-000000000001',
      bucket,
      endpoint: { endpoint: server.url, region: null, pathStyle: true },
      credentials: { kind: 'keys', accessKeyId, secretAccessKey },
      ...change,
    }),
    async close() {
      connections.close();
      await server.close();
    },
  };
}
