import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createHandlers } from '../../../src/main/handlers.ts';
import { createPublisher } from '../../../src/main/ipc/publish.ts';
import { serve } from '../../../src/main/ipc/serve.ts';
import { systemClock } from '../../../src/main/platform/clock.ts';
import { logTail } from '../../../src/main/platform/log-tail.ts';
import { openLog, type Log } from '../../../src/main/platform/log.ts';
import type { Redactor } from '../../../src/main/platform/redact.ts';
import { createMemoryVault } from '../../../src/main/secrets/key-vault.ts';
import { createServices } from '../../../src/main/services.ts';
import { CHANNEL_PREFIX } from '../../../src/shared/bridge.ts';
import type { RequestName } from '../../../src/shared/contract.ts';
import type { Result } from '../../../src/shared/result.ts';
import { demoPerson, demoPixop } from '../../simulators/pixop/demo.ts';
import { demoBucket, demoUsers } from '../../simulators/s3/seed.ts';
import { startS3Server } from '../../simulators/s3/server.ts';
import { noPolicy } from '../../../src/main/policy/policy.ts';
import { startEchoFront, type EchoFront } from './echo-front.ts';

const worker = new URL('../../../src/main/browse/listing-worker.ts', import.meta.url);
/** A thread does not inherit the loader for TypeScript. */
const bootstrap = `import('tsx/esm/api').then((api) => { api.register(); return import('${worker.href}'); })`;

/** A key of its own for each thing that is kept secret. */
export const secrets = {
  apiKey: demoPerson.apiKey,
  secretAccessKey: demoUsers.operator.secretAccessKey,
  sessionToken: 'FwoGZXIvYXdzEJr//kanarie/4711+fugl+synger//////////wEaDNotARealToken',
  newSecretAccessKey: 'kA9/naRie+2keY0notReal8/wJalrXUtnFEMIbird',
} as const;

/** The whole main process behind its calls, with services in front of the simulators that can repeat all they hear. */
export interface CanaryRig {
  readonly pixop: EchoFront;
  readonly s3: EchoFront;
  readonly log: Log;
  /** Makes one call as the window does. */
  readonly call: (name: RequestName, input: unknown) => Promise<Result<never>>;
  /** All that a window, a person or a file on disk got so far: by place. */
  readonly heard: () => Promise<readonly (readonly [where: string, text: string])[]>;
  readonly close: () => Promise<void>;
}

/** Starts the rig, not yet connected. */
export async function startCanaryRig(redactor: Redactor): Promise<CanaryRig> {
  const directory = await mkdtemp(join(tmpdir(), 'pixop-ingest-canary-'));
  const s3Server = await startS3Server({ buckets: [demoBucket()], users: Object.values(demoUsers) });
  const platform = await demoPixop({
    s3Url: s3Server.url,
    settings: { fullIngestionMs: 50, ingestionMs: 50 },
  });
  const s3 = await startEchoFront(s3Server.url, secrets.secretAccessKey, secrets.sessionToken);
  const pixop = await startEchoFront(platform.url, secrets.apiKey, secrets.newSecretAccessKey);
  const logPath = join(directory, 'logs', 'pixop-ingest.log');
  const log = openLog(logPath, redactor);
  const said: (readonly [string, string])[] = [];
  const window = {
    isDestroyed: () => false,
    webContents: {
      send: (channel: string, payload: unknown) => void said.push([channel, JSON.stringify(payload)]),
    },
  };
  const services = await createServices({
    directory,
    clock: systemClock,
    log,
    redactor,
    vault: createMemoryVault('The canary has no keychain.'),
    policy: noPolicy,
    updater: null,
    proxyFor: async () => null,
    simulatorUrl: pixop.url,
    lookDelaysMs: [0, 100],
    startListingWorker: (workerData) => new Worker(bootstrap, { eval: true, workerData }),
    startParserWorker: () => {
      throw new Error('The canary looks into no video.');
    },
    publish: createPublisher(() => [window]),
    logLines: () => logTail(logPath),
    onQueues: () => undefined,
    onBatchEnd: () => undefined,
    onSettings: () => undefined,
  });
  const channels = new Map<string, (event: null, raw: unknown) => Promise<unknown>>();
  const handlers = createHandlers(services, {
    info: () => ({
      version: '0',
      platform: 'linux',
      locale: 'en',
      timeZone: 'UTC',
      homeHint: '/',
      managed: null,
    }),
    licences: async () => [],
    openPage: async () => undefined,
    openManifest: async () => null,
    saveFile: async (name, text) => (said.push([`export ${name}`, text]), name),
  });
  serve({ handle: (channel, listener) => channels.set(channel, listener) }, handlers, {
    isTrusted: () => true,
    onProblem: (call, problem) => log.warn('A call failed', { call, problem }),
  });
  return {
    pixop,
    s3,
    log,
    async call(name, input) {
      const answer = await channels.get(CHANNEL_PREFIX + name)?.(null, input);
      said.push([`answer to ${name}`, JSON.stringify(answer)]);
      // `serve` answers nothing else.
      return answer as Result<never>;
    },
    async heard() {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map(async (entry) => {
          const path = join(entry.parentPath, entry.name);
          return [path.slice(directory.length + 1), await readFile(path, 'latin1')] as const;
        });
      return [...said, ...(await Promise.all(files))];
    },
    async close() {
      await services.close();
      await Promise.all([pixop.close(), s3.close()]);
      await Promise.all([platform.close(), s3Server.close()]);
      await rm(directory, { recursive: true });
    },
  };
}
