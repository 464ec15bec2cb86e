import { shell } from 'electron';
import type { Input } from '../../shared/contract.ts';
import type { EnvironmentId } from '../../shared/session.ts';
import { AppFailure } from '../../shared/errors.ts';
import { pageAddress } from './page-address.ts';

/** The one call site of `openExternal`. */
export async function openPage(page: Input<'app.open'>, environmentId: EnvironmentId): Promise<void> {
  const address = pageAddress(page, environmentId);
  if (address === null) {
    throw new AppFailure({ code: 'not-found', message: 'The simulator has no web pages.' });
  }
  await shell.openExternal(address);
}
