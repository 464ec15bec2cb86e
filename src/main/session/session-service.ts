import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import type { Account, EnvironmentId, Session } from '../../shared/session.ts';
import { SECOND } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import { cleanApiKey } from '../pixop/api-key.ts';
import type { PixopConnection } from '../pixop/pixop-call.ts';
import type { PixopClient } from '../pixop/pixop-client.ts';
import type { KeyVault } from '../secrets/key-vault.ts';
import { environmentOf, type PixopEnvironment } from './environments.ts';

/** What the session needs of the rest of the app. */
export interface SessionPorts {
  readonly clock: Pick<Clock, 'after'>;
  readonly vault: KeyVault;
  readonly environments: readonly PixopEnvironment[];
  /** The environment that was chosen last. */
  readonly selected: () => EnvironmentId;
  readonly select: (environmentId: EnvironmentId) => Promise<void>;
  /** Makes a client that asks for its key with each call. */
  readonly makeClient: (
    environment: PixopEnvironment,
    key: Pick<PixopConnection, 'apiKey' | 'onKeyRejected'>,
  ) => PixopClient;
  /** Told each secret as it becomes known, so that logs can hide it. */
  readonly onSecret: (secret: string) => void;
  readonly onChange: (session: Session) => void;
  /** Told when an environment's key was replaced or found good, so that a paused queue can go on. */
  readonly onKeyUsable: (environmentId: EnvironmentId) => void;
}

/** Who is connected, and with which key; the key itself stays in here. */
export interface SessionService {
  readonly get: () => Promise<Session>;
  readonly selectEnvironment: (environmentId: EnvironmentId) => Promise<Session>;
  /** Rejects with what to say when Pixop does not take the key; it is stored only when it does. */
  readonly saveKey: (pasted: string) => Promise<Session>;
  readonly clearKey: () => Promise<Session>;
  readonly check: () => Promise<Session>;
  readonly currentEnvironment: () => EnvironmentId;
  /** The one client of an environment; a key that any of its calls finds refused is shown as rejected, and kept. */
  readonly clientFor: (environmentId: EnvironmentId) => PixopClient;
}

interface Standing {
  readonly key: Session['key'];
  readonly account: Account | null;
  readonly error: AppError | null;
}

/** Longest that the first question waits for Pixop's answer: an operator sees a window within two seconds. */
const FIRST_ANSWER_MS = 1.5 * SECOND;

const untold: Standing = { key: 'unchecked', account: null, error: null };
const secretName = (environmentId: EnvironmentId): string => `pixop/${environmentId}/api-key`;
const forever = new AbortController().signal;

