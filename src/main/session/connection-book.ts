import { AppFailure } from '../../shared/errors.ts';
import type { Account, ConnectionId, EnvironmentId } from '../../shared/session.ts';
import type { ConnectionRecord } from './connection-file.ts';
import { rememberedOf, type Connections } from './connections.ts';
import type { KeyRing } from './key-ring.ts';

/** What the rules of connections ask of the rest of the app. */
export interface BookPorts {
  readonly connections: Connections;
  readonly keys: Pick<KeyRing, 'get'>;
  /** How many imports of a connection's queue still need its account. */
  readonly unsettled: (connectionId: ConnectionId) => Promise<number>;
  /** Told before a connection is forgotten: its queue is closed and its sources go. */
  readonly onRemoved: (connectionId: ConnectionId) => Promise<void>;
}

/** Which account may have which connection: an import that was queued for one is never sent or looked for by another. */
export interface ConnectionBook {
  /** Rejects when a connection may not be given the key of an account. */
  readonly mayBecome: (record: ConnectionRecord, account: Account) => Promise<void>;
  /** The connection for an account that is to be added, on disk when it answers. */
  readonly take: (
    environmentId: EnvironmentId,
    account: Account,
    chosen: ConnectionRecord,
  ) => Promise<ConnectionRecord>;
  /** Keeps what Pixop says of an account now; one odd answer does not make it another account. */
  readonly remember: (connectionId: ConnectionId, account: Account) => Promise<void>;
  /** Gives a connection to the account whose key it got; answers whether that is another one. */
  readonly become: (connectionId: ConnectionId, account: Account) => Promise<boolean>;
  /** Keeps the team for the day that somebody comes back. */
  readonly leave: (record: ConnectionRecord, teamId: string | null) => Promise<void>;
  /** Rejects when a connection may not be removed; `next` is the one that would be shown. */
  readonly mayRemove: (record: ConnectionRecord, next: ConnectionRecord | undefined) => Promise<void>;
  readonly remove: (record: ConnectionRecord) => Promise<void>;
}

/** See {@link ConnectionBook}. */
export function createConnectionBook(ports: BookPorts): ConnectionBook {
  const { connections, keys, unsettled } = ports;

  /** Without an account, a key and open imports: whoever comes may have it. */
  const isVacant = async ({ connectionId, account }: ConnectionRecord): Promise<boolean> =>
    account === null && (await keys.get(connectionId)) === null && (await unsettled(connectionId)) === 0;
  const vacant = async (
    environmentId: EnvironmentId,
    chosen: ConnectionRecord,
  ): Promise<ConnectionRecord | null> => {
    for (const record of [chosen, ...connections.list()])
      if (record.environmentId === environmentId && (await isVacant(record))) return record;
    return null;
  };
  const keep = async (record: ConnectionRecord, account: Account): Promise<void> => {
    const remembered = rememberedOf(account);
    if (JSON.stringify(record.account) !== JSON.stringify(remembered))
      await connections.put({ ...record, account: remembered });
  };

  return {
    async mayBecome({ connectionId, environmentId, account }, { accountId }) {
      const own = connections.ofAccount(environmentId, accountId);
      if (own !== undefined && !own.isRemoved && own.connectionId !== connectionId)
        throw conflict('ACCOUNT_CONNECTED', 'This key belongs to an account that is connected already.');
      if (account === null || account.accountId === accountId) return;
      if ((await unsettled(connectionId)) > 0)
        throw conflict('OTHER_ACCOUNT', 'This key belongs to another account, and imports are not finished.');
    },
    async take(environmentId, account, chosen) {
      const known =
        connections.ofAccount(environmentId, account.accountId) ?? (await vacant(environmentId, chosen));
      const record: ConnectionRecord = {
        connectionId: known?.connectionId ?? connections.nextId(environmentId),
        environmentId,
        account: rememberedOf(account),
        teamId: known?.teamId ?? null,
        isRemoved: false,
      };
      await connections.put(record);
      return record;
    },
    async remember(connectionId, account) {
      const record = connections.get(connectionId);
      if (record.account === null || record.account.accountId === account.accountId)
        await keep(record, account);
    },
    async become(connectionId, account) {
      const record = connections.get(connectionId);
      const isOther = record.account !== null && record.account.accountId !== account.accountId;
      await keep(isOther ? { ...record, teamId: null } : record, account);
      return isOther;
    },
    async leave(record, teamId) {
      const isListed = connections.list().some(({ connectionId }) => connectionId === record.connectionId);
      if (isListed && record.teamId !== teamId) await connections.put({ ...record, teamId });
    },
    async mayRemove({ connectionId }, next) {
      if (next === undefined) throw conflict('LAST_CONNECTION', 'This is the only account.');
      if ((await unsettled(connectionId)) > 0)
        throw conflict('CONNECTION_IN_USE', 'Imports of this account are not finished.');
    },
    async remove(record) {
      await ports.onRemoved(record.connectionId);
      await connections.put({ ...record, isRemoved: true });
    },
  };
}

const conflict = (serviceCode: string, message: string): AppFailure =>
  new AppFailure({ code: 'conflict', message, detail: { source: 'app', serviceCode } });
