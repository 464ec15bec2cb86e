import { openKeychainVault } from '../../../src/main/secrets/keychain-vault.ts';

/** Where the app keeps the key of an account of the simulator in the keychain; the first has the simulator's own name. */
const entryOf = (connectionId: string): string => `pixop/${connectionId}/api-key`;

/** The simulator's key as the keychain has it, whichever process stored it. */
export const storedKey = async (connectionId = 'simulator'): Promise<string | null> =>
  (await openKeychainVault()).get(entryOf(connectionId));

/** Leaves nothing of a spec's key behind, neither for the next spec nor on the machine. */
export async function forgetStoredKey(): Promise<void> {
  const vault = await openKeychainVault();
  for (const connectionId of ['simulator', 'simulator-2']) await vault.delete(entryOf(connectionId));
}
