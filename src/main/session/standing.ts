import type { AppError } from '../../shared/errors.ts';
import type { Account, ConnectionId, SecretStore, Session } from '../../shared/session.ts';
import type { ConnectionRecord } from './connection-file.ts';
import { environmentOf, type PixopEnvironment } from './environments.ts';

/** What Pixop last said of a connection's key. */
export interface Standing {
  readonly key: Session['key'];
  readonly account: Account | null;
  readonly error: AppError | null;
}

/** Of a key that Pixop has not been asked about. */
export const untold: Standing = { key: 'unchecked', account: null, error: null };

/** The session as the screens are told it: the chosen connection in full, the others by name. */
export function describeSession(
  environments: readonly PixopEnvironment[],
  chosen: ConnectionRecord,
  listed: readonly ConnectionRecord[],
  standings: ReadonlyMap<ConnectionId, Standing>,
  secretStore: SecretStore,
): Session {
  const { connectionId } = chosen;
  const isListed = listed.some((record) => record.connectionId === connectionId);
  return {
    environment: environmentOf(environments, chosen.environmentId),
    environments: [...environments],
    connectionId,
    connections: (isListed ? listed : [...listed, chosen]).map((record) => ({
      connectionId: record.connectionId,
      environment: environmentOf(environments, record.environmentId),
      account: record.account,
      key: standings.get(record.connectionId)?.key ?? 'unchecked',
    })),
    ...(standings.get(connectionId) ?? untold),
    secretStore,
  };
}
