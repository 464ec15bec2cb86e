import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { openBucket } from './bucket.ts';
import { createControl, type S3Control } from './control.ts';
import { noFaults } from './faults.ts';
import { createExchange } from './exchange.ts';
import { listenOnLoopback } from './loopback.ts';
import type { S3ServerOptions } from './model.ts';
import { createRequestLog } from './request-log.ts';
import type { World } from './world.ts';

/** A running server. */
export interface S3Server {
  /** `http://127.0.0.1:<port>`: the endpoint for path-style clients. */
  readonly url: string;
  readonly port: number;
  readonly control: S3Control;
  /** Ends every connection, answered or not, and gives the port back. */
  readonly close: () => Promise<void>;
}

/** Starts an S3 on loopback that checks signatures and permissions like the real one and fails on command. */
export async function startS3Server(options: S3ServerOptions): Promise<S3Server> {
  const region = options.region ?? 'us-east-1';
  const world: World = {
    region,
    buckets: new Map(options.buckets.map((bucket) => [bucket.name, openBucket(bucket, region)])),
    users: new Map(options.users.map((user) => [user.accessKeyId, user])),
    faults: noFaults(),
    log: createRequestLog(),
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
  };
  const exchange = createExchange(world, randomUUID);
  const server = createServer((request, response) => void exchange(request, response));
  const { port, close } = await listenOnLoopback(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    control: createControl(world),
    close,
  };
}
