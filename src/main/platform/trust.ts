/** What of Node's `tls` decides whom every connection of this process trusts; the two calls for stores came with Node 24.5. */
export interface TlsDefaults {
  DEFAULT_MIN_VERSION: string;
  readonly getCACertificates?: (store: 'system') => string[];
  readonly setDefaultCACertificates?: (certificates: readonly string[]) => void;
}

/** Whose list of authorities is in force: the system's, where companies add theirs, or the one that Node brings. */
export type TrustStore = 'system' | 'built-in';

/**
 * Trusts whom the system trusts, from TLS 1.2 on, and takes away the environment's means to switch the check off. Must
 * run before the first connection. A system without a list of its own (or with an unreadable one) leaves Node's in force.
 */
export function settleTrust(
  tls: TlsDefaults,
  env: Record<string, string | undefined>,
  onProblem: (message: string) => void,
): TrustStore {
  delete env['NODE_TLS_REJECT_UNAUTHORIZED'];
  tls.DEFAULT_MIN_VERSION = 'TLSv1.2';
  if (tls.getCACertificates === undefined || tls.setDefaultCACertificates === undefined) return 'built-in';
  try {
    const certificates = tls.getCACertificates('system');
    if (certificates.length === 0) return 'built-in';
    tls.setDefaultCACertificates(certificates);
    return 'system';
  } catch (error) {
    onProblem(error instanceof Error ? error.message : 'unknown');
    return 'built-in';
  }
}
