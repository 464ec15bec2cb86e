import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import type { Account, EnvironmentId, Session } from '../../shared/session.ts';
import { cleanApiKey } from '../pixop/api-key.ts';
import type { PixopClient } from '../pixop/pixop-client.ts';
import type { KeyVault } from '../secrets/key-vault.ts';
import { environmentOf, type PixopEnvironment } from './environments.ts';

/** What the session needs of the rest of the app. */
export interface SessionPorts {
  readonly vault: KeyVault;
  readonly environments: readonly PixopEnvironment[];
  /** The environment that was chosen last. */
  readonly selected: () => EnvironmentId;
  readonly select: (environmentId: EnvironmentId) => Promise<void>;
  /** Makes a client that asks for its key with each call. */
  readonly makeClient: (environment: PixopEnvironment, apiKey: () => Promise<string | null>) => PixopClient;
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
  readonly clientFor: (environmentId: EnvironmentId) => PixopClient;
  /** Called when a call was answered that the key is not accepted. */
  readonly keyRejected: (environmentId: EnvironmentId, error: AppError) => void;
}

interface Standing {
  readonly key: Session['key'];
  readonly account: Account | null;
  readonly error: AppError | null;
}

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
    keys.set(environmentId, stored);
    if (stored !== null) ports.onSecret(stored);
    return stored;
  };
  const clientFor = (environmentId: EnvironmentId): PixopClient => {
    const known = clients.get(environmentId);
    if (known !== undefined) return known;
    const client = ports.makeClient(environmentOf(ports.environments, environmentId), () =>
      keyOf(environmentId),
    );
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
    try {
      const account = await clientFor(environmentId).account(forever);
      return changeTo(environmentId, { key: 'valid', account, error: null });
    } catch (thrown) {
      const error = toAppError(thrown);
      const account = standings.get(environmentId)?.account ?? null;
      // Only Pixop's own refusal speaks against the key; a network that is down does not.
      return changeTo(environmentId, {
        key: error.code === 'unauthorised' ? 'rejected' : 'unchecked',
        account,
        error,
      });
    }
  };

  return {
    get: async () => (standings.has(current().environmentId) ? describe() : check()),
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
      const account = await ports.makeClient(environment, async () => key).account(forever);
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
    keyRejected(environmentId, error) {
      const standing = standings.get(environmentId) ?? untold;
      if (standing.key !== 'rejected') changeTo(environmentId, { ...standing, key: 'rejected', error });
    },
  };
}
