import { AppFailure } from '../../shared/errors.ts';
import type { KeyVault } from './key-vault.ts';

/** Name under which every secret of this app stands in the operating system's keychain. */
export const KEYCHAIN_SERVICE = 'Pixop Ingest';
/** An entry that never exists: reading it tells whether the keychain answers, and leaves nothing behind. */
const PROBE = 'probe';

/** One entry of the keychain, as the native module has it. */
interface Entry {
  readonly getPassword: () => Promise<string | null | undefined>;
  readonly setPassword: (secret: string) => Promise<void>;
  readonly deletePassword: () => Promise<boolean>;
}

/**
 * Opens the OS keychain and proves that it answers. On Linux the Secret Service is named explicitly: left to
 * itself the module falls back to a kernel keyring that forgets everything at the next start.
 */
export async function openKeychainVault(service: string = KEYCHAIN_SERVICE): Promise<KeyVault> {
  const { AsyncEntry } = await import('keytar').catch((cause: unknown) => {
    throw unavailable('The keychain module could not be loaded.', cause);
  });
  const entry = (name: string): Entry =>
    new AsyncEntry(service, name, { linux: { store: 'secret-service' } });
  const attempt = async <T>(doing: string, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (cause) {
      throw unavailable(`${doing} ${cause instanceof Error ? cause.message : ''}`.trim(), cause);
    }
  };

  try {
    await entry(PROBE).getPassword();
  } catch (cause) {
    // The system's own words speak of buses and sockets; they stay in the cause.
    throw unavailable(noKeychain[process.platform] ?? 'This system has no keychain that answers.', cause);
  }
  return {
    store: { kind: 'keychain' },
    get: (name) =>
      attempt('The keychain could not be read.', async () => (await entry(name).getPassword()) ?? null),
    async set(name, secret) {
      await attempt('The keychain could not be written.', () => entry(name).setPassword(secret));
      const kept = await attempt('The keychain could not be read.', () => entry(name).getPassword());
      if (kept !== secret) throw unavailable('The keychain did not keep what was written.', undefined);
    },
    async delete(name) {
      await attempt('The keychain could not be written.', () => entry(name).deletePassword());
    },
  };
}

const noKeychain: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'No keyring service answers on this computer, such as GNOME Keyring or KWallet.',
  darwin: 'The login keychain cannot be opened.',
  win32: 'The Windows Credential Manager does not answer.',
};

const unavailable = (message: string, cause: unknown): AppFailure =>
  new AppFailure({ code: 'keychain-unavailable', message, detail: { source: 'keychain' } }, { cause });