/** See {@link SessionService}. */
export function createSessionService(ports: SessionPorts): SessionService {
  const keys = new Map<EnvironmentId, string | null>();
  const standings = new Map<EnvironmentId, Standing>();
  const clients = new Map<EnvironmentId, PixopClient>();

  const current = (): PixopEnvironment => environmentOf(ports.environments, ports.selected());
  const keyOf = async (environmentId: EnvironmentId): Promise<string | null> => {
    const known = keys.get(environmentId);
    if (known !== undefined) return known;
    const stored = await ports.vault.get(secretName(environmentId));
    // Saved or removed while the keychain was asked: what it said then is old.
    const newer = keys.get(environmentId);
    if (newer !== undefined) return newer;
    keys.set(environmentId, stored);
    if (stored !== null) ports.onSecret(stored);
    return stored;
  };
  const clientFor = (environmentId: EnvironmentId): PixopClient => {
    const known = clients.get(environmentId);
    if (known !== undefined) return known;
    const client = ports.makeClient(environmentOf(ports.environments, environmentId), {
      apiKey: () => keyOf(environmentId),
      onKeyRejected: (key, error) => {
        const standing = standings.get(environmentId) ?? untold;
        // The answer may be about a key that has been replaced since.
        if (keys.get(environmentId) !== key || standing.key === 'rejected') return;
        changeTo(environmentId, { ...standing, key: 'rejected', error });
      },
    });
    clients.set(environmentId, client);
    return client;
  };

  const describe = (): Session => {
    const environment = current();
    const standing = standings.get(environment.environmentId) ?? untold;
    return {
      environment,
      environments: [...ports.environments],
      ...standing,
      secretStore: ports.vault.store,
    };
  };
  const changeTo = (environmentId: EnvironmentId, standing: Standing): Session => {
    standings.set(environmentId, standing);
    const session = describe();
    ports.onChange(session);
    if (standing.key === 'valid') ports.onKeyUsable(environmentId);
    return session;
  };

  const check = async (): Promise<Session> => {
    const { environmentId } = current();
    let key: string | null;
    try {
      key = await keyOf(environmentId);
    } catch (thrown) {
      return changeTo(environmentId, { ...untold, error: toAppError(thrown) });
    }
    if (key === null) return changeTo(environmentId, { key: 'absent', account: null, error: null });
    const isReplaced = (): boolean => keys.get(environmentId) !== key;
    try {
      const account = await clientFor(environmentId).account(forever);
      // A key that was saved or removed meanwhile has its own standing; this answer is not about it.
      if (isReplaced()) return describe();
      return changeTo(environmentId, { key: 'valid', account, error: null });
    } catch (thrown) {
      if (isReplaced()) return describe();
      const error = toAppError(thrown);
      const account = standings.get(environmentId)?.account ?? null;
      return changeTo(environmentId, {
        key: isRefusal(error) ? 'rejected' : 'unchecked',
        account,
        error,
      });
    }
  };

  /** Ends when the first window has waited long enough; the check goes on, and is told when it ends. */
  const patience = (): Promise<void> =>
    new Promise((resolve) => void ports.clock.after(FIRST_ANSWER_MS, resolve));
  let firstCheck: Promise<Session> | null = null;

  return {
    async get() {
      if (standings.has(current().environmentId)) return describe();
      firstCheck ??= check().finally(() => (firstCheck = null));
      return Promise.race([firstCheck, patience().then(describe)]);
    },
    async selectEnvironment(environmentId) {
      await ports.select(environmentOf(ports.environments, environmentId).environmentId);
      return check();
    },
    async saveKey(pasted) {
      const environment = current();
      const key = cleanApiKey(pasted);
      if (key === null) {
        throw new AppFailure({
          code: 'unauthorised',
          message: 'This cannot be an API key: it has spaces or characters that no key has.',
          detail: { source: 'pixop', serviceCode: 'INVALID_API_KEY' },
        });
      }
      ports.onSecret(key);
      // A client of its own: the stored key stays in use until the new one has been accepted.
      const candidate = { apiKey: async () => key, onKeyRejected: () => undefined };
      const account = await ports.makeClient(environment, candidate).account(forever).catch(notStored);
      await ports.vault.set(secretName(environment.environmentId), key);
      keys.set(environment.environmentId, key);
      return changeTo(environment.environmentId, { key: 'valid', account, error: null });
    },
    async clearKey() {
      const { environmentId } = current();
      await ports.vault.delete(secretName(environmentId));
      keys.set(environmentId, null);
      return changeTo(environmentId, { key: 'absent', account: null, error: null });
    },
    check,
    currentEnvironment: () => current().environmentId,
    clientFor,
  };
}

/** Only Pixop's own words speak against a key; a proxy may answer 401 too. */
const isRefusal = (error: AppError): boolean =>
  error.code === 'unauthorised' && error.detail?.serviceCode !== undefined;

/** Says of a key that could not be checked what has become of it. */
function notStored(thrown: unknown): never {
  const error = toAppError(thrown);
  if (isRefusal(error)) throw thrown;
  const message = `${error.message} The key was not stored.`.slice(0, 2_000);
  throw new AppFailure({ ...error, message }, { cause: thrown });
}
