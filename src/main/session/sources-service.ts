import type { BrowseState } from '../../shared/browse.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import type {
  ConnectionId,
  CredentialsTest,
  S3CredentialsInput,
  S3Endpoint,
  Source,
} from '../../shared/session.ts';
import type { InputLocation, PixopClient } from '../pixop/pixop-client.ts';
import type { S3Access } from '../s3/access.ts';
import { checkEndpoint } from './endpoint-rule.ts';
import { createSourceBook, type SourceBookPorts, type SourceOwner } from './source-book.ts';
import { labelOf } from './source-record.ts';

/** What sources need of the rest of the app. */
export interface SourcesPorts extends SourceBookPorts {
  /** The connection whose sources are shown. */
  readonly owner: () => SourceOwner;
  readonly client: (connectionId: ConnectionId) => PixopClient;
  readonly testAccess: (access: S3Access) => Promise<CredentialsTest>;
  /** How many imports of this workstation still need a location at Pixop. */
  readonly importsNeeding: (locationId: string) => Promise<number>;
  /** Told when a location is gone, so that nothing of it stays open. */
  readonly onRemoved: (locationId: string) => void;
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
  /** The same for an import that waits: of any connection, whether or not its locations have been listed. */
  readonly accessTo: (connectionId: ConnectionId, locationId: string, bucket: string) => Promise<S3Access>;
  /** Forgets how a connection's buckets are read. */
  readonly forgetConnection: (connectionId: ConnectionId) => Promise<void>;
  /** The team that a location belongs to; null when it is not known. */
  readonly teamOf: (locationId: string) => string | null;
  /** To be called with every state of a listing: what it is refused, or given, is what the source's access is now. */
  readonly listed: (
    listing: Pick<BrowseState, 'locationId' | 'prefix' | 'listed' | 'complete' | 'error'>,
  ) => Promise<void>;
  readonly locationOf: (locationId: string) => Promise<{
    readonly connectionId: ConnectionId;
    readonly locationId: string;
    readonly locationName: string;
    readonly bucket: string;
  }>;
}

interface Known {
  readonly owner: SourceOwner;
  readonly teamId: string;
  readonly location: InputLocation;
  access: Source['access'];
  error: AppError | null;
}

/** Whether S3 refused, rather than being out of reach. */
const isDenial = (error: AppError | null): boolean =>
  error?.code === 'forbidden' || error?.code === 'credentials-rejected';

const forever = new AbortController().signal;
const aws: S3Endpoint = { endpoint: null, region: null, pathStyle: false };

