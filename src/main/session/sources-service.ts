import type { Input, Output } from '../../shared/contract.ts';
import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import type {
  CredentialsTest,
  EnvironmentId,
  S3CredentialsInput,
  S3Endpoint,
  Source,
} from '../../shared/session.ts';
import type { InputLocation, PixopClient } from '../pixop/pixop-client.ts';
import type { S3Access } from '../s3/access.ts';
import type { KeyVault } from '../secrets/key-vault.ts';
import { checkEndpoint } from './endpoint-rule.ts';
import { labelOf, recordedCredentials, sourceFileSchema, type SourceRecord } from './source-record.ts';

/** What sources need of the rest of the app. */
export interface SourcesPorts {
  readonly vault: KeyVault;
  readonly file: { readonly load: () => Promise<unknown>; readonly save: (value: unknown) => Promise<void> };
  readonly environment: () => EnvironmentId;
  readonly client: () => PixopClient;
  readonly testAccess: (access: S3Access) => Promise<CredentialsTest>;
  /** How many imports of this workstation still need a location at Pixop. */
  readonly importsNeeding: (locationId: string) => Promise<number>;
  /** Told when a location is gone, so that nothing of it stays open. */
  readonly onRemoved: (locationId: string) => void;
  /** Told when a location's credentials changed, so that cached S3 clients are dropped. */
  readonly onCredentials: (locationId: string) => void;
  readonly onSecret: (secret: string) => void;
  readonly onChange: (sources: Source[]) => void;
  /** Plain http to this machine is allowed in the demo and in tests only. */
  readonly allowLoopback: boolean;
}

/** Input locations of the chosen team, each with how its bucket is browsed from here. */
export interface SourcesService {
  readonly list: (teamId: string) => Promise<Source[]>;
  readonly create: (input: Input<'sources.create'>) => Promise<Source>;
  readonly rename: (locationId: string, name: string) => Promise<Source>;
  /** Replaces the keys with which Pixop itself reads the bucket. */
  readonly replaceKeys: (input: Input<'sources.replaceKeys'>) => Promise<void>;
  /** Rejects with `conflict` while imports need the location; it then stays as it is. */
  readonly remove: (locationId: string) => Promise<void>;
  readonly saveCredentials: (
    input: Input<'sources.saveCredentials'>,
  ) => Promise<Output<'sources.saveCredentials'>>;
  readonly testCredentials: (locationId: string) => Promise<CredentialsTest>;
  readonly clearCredentials: (locationId: string) => Promise<Source>;
  /** What the browser signs its reads with; rejects with `credentials-missing` when there is nothing. */
  readonly accessFor: (locationId: string) => Promise<S3Access>;
  /** The team that a location belongs to; null when it is not known. */
  readonly teamOf: (locationId: string) => string | null;
  readonly locationOf: (
    locationId: string,
  ) => Promise<{ readonly locationId: string; readonly locationName: string; readonly bucket: string }>;
}

interface Known {
  readonly teamId: string;
  readonly location: InputLocation;
  access: Source['access'];
  error: AppError | null;
}

const forever = new AbortController().signal;
const aws: S3Endpoint = { endpoint: null, region: null, pathStyle: false };

