import type { SecretStore } from '../../shared/session.ts';

/** Where secrets live. One entry for each secret; what is stored is never logged, exported or sent to the renderer. */
export interface KeyVault {
  /** Whether secrets outlive this run, and why not when they do not. */
  readonly store: SecretStore;
  /** The secret, or null when there is none; rejects when the store cannot be read, which never means "none". */
  readonly get: (name: string) => Promise<string | null>;
  readonly set: (name: string, secret: string) => Promise<void>;
  readonly delete: (name: string) => Promise<void>;
}

/** A vault for this run only, for a machine without a keychain: never a file. */
export function createMemoryVault(reason: string): KeyVault {
  const secrets = new Map<string, string>();
  return {
    store: { kind: 'memory', reason },
    get: async (name) => secrets.get(name) ?? null,
    set: async (name, secret) => void secrets.set(name, secret),
    delete: async (name) => void secrets.delete(name),
  };
}
