import { openKeychainVault } from '../../../src/main/secrets/keychain-vault.ts';

/** Where the app keeps the simulator's key in the keychain. */
const ENTRY = 'pixop/simulator/api-key';

/** The simulator's key as the keychain has it, whichever process stored it. */
export const storedKey = async (): Promise<string | null> => (await openKeychainVault()).get(ENTRY);

/** Leaves nothing of a spec's key behind, neither for the next spec nor on the machine. */
export const forgetStoredKey = async (): Promise<void> => (await openKeychainVault()).delete(ENTRY);
