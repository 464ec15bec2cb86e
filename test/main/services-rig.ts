import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EventName, Payload } from '../../src/shared/contract.ts';
import { defaultBrowseView } from '../../src/shared/browse.ts';
import type { BatchSettings, JobRow } from '../../src/shared/imports.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { createRedactor } from '../../src/main/platform/redact.ts';
import { createMemoryVault } from '../../src/main/secrets/key-vault.ts';
import { createServices, type Services } from '../../src/main/services.ts';
import type { PixopControl } from '../simulators/pixop/control.ts';
import { demoPerson, demoPixop, secondPerson, seedSecond } from '../simulators/pixop/demo.ts';
import type { PixopServer } from '../simulators/pixop/server.ts';
import { demoBucket, demoUsers } from '../simulators/s3/seed.ts';
import { noPolicy } from '../../src/main/policy/policy.ts';
import { startS3Server } from '../simulators/s3/server.ts';

const worker = new URL('../../src/main/browse/listing-worker.ts', import.meta.url);
/** A thread does not inherit the loader for TypeScript. */
const bootstrap = (file: URL): string =>
  `import('tsx/esm/api').then((api) => { api.register(); return import('${file.href}'); })`;
const parser = new URL('../../src/main/peek/parser-worker.ts', import.meta.url);
const wasmPath = createRequire(import.meta.url).resolve('mediainfo.js/MediaInfoModule.wasm');

/** Whose location is imported from, and into which of its teams. */
interface ImportFrom {
  readonly locationId: string;
  readonly settings: BatchSettings;
}

/** The main process without a window, on both simulators. */
export interface ServicesRig {
  readonly pixop: PixopServer;
  readonly services: Services;
  readonly events: { readonly name: EventName; readonly payload: unknown }[];
  readonly teamId: string;
  readonly locationId: string;
  readonly settings: BatchSettings;
  /** Queues every video below a prefix, by default from the first account's location; answers with how many. */
  readonly importBelow: (prefix: string, from?: ImportFrom) => Promise<number>;
  /** Connects the simulator's second account, which is shown then, with credentials for its own location. */
  readonly connectSecond: () => Promise<ImportFrom & { readonly control: PixopControl }>;
  readonly rows: () => Promise<readonly JobRow[]>;
  /** Resolves when the queue fits; rejects with the rows after 15 s. */
  readonly until: (fits: (rows: readonly JobRow[]) => boolean) => Promise<readonly JobRow[]>;
  /** Ends the services and starts them anew on the same folder. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the simulators and the services, connected and with credentials for the demo bucket; a given address is of an
 * S3 that takes the place of the simulated one.
 */
export async function startServicesRig(otherS3Url?: string): Promise<ServicesRig> {
  const directory = await mkdtemp(join(tmpdir(), 'services-'));
  const s3 =
    otherS3Url === undefined
      ? await startS3Server({ buckets: [demoBucket()], users: Object.values(demoUsers) })
      : { url: otherS3Url, close: () => Promise.resolve() };
  const pixop = await demoPixop({ s3Url: s3.url, settings: { fullIngestionMs: 200, ingestionMs: 100 } });
  const vault = createMemoryVault('A test has no keychain.');
  const events: { name: EventName; payload: unknown }[] = [];
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const start = (): Promise<Services> =>
    createServices({
      directory,
      clock: systemClock,
      log: silent,
      redactor: createRedactor(),
      vault,
      policy: noPolicy,
      updater: null,
      proxyFor: async () => null,
      simulatorUrl: pixop.url,
      startListingWorker: (workerData) => new Worker(bootstrap(worker), { eval: true, workerData }),
      startParserWorker: () => new Worker(bootstrap(parser), { eval: true, workerData: { wasmPath } }),
      publish: <N extends EventName>(name: N, payload: Payload<N>) => void events.push({ name, payload }),
      logLines: async () => [],
      onQueues: () => undefined,
      onBatchEnd: () => undefined,
      onSettings: () => undefined,
    });

  const rig = { services: await start() };
  await rig.services.session.saveKey(demoPerson.apiKey);
  const session = await rig.services.session.get();
  const teamId = session.account?.defaultTeam.teamId ?? '';
  const locationIn = async (team: string): Promise<string> => {
    const [source] = await rig.services.sources.list(team);
    const { accessKeyId, secretAccessKey } = demoUsers.operator;
    await rig.services.sources.saveCredentials({
      locationId: source?.locationId ?? '',
      credentials: { kind: 'keys', accessKeyId, secretAccessKey },
      endpoint: { endpoint: s3.url, region: 'eu-north-1', pathStyle: true },
    });
    return source?.locationId ?? '';
  };
  const locationId = await locationIn(teamId);
  const settings: BatchSettings = {
    teamId,
    projectId: null,
    projectName: null,
    fullIngestion: true,
    nameTemplate: '{basename}',
    descriptionTemplate: '',
    importReference: true,
  };
  const rows = async (): Promise<readonly JobRow[]> =>
    (await rig.services.queues.current()).snapshot({ from: 0, count: 5_000 }).rows;

  return {
    pixop,
    get services() {
      return rig.services;
    },
    events,
    teamId,
    locationId,
    settings,
    async connectSecond() {
      const control = pixop.addAccount(secondPerson, seedSecond);
      const { account } = await rig.services.session.addConnection('simulator', secondPerson.apiKey);
      const team = account?.defaultTeam.teamId ?? '';
      return { control, locationId: await locationIn(team), settings: { ...settings, teamId: team } };
    },
    async importBelow(prefix, from = { locationId, settings }) {
      const { browse, drafts } = rig.services;
      const opened = await browse.open({
        locationId: from.locationId,
        prefix,
        scope: 'below',
        view: defaultBrowseView,
      });
      const { listingId } = opened;
      for (let state = opened; !state.complete;) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        state = await browse.view({ listingId, view: defaultBrowseView });
      }
      await browse.select({ listingId, change: { kind: 'all-matching' } });
      const { draftId } = await drafts.fromSelection(listingId);
      const { queued } = await drafts.start({ draftId, settings: from.settings, keep: [] });
      await browse.close({ listingId });
      return queued;
    },
    rows,
    async until(fits) {
      const deadline = Date.now() + 15_000;
      for (;;) {
        const now = await rows();
        if (fits(now)) return now;
        if (Date.now() > deadline) {
          const summary = JSON.stringify((await rig.services.queues.current()).summary());
          throw new Error(`The queue did not get there: ${summary} ${JSON.stringify(now.slice(0, 5))}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    },
    async restart() {
      await rig.services.close();
      rig.services = await start();
      await rig.services.session.check();
      await rig.services.sources.list(teamId);
    },
    async close() {
      await rig.services.close();
      await Promise.all([pixop.close(), s3.close()]);
      await rm(directory, { recursive: true });
    },
  };
}
