import type { Session } from 'electron';
import { proxyOf, type ProxyFor } from '../platform/proxy-rule.ts';

/** Asks the system, with its automatic configuration scripts, which proxy an address is reached by. */
export const systemProxy =
  (session: Pick<Session, 'resolveProxy'>): ProxyFor =>
  async (url) =>
    proxyOf(await session.resolveProxy(url));
