import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, type Settings } from '../../src/shared/settings.ts';
import { demoPerson, demoPixop } from './pixop/demo.ts';
import type { PixopServer, PixopServerOptions } from './pixop/server.ts';
import type { BucketOptions } from './s3/model.ts';
import { demoBucket, demoUsers } from './s3/seed.ts';
import { startS3Server, type S3Server } from './s3/server.ts';

/** Both simulators, and a folder in which an app may keep its things. */
export interface DemoWorld {
  readonly s3: S3Server;
  readonly pixop: PixopServer;
  readonly userDataDir: string;
  /** What the app is started with: where the simulator is, and an AWS profile that may read the demo bucket. */
  readonly env: Readonly<Record<string, string>>;
  /** The same, with the key of the simulator given: the app starts connected. */
  readonly connectedEnv: Readonly<Record<string, string>>;
  /** Writes what an operator would have set up on an earlier day, so that the app opens with the bucket. */
  readonly setUp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What may be chosen of the world. */
export interface WorldOptions {
  readonly settings?: PixopServerOptions['settings'];
  /** Buckets beside the demo's own; each has an input location of the same name. */
  readonly buckets?: readonly BucketOptions[];
  /** What the operator had chosen on an earlier day. */
  readonly chosen?: Partial<Settings>;
}

const PROFILE = 'nordlys-demo';

/** Starts everything on loopback. */
export async function startDemoWorld(options: WorldOptions = {}): Promise<DemoWorld> {
  const userDataDir = await mkdtemp(join(tmpdir(), 'pixop-ingest-'));
  const s3 = await startS3Server({
    buckets: [demoBucket(), ...(options.buckets ?? [])],
    users: Object.values(demoUsers),
    region: 'eu-north-1',
  });
  const pixop = await demoPixop({
    s3Url: s3.url,
    ...(options.settings ? { settings: options.settings } : {}),
  });
  addLocations(pixop, options.buckets ?? []);
  const aws = join(userDataDir, 'aws');
  await mkdir(aws);
  const { accessKeyId, secretAccessKey } = demoUsers.operator;
  await writeFile(join(aws, 'config'), `[profile ${PROFILE}]\nregion = eu-north-1\n`);
  await writeFile(
    join(aws, 'credentials'),
    `[${PROFILE}]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
  );
  const env = {
    PIXOP_INGEST_SIMULATOR_URL: pixop.url,
    AWS_CONFIG_FILE: join(aws, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(aws, 'credentials'),
  };
  return {
    s3,
    pixop,
    userDataDir,
    env,
    connectedEnv: { ...env, PIXOP_INGEST_SIMULATOR_KEY: demoPerson.apiKey },
    async setUp() {
      const { directory } = pixop.control.world;
      const sources = directory.locations.map(({ id }) => ({
        environmentId: 'simulator',
        locationId: id,
        endpoint: { endpoint: s3.url, region: 'eu-north-1', pathStyle: true },
        credentials: { kind: 'profile', profile: PROFILE },
      }));
      const settings = {
        ...defaultSettings,
        environmentId: 'simulator',
        firstRunDone: true,
        ...options.chosen,
      };
      await writeFile(join(userDataDir, 'sources.json'), JSON.stringify({ version: 1, sources }));
      await writeFile(join(userDataDir, 'settings.json'), JSON.stringify(settings));
    },
    async close() {
      await Promise.all([pixop.close(), s3.close()]);
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function addLocations(pixop: PixopServer, buckets: readonly BucketOptions[]): void {
  const { directory } = pixop.control.world;
  const [team] = directory.teams;
  if (team === undefined) throw new Error('The demo has no team');
  const { accessKeyId: accessKey, secretAccessKey } = demoUsers.operator;
  for (const { name } of buckets)
    directory.addLocation(team.id, { name, bucket: name, accessKey, secretAccessKey });
}
