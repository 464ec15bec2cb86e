import { toAppError, type AppError } from '../../shared/errors.ts';
import type { Account, ConnectionId, EnvironmentId, Session } from '../../shared/session.ts';
import { SECOND } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import type { PixopConnection } from '../pixop/pixop-call.ts';
import type { PixopClient } from '../pixop/pixop-client.ts';
import type { KeyVault } from '../secrets/key-vault.ts';
import { createConnectionBook, type BookPorts } from './connection-book.ts';
import type { ConnectionRecord } from './connection-file.ts';
import type { Connections } from './connections.ts';
import { environmentOf, type PixopEnvironment } from './environments.ts';
import { createKeyRing } from './key-ring.ts';
import { describeSession, untold, type Standing } from './standing.ts';
import { accountOfKey, isRefusal } from './try-key.ts';

/** What a call of Pixop is signed with, and who is told when Pixop refuses it. */
export type ClientKey = Pick<PixopConnection, 'apiKey' | 'onKeyRejected'>;

/** What the session needs of the rest of the app. */
export interface SessionPorts extends Pick<BookPorts, 'unsettled' | 'onRemoved'> {
  readonly clock: Pick<Clock, 'after'>;
  readonly vault: KeyVault;
  readonly environments: readonly PixopEnvironment[];
  readonly connections: Connections;
  /** What was chosen last. */
  readonly selected: () => {
    readonly environmentId: EnvironmentId;
    readonly connectionId: ConnectionId | null;
    readonly teamId: string | null;
  };
  readonly select: (record: ConnectionRecord) => Promise<void>;
  /** Makes a client that asks for its key with each call; without a connection it only tries a key. */
  readonly makeClient: (
    environment: PixopEnvironment,
    key: ClientKey,
    connectionId: ConnectionId | null,
  ) => PixopClient;
  /** Told each secret as it becomes known, so that logs can hide it. */
  readonly onSecret: (secret: string) => void;
  readonly onChange: (session: Session) => void;
  /** Told when what Pixop said of an account could not be written; it is asked for again at the next start. */
  readonly onNotRemembered: (error: AppError) => void;
  /** Told when a connection's key was replaced or found good, so that a paused queue can go on. */
  readonly onKeyUsable: (connectionId: ConnectionId) => void;
}

/** Who is connected, and with which keys; the keys themselves stay in here. */
export interface SessionService {
  readonly get: () => Promise<Session>;
  /** Chooses an environment's first connection. */
  readonly selectEnvironment: (environmentId: EnvironmentId) => Promise<Session>;
  readonly selectConnection: (connectionId: ConnectionId) => Promise<Session>;
  /** Chooses the account of a key: its connection where it has one, also a removed one, else a new one. */
  readonly addConnection: (environmentId: EnvironmentId, pasted: string) => Promise<Session>;
  /** Rejects with `conflict` while imports of its queue are not settled, and when it is the only one. */
  readonly removeConnection: (connectionId: ConnectionId) => Promise<Session>;
  /**
   * Rejects with what to say when Pixop does not take the key; it is stored only when it does. The key of another
   * account is refused while imports are not settled: sent or looked for by somebody else they would be lost or doubled.
   */
  readonly saveKey: (pasted: string) => Promise<Session>;
  readonly clearKey: () => Promise<Session>;
  readonly check: () => Promise<Session>;
  /** The connection whose sources and queue are shown. */
  readonly current: () => Current;
  /** The one client of a connection; a key that any of its calls finds refused is shown as rejected, and kept. */
  readonly clientFor: (connectionId: ConnectionId) => PixopClient;
}

/** See {@link SessionService.current}. */
export interface Current {
  readonly connectionId: ConnectionId;
  readonly environment: PixopEnvironment;
  /** As Pixop last said it; null while it never has. */
  readonly account: ConnectionRecord['account'];
}

/** Longest that the first question waits for Pixop's answer: an operator sees a window within two seconds. */
const FIRST_ANSWER_MS = 1.5 * SECOND;
const forever = new AbortController().signal;

