import { AppFailure } from '../../shared/errors.ts';
import {
  connectionIdSchema,
  type Account,
  type ConnectionId,
  type EnvironmentId,
} from '../../shared/session.ts';
import { connectionFileSchema, type ConnectionRecord } from './connection-file.ts';

/** What the list of connections needs of the rest of the app. */
export interface ConnectionsPorts {
  readonly file: { readonly load: () => Promise<unknown>; readonly save: (value: unknown) => Promise<void> };
  /** Names of the queues on disk, whether or not the file knows them. */
  readonly queuesOnDisk: () => Promise<readonly string[]>;
  /** The environments of this run; connections of others are kept, and not shown. */
  readonly environments: readonly EnvironmentId[];
}

/** The accounts that this workstation imports for. */
export interface Connections {
  readonly list: () => readonly ConnectionRecord[];
  /** Those that were removed: their queues stay on disk. */
  readonly removed: () => readonly ConnectionRecord[];
  /** Throws for one that was removed; an environment's first connection is there also before anything is known of it. */
  readonly get: (connectionId: ConnectionId) => ConnectionRecord;
  /** The one that a choice of another run means now. */
  readonly chosen: (environmentId: EnvironmentId, connectionId: ConnectionId | null) => ConnectionRecord;
  /** The connection of an account, or one that was removed: its queue knows what it imported. */
  readonly ofAccount: (environmentId: EnvironmentId, accountId: string) => ConnectionRecord | undefined;
  /** A name that no queue on disk and no removed connection has; it is taken when the record is put. */
  readonly nextId: (environmentId: EnvironmentId) => ConnectionId;
  readonly put: (record: ConnectionRecord) => Promise<void>;
}

const unknownOf = (connectionId: ConnectionId, environmentId: EnvironmentId): ConnectionRecord => ({
  connectionId,
  environmentId,
  account: null,
  teamId: null,
  isRemoved: false,
});

/** The part of an account that is remembered. */
export const rememberedOf = ({
  accountId,
  email,
  name,
  defaultTeam,
}: Account): NonNullable<ConnectionRecord['account']> => ({
  accountId,
  email,
  name,
  teamName: defaultTeam.name,
});

/** Reads the file once. Queues that it does not know, such as those of an earlier version, are connections too. */
export async function openConnections(ports: ConnectionsPorts): Promise<Connections> {
  const { environments, file } = ports;
  const parsed = connectionFileSchema.safeParse(await file.load());
  const records = new Map(
    (parsed.success ? parsed.data.connections : []).map((record) => [record.connectionId, record]),
  );
  for (const name of await ports.queuesOnDisk()) {
    const environmentId = environments.find((id) => name === id || name.startsWith(`${id}-`));
    if (environmentId === undefined || records.has(name) || !connectionIdSchema.safeParse(name).success)
      continue;
    records.set(name, unknownOf(name, environmentId));
  }

  const ofRun = (): readonly ConnectionRecord[] =>
    [...records.values()]
      .filter(({ environmentId }) => environments.includes(environmentId))
      .toSorted((a, b) => ordinal(environments, a) - ordinal(environments, b));
  const list = (): readonly ConnectionRecord[] => ofRun().filter(({ isRemoved }) => !isRemoved);
  const find = (connectionId: ConnectionId): ConnectionRecord | undefined => {
    const record = records.get(connectionId);
    if (record !== undefined) return record.isRemoved ? undefined : record;
    const environmentId = environments.find((id) => id === connectionId);
    return environmentId === undefined ? undefined : unknownOf(connectionId, environmentId);
  };
  const nextId = (environmentId: EnvironmentId): ConnectionId => {
    if (!records.has(environmentId)) return environmentId;
    for (let number = 2; ; number += 1) {
      const connectionId = `${environmentId}-${number}`;
      if (!records.has(connectionId)) return connectionId;
    }
  };

  return {
    list,
    removed: () => ofRun().filter(({ isRemoved }) => isRemoved),
    get(connectionId) {
      const found = find(connectionId);
      if (found === undefined)
        throw new AppFailure({ code: 'not-found', message: 'This account is not connected any more.' });
      return found;
    },
    chosen(environmentId, connectionId) {
      const named = connectionId === null ? undefined : find(connectionId);
      if (named?.environmentId === environmentId) return named;
      const listed = list().find((record) => record.environmentId === environmentId);
      return listed ?? find(environmentId) ?? unknownOf(nextId(environmentId), environmentId);
    },
    ofAccount(environmentId, accountId) {
      const own = ofRun().filter(
        (record) => record.environmentId === environmentId && record.account?.accountId === accountId,
      );
      return own.find(({ isRemoved }) => !isRemoved) ?? own[0];
    },
    nextId,
    async put(record) {
      records.set(record.connectionId, record);
      await file.save({ version: 1, connections: [...records.values()] });
    },
  };
}

/** By environment as the run names them, and there by age. */
const ordinal = (
  environments: readonly EnvironmentId[],
  { environmentId, connectionId }: ConnectionRecord,
): number =>
  environments.indexOf(environmentId) * 10_000 + Number(connectionId.slice(environmentId.length + 1) || 1);
