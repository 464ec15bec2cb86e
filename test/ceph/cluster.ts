import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cephConfiguration } from './configuration.ts';
import { freePort, startDaemon, type Daemon } from './daemon.ts';

const run = promisify(execFile);
/** Longest that one administrative command may take, in milliseconds. */
const COMMAND_MS = 60_000;

/** Keys of a user that the gateway is to know. */
export interface GatewayUser {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A running cluster with an S3 gateway. */
export interface CephCluster {
  /** `http://127.0.0.1:<port>`: for path-style clients. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts Debian's Ceph on loopback with everything in a folder that goes with it; about 15 s from nothing. */
export async function startCeph(users: readonly GatewayUser[]): Promise<CephCluster> {
  const directory = mkdtempSync(join(tmpdir(), 'pixop-ingest-ceph-'));
  const file = (name: string): string => join(directory, name);
  const place = {
    directory,
    clusterId: randomUUID(),
    monitorPort: await freePort(),
    gatewayPort: await freePort(),
  };
  const daemons: Daemon[] = [];
  const common = ['-c', file('ceph.conf'), '--setuser', 'root', '--setgroup', 'root'];
  const start = (name: string, command: readonly string[]): Daemon => {
    const daemon = startDaemon(name, command, file(`${name}.out`));
    daemons.push(daemon);
    return daemon;
  };
  const ceph = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run('ceph', ['-c', file('ceph.conf'), ...args], { timeout: COMMAND_MS });
    return stdout.trim();
  };
  const close = async (): Promise<void> => {
    for (const daemon of daemons.toReversed()) await daemon.end();
    rmSync(directory, { recursive: true, force: true });
  };

  try {
    for (const name of ['mon', 'osd']) mkdirSync(file(name));
    writeFileSync(file('ceph.conf'), cephConfiguration(place));
    const monitorAt = `[v1:127.0.0.1:${place.monitorPort}]`;
    await run('monmaptool', [
      '--create',
      '--fsid',
      place.clusterId,
      '--addv',
      'a',
      monitorAt,
      file('monmap'),
    ]);
    await run('ceph-mon', [...common, '--mkfs', '-i', 'a', '--monmap', file('monmap')]);
    start('monitor', ['ceph-mon', '-f', ...common, '-i', 'a']);
    const diskId = randomUUID();
    const osd = await ceph('osd', 'new', diskId);
    start('manager', ['ceph-mgr', '-f', ...common, '-i', 'x']);
    writeFileSync(file('osd/fsid'), diskId);
    await run('ceph-osd', [...common, '-i', osd, '--mkfs', '--osd-uuid', diskId]);
    await ceph('osd', 'crush', 'add', `osd.${osd}`, '1.0', 'root=default', 'host=localhost');
    start('disk', ['ceph-osd', '-f', ...common, '-i', osd]);
    const gateway = start('gateway', ['radosgw', '-f', ...common, '-n', 'client.rgw']);
    const url = `http://127.0.0.1:${place.gatewayPort}`;
    await answers(url, gateway);
    for (const user of users) await addUser(file('ceph.conf'), user);
    return { url, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

async function addUser(configuration: string, { name, accessKeyId, secretAccessKey }: GatewayUser) {
  const keys = [`--access-key=${accessKeyId}`, `--secret-key=${secretAccessKey}`];
  const args = ['-c', configuration, 'user', 'create', `--uid=${name}`, `--display-name=${name}`, ...keys];
  await run('radosgw-admin', args, { timeout: COMMAND_MS });
}

/** Waits for the gateway's first answer, as long as it lives. */
async function answers(url: string, gateway: Daemon): Promise<void> {
  const giveUpAt = Date.now() + COMMAND_MS;
  for (;;) {
    gateway.assertAlive();
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    if (Date.now() > giveUpAt) throw new Error(`The gateway did not answer within ${COMMAND_MS / 1_000} s.`);
    await sleep(100);
  }
}
