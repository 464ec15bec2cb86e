import type { Input } from '../../shared/contract.ts';
import type { EnvironmentId } from '../../shared/session.ts';

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
