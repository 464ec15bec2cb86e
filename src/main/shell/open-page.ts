import { shell } from 'electron';
import type { Input } from '../../shared/contract.ts';
import type { EnvironmentId } from '../../shared/session.ts';
import { AppFailure } from '../../shared/errors.ts';

/** Web app of each environment; the simulator has none. */
const webApps: Readonly<Record<EnvironmentId, string | null>> = {
  production: 'https://app.pixop.com',
  staging: 'https://staging-app.pixop.com',
  simulator: null,
};

/** The address of a page that the renderer may ask for; it names a page, never a URL. Null when there is none. */
export function pageAddress(page: Input<'app.open'>, environmentId: EnvironmentId): string | null {
  if (page.page === 'documentation') return 'https://docs.pixop.com/';
  if (page.page === 'support') return 'https://www.pixop.com/contact';
  const webApp = webApps[environmentId];
  if (webApp === null) return null;
  return page.page === 'video' ? `${webApp}/videos/${encodeURIComponent(page.videoId)}` : `${webApp}/account`;
}

/** The one call site of `openExternal`. */
export async function openPage(page: Input<'app.open'>, environmentId: EnvironmentId): Promise<void> {
  const address = pageAddress(page, environmentId);
  if (address === null) {
    throw new AppFailure({ code: 'not-found', message: 'The simulator has no web pages.' });
  }
  await shell.openExternal(address);
}