/** See {@link SourcesService}. */
export function createSourcesService(ports: SourcesPorts): SourcesService {
  /** By connection, then by location: an answer that comes late goes to whom it was asked for. */
  const known = new Map<ConnectionId, Map<string, Known>>();
  const book = createSourceBook(ports);

  const knownOf = (connectionId: ConnectionId): Map<string, Known> => {
    const found = known.get(connectionId) ?? new Map<string, Known>();
    known.set(connectionId, found);
    return found;
  };
  const find = (locationId: string): Known => {
    const found = knownOf(ports.owner().connectionId).get(locationId);
    if (found === undefined)
      throw new AppFailure({ code: 'not-found', message: 'This input location is not known.' });
    return found;
  };
  const describe = async ({ owner, teamId, location, access, error }: Known): Promise<Source> => {
    const record = await book.recordOf(owner.connectionId, location.locationId);
    return {
      ...location,
      teamId,
      access: record === undefined ? 'needs-credentials' : access,
      error,
      credentials: record === undefined ? null : labelOf(record.credentials),
      endpoint: record?.endpoint ?? aws,
    };
  };
  /** Tells the screens of a connection's sources, if it is the one they show. */
  const announce = async ({ connectionId }: SourceOwner): Promise<void> => {
    const sources = await Promise.all([...knownOf(connectionId).values()].map(describe));
    if (ports.owner().connectionId === connectionId) ports.onChange(sources);
  };

  const accessTo: SourcesService['accessTo'] = async (connectionId, locationId, bucket) => {
    const record = await book.recordOf(connectionId, locationId);
    if (record === undefined) throw missing('There are no credentials for browsing this bucket yet.');
    return { locationId, bucket, endpoint: record.endpoint, credentials: await book.credentialsOf(record) };
  };
  const accessFor = async (locationId: string): Promise<S3Access> => {
    const { owner, location } = find(locationId);
    return accessTo(owner.connectionId, locationId, location.bucket);
  };
  const settle = async (one: Known, test: Pick<CredentialsTest, 'ok' | 'error'>): Promise<void> => {
    one.access = test.ok ? 'ready' : isDenial(test.error) ? 'denied' : 'unknown';
    one.error = test.error;
    await announce(one.owner);
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
    if (test.ok) await book.store(one.owner, locationId, credentials, endpoint);
    if (test.ok || (await book.recordOf(one.owner.connectionId, locationId)) === undefined)
      await settle(one, test);
    return test;
  };

  return {
    async list(teamId) {
      const owner = ports.owner();
      const locations = await ports.client(owner.connectionId).inputLocations(teamId, forever);
      const own = knownOf(owner.connectionId);
      const before = new Map(own);
      own.clear();
      for (const location of locations) {
        const { access = 'ready', error = null } = before.get(location.locationId) ?? {};
        own.set(location.locationId, { owner, teamId, location, access, error });
      }
      return Promise.all([...own.values()].map(describe));
    },
    async create({ teamId, name, bucket, accessKeyId, secretAccessKey, endpoint, browseWithSameKeys }) {
      checkEndpoint(endpoint, ports.allowLoopback);
      ports.onSecret(secretAccessKey);
      const owner = ports.owner();
      const location = await ports
        .client(owner.connectionId)
        .createInputLocation(teamId, { name, bucket, accessKey: accessKeyId, secretAccessKey }, forever);
      const one: Known = { owner, teamId, location, access: 'unknown', error: null };
      knownOf(owner.connectionId).set(location.locationId, one);
      // The location exists at Pixop now, whatever becomes of browsing; a failed test is told on the source.
      if (browseWithSameKeys) {
        await tryAndStore(one, { kind: 'keys', accessKeyId, secretAccessKey }, endpoint).catch(
          (thrown: unknown) => {
            one.error = toAppError(thrown);
          },
        );
      }
      await announce(owner);
      return describe(one);
    },
    async rename(locationId, name) {
      const { owner, teamId } = find(locationId);
      const location = await ports.client(owner.connectionId).renameInputLocation(locationId, name, forever);
      const own = knownOf(owner.connectionId);
      // What became of its access meanwhile is kept.
      const { access = 'ready', error = null } = own.get(locationId) ?? {};
      const one: Known = { owner, teamId, location, access, error };
      own.set(locationId, one);
      await announce(owner);
      return describe(one);
    },
    async replaceKeys({ locationId, accessKeyId, secretAccessKey }) {
      const { owner } = find(locationId);
      ports.onSecret(secretAccessKey);
      const keys = { accessKey: accessKeyId, secretAccessKey };
      await ports.client(owner.connectionId).replaceLocationKeys(locationId, keys, forever);
    },
    async remove(locationId) {
      const { owner } = find(locationId);
      if ((await ports.importsNeeding(locationId)) > 0) throw inUse();
      await ports.client(owner.connectionId).deleteInputLocation(locationId, forever).catch(unlessGone);
      knownOf(owner.connectionId).delete(locationId);
      ports.onRemoved(locationId);
      try {
        await book.forget(owner.connectionId, locationId);
      } finally {
        // It is gone at Pixop, whatever the keychain says now.
        await announce(owner);
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
      await book.forget(one.owner.connectionId, locationId);
      one.error = null;
      await announce(one.owner);
      return describe(one);
    },
    accessFor,
    async listed({ locationId, prefix, listed, complete, error }) {
      const one = knownOf(ports.owner().connectionId).get(locationId);
      if (one === undefined) return;
      const isGiven = error === null && (listed > 0 || complete);
      // A prefix of its own may be denied in a bucket that can be browsed otherwise.
      const isRefused =
        error?.code === 'credentials-rejected' || (error?.code === 'forbidden' && prefix === '');
      if (isGiven ? one.access === 'ready' : !isRefused || one.access === 'denied') return;
      await settle(one, { ok: isGiven, error });
    },
    teamOf: (locationId) => knownOf(ports.owner().connectionId).get(locationId)?.teamId ?? null,
    accessTo,
    async forgetConnection(connectionId) {
      known.delete(connectionId);
      await book.forgetAll(connectionId);
    },
    async locationOf(locationId) {
      const { owner, location } = find(locationId);
      const { connectionId } = owner;
      return { connectionId, locationId, locationName: location.name, bucket: location.bucket };
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
