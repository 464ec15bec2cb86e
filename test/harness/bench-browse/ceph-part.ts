import { GATEWAY_VARIABLE, reachGateway } from '../../ceph/gateway.ts';
import { archiveKeyspace } from '../../simulators/s3/generated-keys.ts';
import { demoUsers } from '../../simulators/s3/seed.ts';
import { listCase } from './listing-part.ts';
import type { Report } from './report.ts';
import type { ListedServer } from './s3-process.ts';

/** Objects of the bucket, each written by a request of its own: more take minutes to write. */
const KEYS = 20_000;

/** How fast a real S3 server's bucket is listed, where a gateway is up: `npm run test:ceph -- --bench` starts one. */
export async function cephPart(report: Report): Promise<void> {
  if (process.env[GATEWAY_VARIABLE] === undefined)
    return report.section('Ceph: left out, no gateway is up; `npm run test:ceph -- --bench` starts one');
  report.section('Listing, a Ceph gateway on the same cores; medians of interleaved rounds');
  const server = await filledGateway();
  await listCase(
    report,
    { keys: KEYS, pageMs: 0, rounds: 5, tools: ['rclone'], targets: { 'SDK paginator': 1 } },
    () => Promise.resolve(server),
  );
}

async function filledGateway(): Promise<ListedServer> {
  const gateway = reachGateway();
  const bucket = `bench-${Date.now()}`;
  const { keyAt } = archiveKeyspace(KEYS);
  await gateway.fill(bucket, new Map(Array.from({ length: KEYS }, (_, at) => [keyAt(at), 'x'])));
  const { accessKeyId, secretAccessKey } = demoUsers.operator;
  return {
    url: gateway.url,
    region: 'us-east-1',
    bucket,
    keys: KEYS,
    accessKeyId,
    secretAccessKey,
    delayPages: () => Promise.resolve(),
    // It does not say what it was asked.
    requests: () => Promise.resolve(null),
    close: () => Promise.resolve(gateway.close()),
  };
}
