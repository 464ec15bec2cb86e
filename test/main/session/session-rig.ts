import type { PixopClient } from '../../../src/main/pixop/pixop-client.ts';
import { createMemoryVault, type KeyVault } from '../../../src/main/secrets/key-vault.ts';
import { environmentsWith } from '../../../src/main/session/environments.ts';
import { openConnections } from '../../../src/main/session/connections.ts';
import { createSessionService } from '../../../src/main/session/session-service.ts';
import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import type { Account, EnvironmentId, Session } from '../../../src/shared/session.ts';

/** Whose key the rig's Pixop takes. */
export const account: Account = {
  accountId: 'op',
  email: 'op@example.com',
  name: 'Op',
  defaultTeam: { teamId: 'team-1-id', name: 'T', apiEnabled: true },
};
/** A second one, whose key a test has to make good. */
export const other: Account = { ...account, accountId: 'other', email: 'other@example.com', name: 'Other' };
/** No way to Pixop. */
export const offline: AppError = { code: 'offline', message: 'down', detail: { source: 'pixop' } };
/** Pixop's word against a key. */
export const refused: AppError = {
  code: 'unauthorised',
  message: 'no',
  detail: { source: 'pixop', serviceCode: 'INVALID_API_KEY' },
};

/** What is on disk between two runs. */
export interface Disk {
  saved: unknown;
  queues: string[];
}

/** A Pixop that takes the keys named good, or answers `down` while that is set. */
export async function openSession(
  vault: KeyVault = createMemoryVault('test'),
  disk: Disk = { saved: undefined, queues: [] },
  chosen: { environmentId: EnvironmentId; connectionId: string | null; teamId: string | null } = {
    environmentId: 'production',
    connectionId: null,
    teamId: null,
  },
) {
  const pixop = {
    good: new Map([['good-key', account]]),
    down: null as AppError | null,
    /** Held back until it resolves. */
    answering: Promise.resolve(),
  };
  const sessions: Session[] = [];
  const secrets: string[] = [];
  const usable: string[] = [];
  const removed: string[] = [];
  const timers: (() => void)[] = [];
  const unsettled = new Map<string, number>();
  const environments = [...environmentsWith(null), ...environmentsWith('http://127.0.0.1:9/api')];
  const connections = await openConnections({
    file: { load: async () => disk.saved, save: async (value) => void (disk.saved = structuredClone(value)) },
    queuesOnDisk: async () => disk.queues,
    environments: environments.map(({ environmentId }) => environmentId),
  });
  const service = createSessionService({
    clock: {
      after: (_delayMs, callback) => {
        timers.push(callback);
        return () => undefined;
      },
    },
    vault,
    environments,
    connections,
    selected: () => chosen,
    select: async ({ environmentId, connectionId, teamId }) =>
      void Object.assign(chosen, { environmentId, connectionId, teamId }),
    makeClient: (_environment, { apiKey, onKeyRejected }) =>
      // Only the account is asked for here.
      ({
        account: async () => {
          const key = (await apiKey()) ?? '';
          await pixop.answering;
          if (pixop.down !== null) throw new AppFailure(pixop.down);
          const owner = pixop.good.get(key);
          if (owner !== undefined) return owner;
          onKeyRejected(key, refused);
          throw new AppFailure(refused);
        },
      }) as unknown as PixopClient,
    onSecret: (secret) => secrets.push(secret),
    onChange: (session) => sessions.push(session),
    onNotRemembered: () => undefined,
    onKeyUsable: (id) => usable.push(id),
    unsettled: async (id) => unsettled.get(id) ?? 0,
    onRemoved: async (id) => void removed.push(id),
  });
  return {
    service,
    pixop,
    vault,
    sessions,
    secrets,
    usable,
    timers,
    connections,
    disk,
    chosen,
    unsettled,
    removed,
  };
}
