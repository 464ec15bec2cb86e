import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { cephGateway, provision } from '../tools/provision.ts';
import { demoUsers } from '../simulators/s3/seed.ts';
import { startCeph, type CephCluster } from './cluster.ts';
import { GATEWAY_VARIABLE } from './gateway.ts';

/** What `npm run test:ceph` does: starts a Ceph of its own, holds the product to it (or, with `--bench`, measures it), and ends it whatever happens. */
const root = resolve(import.meta.dirname, '../..');

async function test(cluster: CephCluster, stop: AbortSignal): Promise<number> {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const program = process.argv.includes('--bench')
    ? ['test/harness/bench-browse/main.ts', '--part', 'ceph']
    : ['test/tools/run-tests.ts', 'ceph'];
  const child = spawn(process.execPath, [tsx, ...program], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [GATEWAY_VARIABLE]: cluster.url },
  });
  stop.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((end, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => end(code ?? 1));
  });
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

provision([cephGateway]);
const begunMs = Date.now();
const cluster = await startCeph([{ ...demoUsers.operator, name: 'operator' }]);
try {
  console.log(`Ceph answers after ${((Date.now() - begunMs) / 1_000).toFixed(1)} s.`);
  process.exitCode = stop.signal.aborted ? 1 : await test(cluster, stop.signal);
} finally {
  await cluster.close();
}