/** See {@link SessionService}. */
export function createSessionService(ports: SessionPorts): SessionService {
  const { connections, environments } = ports;
  const keys = createKeyRing(ports.vault, ports.onSecret);
  const standings = new Map<ConnectionId, Standing>();
  const clients = new Map<ConnectionId, PixopClient>();
  const book = createConnectionBook({ ...ports, keys });

  const chosen = (): ConnectionRecord => {
    const { environmentId, connectionId } = ports.selected();
    return connections.chosen(environmentOf(environments, environmentId).environmentId, connectionId);
  };
  const current = (): Current => {
    const { connectionId, environmentId, account } = chosen();
    return { connectionId, environment: environmentOf(environments, environmentId), account };
  };
  const clientFor = (connectionId: ConnectionId): PixopClient => {
    const known = clients.get(connectionId);
    if (known !== undefined) return known;
    const { environmentId } = connections.get(connectionId);
    const key: ClientKey = {
      apiKey: () => keys.get(connectionId),
      onKeyRejected: (refused, error) => {
        const standing = standings.get(connectionId) ?? untold;
        // The answer may be about a key that has been replaced since.
        if (keys.known(connectionId) !== refused || standing.key === 'rejected') return;
        changeTo(connectionId, { ...standing, key: 'rejected', error });
      },
    };
    const client = ports.makeClient(environmentOf(environments, environmentId), key, connectionId);
    clients.set(connectionId, client);
    return client;
  };

  const describe = (): Session =>
    describeSession(environments, chosen(), connections.list(), standings, ports.vault.store);
  const announce = (): Session => {
    const session = describe();
    ports.onChange(session);
    return session;
  };
  const changeTo = (connectionId: ConnectionId, standing: Standing): Session => {
    standings.set(connectionId, standing);
    const session = announce();
    if (standing.key === 'valid') ports.onKeyUsable(connectionId);
    return session;
  };

  /** A full disk speaks neither against the key nor against its account. */
  const notRemembered = (thrown: unknown): false => {
    ports.onNotRemembered(toAppError(thrown));
    return false;
  };
  const check = async (): Promise<Session> => {
    const { connectionId } = current();
    let key: string | null;
    try {
      key = await keys.get(connectionId);
    } catch (thrown) {
      return changeTo(connectionId, { ...untold, error: toAppError(thrown) });
    }
    if (key === null) return changeTo(connectionId, { key: 'absent', account: null, error: null });
    const isReplaced = (): boolean => keys.known(connectionId) !== key;
    try {
      const account = await clientFor(connectionId).account(forever);
      // A key that was saved or removed meanwhile has its own standing; this answer is not about it.
      if (isReplaced()) return describe();
      await book.remember(connectionId, account).catch(notRemembered);
      return changeTo(connectionId, { key: 'valid', account, error: null });
    } catch (thrown) {
      if (isReplaced()) return describe();
      const error = toAppError(thrown);
      const account = standings.get(connectionId)?.account ?? null;
      return changeTo(connectionId, { key: isRefusal(error) ? 'rejected' : 'unchecked', account, error });
    }
  };

  /** Ends when the window has waited long enough; the check goes on, and is told when it ends. */
  const patience = (): Promise<void> =>
    new Promise((resolve) => void ports.clock.after(FIRST_ANSWER_MS, resolve));
  const checkInTime = (): Promise<Session> => Promise.race([check(), patience().then(describe)]);
  let firstCheck: Promise<Session> | null = null;

  const select = async (record: ConnectionRecord): Promise<void> => {
    const left = chosen();
    const { teamId } = ports.selected();
    const isSame = left.connectionId === record.connectionId;
    if (!isSame) await book.leave(left, teamId);
    await ports.select(isSame ? { ...record, teamId } : record);
    // The screens change at once, whatever Pixop takes to answer.
    announce();
  };
  const tryKey = (environment: PixopEnvironment, pasted: string): ReturnType<typeof accountOfKey> =>
    // A client of its own: the stored key stays in use until the new one has been accepted.
    accountOfKey(pasted, ports.onSecret, (key) => ports.makeClient(environment, key, null));
  const accepted = (connectionId: ConnectionId, account: Account): Session =>
    changeTo(connectionId, { key: 'valid', account, error: null });

  return {
    async get() {
      if (standings.has(current().connectionId)) return describe();
      firstCheck ??= check().finally(() => (firstCheck = null));
      return Promise.race([firstCheck, patience().then(describe)]);
    },
    async selectEnvironment(environmentId) {
      await select(connections.chosen(environmentOf(environments, environmentId).environmentId, null));
      return checkInTime();
    },
    async selectConnection(connectionId) {
      await select(connections.get(connectionId));
      return checkInTime();
    },
    async addConnection(environmentId, pasted) {
      const environment = environmentOf(environments, environmentId);
      const { key, account } = await tryKey(environment, pasted);
      const record = await book.take(environment.environmentId, account, chosen());
      await keys.save(record.connectionId, key);
      standings.set(record.connectionId, { key: 'valid', account, error: null });
      await select(record);
      return accepted(record.connectionId, account);
    },
    async removeConnection(connectionId) {
      const record = connections.get(connectionId);
      const [next] = connections.list().filter((other) => other.connectionId !== connectionId);
      await book.mayRemove(record, next);
      if (next !== undefined && chosen().connectionId === connectionId) await select(next);
      await keys.remove(connectionId);
      await book.remove(record);
      standings.delete(connectionId);
      clients.delete(connectionId);
      announce();
      return standings.has(chosen().connectionId) ? describe() : checkInTime();
    },
    async saveKey(pasted) {
      const { connectionId, environment } = current();
      const { key, account } = await tryKey(environment, pasted);
      await book.mayBecome(connections.get(connectionId), account);
      await keys.save(connectionId, key);
      const isOther = await book.become(connectionId, account).catch(notRemembered);
      // The one account's team is none of the other's.
      if (isOther) await ports.select(connections.get(connectionId));
      return accepted(connectionId, account);
    },
    async clearKey() {
      const { connectionId } = current();
      await keys.remove(connectionId);
      return changeTo(connectionId, { key: 'absent', account: null, error: null });
    },
    check,
    current,
    clientFor,
  };
}
