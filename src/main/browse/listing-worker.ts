import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { systemClock } from '../platform/clock.ts';
import { bucketClient } from '../s3/bucket-client.ts';
import { openConnections } from '../s3/exchange.ts';
import { pageFetcher } from '../s3/page-fetcher.ts';
import { loadSdk } from '../s3/sdk.ts';
import { createListingHost } from './listing-host.ts';
import type { CallMessage } from './listing-protocol.ts';

if (parentPort === null) throw new Error('This file runs as a worker thread only');
const port = parentPort;
const reach = z
  .object({ allowLoopback: z.boolean(), allowedHosts: z.array(z.string()).nullable() })
  .parse(workerData);
const connections = openConnections();

const receive = createListingHost({
  clock: systemClock,
  fetchPages: (access) =>
    pageFetcher(
      bucketClient(access, { loadSdk, connections, clock: systemClock, random: Math.random, ...reach }),
    ),
  post: (message) => port.postMessage(message),
});
// Only this app's own main process has the other end of the port.
port.on('message', (message: CallMessage) => receive(message));
