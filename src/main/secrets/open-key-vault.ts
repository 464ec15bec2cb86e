import { toAppError } from '../../shared/errors.ts';
import { createMemoryVault, type KeyVault } from './key-vault.ts';
import { openKeychainVault } from './keychain-vault.ts';

/** The OS keychain, or memory for this run with the reason why; the operator is told which. */
export async function openKeyVault(service?: string): Promise<KeyVault> {
  try {
    return await openKeychainVault(service);
  } catch (thrown) {
    return createMemoryVault(toAppError(thrown).message);
  }
}