/** See {@link SourcesService}. */
export function createSourcesService(ports: SourcesPorts): SourcesService {
  const known = new Map<string, Known>();
  let records: SourceRecord[] | null = null;

  const loadRecords = async (): Promise<SourceRecord[]> => {
    if (records === null) {
      const parsed = sourceFileSchema.safeParse(await ports.file.load());
      records = parsed.success ? parsed.data.sources : [];
    }
    return records;
  };
  const recordOf = async (locationId: string): Promise<SourceRecord | undefined> =>
    (await loadRecords()).find(
      (record) => record.locationId === locationId && record.environmentId === ports.environment(),
    );
  const saveRecord = async (locationId: string, record: SourceRecord | null): Promise<void> => {
    const environmentId = ports.environment();
    const others = (await loadRecords()).filter(
      (other) => other.locationId !== locationId || other.environmentId !== environmentId,
    );
    records = record === null ? others : [...others, record];
    await ports.file.save({ version: 1, sources: records });
    ports.onCredentials(locationId);
  };

  const secretName = (locationId: string, part: 'secret-access-key' | 'session-token'): string =>
    `s3/${ports.environment()}/${locationId}/${part}`;
  const find = (locationId: string): Known => {
    const found = known.get(locationId);
    if (found === undefined)
      throw new AppFailure({ code: 'not-found', message: 'This input location is not known.' });
    return found;
  };
  const describe = async ({ teamId, location, access, error }: Known): Promise<Source> => {
    const record = await recordOf(location.locationId);
    return {
      ...location,
      teamId,
      access: record === undefined ? 'needs-credentials' : access,
      error,
      credentials: record === undefined ? null : labelOf(record.credentials),
      endpoint: record?.endpoint ?? aws,
    };
  };
  const announce = async (): Promise<void> =>
    ports.onChange(await Promise.all([...known.values()].map(describe)));

  const credentialsOf = async (locationId: string, record: SourceRecord): Promise<S3CredentialsInput> => {
    if (record.credentials.kind !== 'keys') return record.credentials;
    const secretAccessKey = await ports.vault.get(secretName(locationId, 'secret-access-key'));
    const sessionToken = await ports.vault.get(secretName(locationId, 'session-token'));
    if (secretAccessKey === null)
      throw missing('The secret access key is not in the keychain any more. Enter it again.');
    ports.onSecret(secretAccessKey);
    if (sessionToken !== null) ports.onSecret(sessionToken);
    return { ...record.credentials, secretAccessKey, ...(sessionToken === null ? {} : { sessionToken }) };
  };
  const accessFor = async (locationId: string): Promise<S3Access> => {
    const record = await recordOf(locationId);
    if (record === undefined) throw missing('There are no credentials for browsing this bucket yet.');
    const { bucket } = find(locationId).location;
    return {
      locationId,
      bucket,
      endpoint: record.endpoint,
      credentials: await credentialsOf(locationId, record),
    };
  };
  const settle = async (one: Known, test: CredentialsTest): Promise<void> => {
    one.access = test.ok
      ? 'ready'
      : test.error?.code === 'forbidden' || test.error?.code === 'credentials-rejected'
        ? 'denied'
        : 'unknown';
    one.error = test.error;
    await announce();
  };
  const store = async (
    locationId: string,
    credentials: S3CredentialsInput,
    endpoint: S3Endpoint,
  ): Promise<void> => {
    if (credentials.kind === 'keys') {
      await ports.vault.set(secretName(locationId, 'secret-access-key'), credentials.secretAccessKey);
      if (credentials.sessionToken === undefined)
        await ports.vault.delete(secretName(locationId, 'session-token'));
      else await ports.vault.set(secretName(locationId, 'session-token'), credentials.sessionToken);
    }
    const environmentId = ports.environment();
    await saveRecord(locationId, {
      environmentId,
      locationId,
      endpoint,
      credentials: recordedCredentials(credentials),
    });
  };
  const forget = async (locationId: string): Promise<void> => {
    await ports.vault.delete(secretName(locationId, 'secret-access-key'));
    await ports.vault.delete(secretName(locationId, 'session-token'));
    await saveRecord(locationId, null);
  };
  const tryAndStore = async (
    one: Known,
    credentials: S3CredentialsInput,
    endpoint: S3Endpoint,
  ): Promise<CredentialsTest> => {
    checkEndpoint(endpoint, ports.allowLoopback);
    if (credentials.kind === 'keys') {
      ports.onSecret(credentials.secretAccessKey);
      if (credentials.sessionToken !== undefined) ports.onSecret(credentials.sessionToken);
    }
    const { locationId, bucket } = one.location;
    const test = await ports.testAccess({ locationId, bucket, endpoint, credentials });
    if (test.ok) await store(locationId, credentials, endpoint);
    if (test.ok || (await recordOf(locationId)) === undefined) await settle(one, test);
    return test;
  };

  return {
    async list(teamId) {
      const locations = await ports.client().inputLocations(teamId, forever);
      const before = new Map(known);
      known.clear();
      for (const location of locations) {
        const { access = 'ready', error = null } = before.get(location.locationId) ?? {};
        known.set(location.locationId, { teamId, location, access, error });
      }
      return Promise.all([...known.values()].map(describe));
    },
    async create({ teamId, name, bucket, accessKeyId, secretAccessKey, endpoint, browseWithSameKeys }) {
      checkEndpoint(endpoint, ports.allowLoopback);
      ports.onSecret(secretAccessKey);
      const location = await ports
        .client()
        .createInputLocation(teamId, { name, bucket, accessKey: accessKeyId, secretAccessKey }, forever);
      const one: Known = { teamId, location, access: 'unknown', error: null };
      known.set(location.locationId, one);
      // The location exists at Pixop now, whatever becomes of browsing; a failed test is told on the source.
      if (browseWithSameKeys) {
        await tryAndStore(one, { kind: 'keys', accessKeyId, secretAccessKey }, endpoint).catch(
          (thrown: unknown) => {
            one.error = toAppError(thrown);
          },
        );
      }
      await announce();
      return describe(one);
    },
    async rename(locationId, name) {
      const { teamId } = find(locationId);
      const location = await ports.client().renameInputLocation(locationId, name, forever);
      // What became of its access meanwhile is kept.
      const one: Known = { access: 'ready', error: null, ...known.get(locationId), teamId, location };
      known.set(locationId, one);
      await announce();
      return describe(one);
    },
    async replaceKeys({ locationId, accessKeyId, secretAccessKey }) {
      find(locationId);
      ports.onSecret(secretAccessKey);
      const keys = { accessKey: accessKeyId, secretAccessKey };
      await ports.client().replaceLocationKeys(locationId, keys, forever);
    },
    async remove(locationId) {
      find(locationId);
      if ((await ports.importsNeeding(locationId)) > 0) throw inUse();
      await ports.client().deleteInputLocation(locationId, forever).catch(unlessGone);
      known.delete(locationId);
      ports.onRemoved(locationId);
      try {
        await forget(locationId);
      } finally {
        // It is gone at Pixop, whatever the keychain says now.
        await announce();
      }
    },
    async saveCredentials({ locationId, credentials, endpoint }) {
      const one = find(locationId);
      const test = await tryAndStore(one, credentials, endpoint);
      return { source: await describe(one), test };
    },
    async testCredentials(locationId) {
      const one = find(locationId);
      const test = await ports.testAccess(await accessFor(locationId));
      await settle(one, test);
      return test;
    },
    async clearCredentials(locationId) {
      const one = find(locationId);
      await forget(locationId);
      one.error = null;
      await announce();
      return describe(one);
    },
    accessFor,
    teamOf: (locationId) => known.get(locationId)?.teamId ?? null,
    async locationOf(locationId) {
      const { location } = find(locationId);
      return { locationId, locationName: location.name, bucket: location.bucket };
    },
  };
}

const inUse = (): AppFailure =>
  new AppFailure({
    code: 'conflict',
    message: 'Imports of this input location are not finished. Pixop needs it until they are.',
    detail: { source: 'app', serviceCode: 'LOCATION_IN_USE' },
  });

/** What somebody else has deleted meanwhile is as it should be; a proxy's 404 says nothing about it. */
function unlessGone(thrown: unknown): void {
  const { code, detail } = toAppError(thrown);
  if (code !== 'not-found' || detail?.serviceCode === undefined) throw thrown;
}

const missing = (message: string): AppFailure =>
  new AppFailure({ code: 'credentials-missing', message, detail: { source: 's3' } });
