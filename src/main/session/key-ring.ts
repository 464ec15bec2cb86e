import type { ConnectionId } from '../../shared/session.ts';
import type { KeyVault } from '../secrets/key-vault.ts';

/** The API key of each connection, read from the keychain once; keys stay in here and in what signs the calls. */
export interface KeyRing {
  /** Rejects when the keychain cannot be read, which never means that there is no key. */
  readonly get: (connectionId: ConnectionId) => Promise<string | null>;
  /** The key as far as it was read, saved or removed in this run; undefined before. */
  readonly known: (connectionId: ConnectionId) => string | null | undefined;
  readonly save: (connectionId: ConnectionId, key: string) => Promise<void>;
  readonly remove: (connectionId: ConnectionId) => Promise<void>;
}

/** Named as before there were several connections: the first of an environment has the environment's id. */
const secretName = (connectionId: ConnectionId): string => `pixop/${connectionId}/api-key`;

/** See {@link KeyRing}. `onSecret` is told each key as it becomes known, so that logs can hide it. */
export function createKeyRing(vault: KeyVault, onSecret: (secret: string) => void): KeyRing {
  const keys = new Map<ConnectionId, string | null>();
  return {
    async get(connectionId) {
      const known = keys.get(connectionId);
      if (known !== undefined) return known;
      const stored = await vault.get(secretName(connectionId));
      // Saved or removed while the keychain was asked: what it said then is old.
      const newer = keys.get(connectionId);
      if (newer !== undefined) return newer;
      keys.set(connectionId, stored);
      if (stored !== null) onSecret(stored);
      return stored;
    },
    known: (connectionId) => keys.get(connectionId),
    async save(connectionId, key) {
      await vault.set(secretName(connectionId), key);
      keys.set(connectionId, key);
    },
    async remove(connectionId) {
      await vault.delete(secretName(connectionId));
      keys.set(connectionId, null);
    },
  };
}
