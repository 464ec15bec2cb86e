import { AppFailure } from '../../shared/errors.ts';
import type { ConnectionId, EnvironmentId, S3CredentialsInput, S3Endpoint } from '../../shared/session.ts';
import type { KeyVault } from '../secrets/key-vault.ts';
import { recordedCredentials, sourceFileSchema, type SourceRecord } from './source-record.ts';

/** Whose location it is. */
export interface SourceOwner {
  readonly connectionId: ConnectionId;
  readonly environmentId: EnvironmentId;
}

/** How the buckets of locations are read from here: what is no secret in a file, the rest in the keychain. */
export interface SourceBook {
  readonly recordOf: (connectionId: ConnectionId, locationId: string) => Promise<SourceRecord | undefined>;
  /** With their secrets; rejects with `credentials-missing` when the keychain has them no more. */
  readonly credentialsOf: (record: SourceRecord) => Promise<S3CredentialsInput>;
  readonly store: (
    owner: SourceOwner,
    locationId: string,
    credentials: S3CredentialsInput,
    endpoint: S3Endpoint,
  ) => Promise<void>;
  readonly forget: (connectionId: ConnectionId, locationId: string) => Promise<void>;
  /** Forgets all of a connection. */
  readonly forgetAll: (connectionId: ConnectionId) => Promise<void>;
}

/** What the book needs of the rest of the app. */
export interface SourceBookPorts {
  readonly vault: KeyVault;
  readonly file: { readonly load: () => Promise<unknown>; readonly save: (value: unknown) => Promise<void> };
  /** Told when a location's credentials changed, so that cached S3 clients are dropped. */
  readonly onCredentials: (locationId: string) => void;
  readonly onSecret: (secret: string) => void;
}

/** Records of an earlier version are of an environment's first connection, whose id is the environment's. */
const connectionOf = ({ connectionId, environmentId }: SourceRecord): ConnectionId =>
  connectionId ?? environmentId;

const secretName = (
  connectionId: ConnectionId,
  locationId: string,
  part: 'secret-access-key' | 'session-token',
): string => `s3/${connectionId}/${locationId}/${part}`;

/** See {@link SourceBook}. */
export function createSourceBook({ vault, file, onCredentials, onSecret }: SourceBookPorts): SourceBook {
  let records: SourceRecord[] | null = null;

  const load = async (): Promise<SourceRecord[]> => {
    if (records === null) {
      const parsed = sourceFileSchema.safeParse(await file.load());
      records ??= parsed.success ? parsed.data.sources : [];
    }
    return records;
  };
  const isOf =
    (connectionId: ConnectionId, locationId: string) =>
    (record: SourceRecord): boolean =>
      record.locationId === locationId && connectionOf(record) === connectionId;
  const save = async (
    connectionId: ConnectionId,
    locationId: string,
    record: SourceRecord | null,
  ): Promise<void> => {
    const isReplaced = isOf(connectionId, locationId);
    const others = (await load()).filter((other) => !isReplaced(other));
    records = record === null ? others : [...others, record];
    await file.save({ version: 1, sources: records });
    onCredentials(locationId);
  };
  const forget = async (connectionId: ConnectionId, locationId: string): Promise<void> => {
    await vault.delete(secretName(connectionId, locationId, 'secret-access-key'));
    await vault.delete(secretName(connectionId, locationId, 'session-token'));
    await save(connectionId, locationId, null);
  };

  return {
    recordOf: async (connectionId, locationId) => (await load()).find(isOf(connectionId, locationId)),
    async credentialsOf(record) {
      if (record.credentials.kind !== 'keys') return record.credentials;
      const { locationId } = record;
      const connectionId = connectionOf(record);
      const secretAccessKey = await vault.get(secretName(connectionId, locationId, 'secret-access-key'));
      const sessionToken = await vault.get(secretName(connectionId, locationId, 'session-token'));
      if (secretAccessKey === null)
        throw new AppFailure({
          code: 'credentials-missing',
          message: 'The secret access key is not in the keychain any more. Enter it again.',
          detail: { source: 's3' },
        });
      onSecret(secretAccessKey);
      if (sessionToken !== null) onSecret(sessionToken);
      return { ...record.credentials, secretAccessKey, ...(sessionToken === null ? {} : { sessionToken }) };
    },
    async store({ connectionId, environmentId }, locationId, credentials, endpoint) {
      if (credentials.kind === 'keys') {
        await vault.set(
          secretName(connectionId, locationId, 'secret-access-key'),
          credentials.secretAccessKey,
        );
        const token = secretName(connectionId, locationId, 'session-token');
        if (credentials.sessionToken === undefined) await vault.delete(token);
        else await vault.set(token, credentials.sessionToken);
      }
      await save(connectionId, locationId, {
        environmentId,
        // Left out where it says nothing, so that an earlier version reads what it wrote itself.
        ...(connectionId === environmentId ? {} : { connectionId }),
        locationId,
        endpoint,
        credentials: recordedCredentials(credentials),
      });
    },
    forget,
    async forgetAll(connectionId) {
      const own = (await load()).filter((record) => connectionOf(record) === connectionId);
      for (const { locationId } of own) await forget(connectionId, locationId);
    },
  };
}
