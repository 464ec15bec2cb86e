import { AppFailure, type ErrorCode } from '../../shared/errors.ts';
import { TunnelFailure } from '../platform/tunnel.ts';

const OFFLINE = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ECONNREFUSED',
]);
const TIMEOUT = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/**
 * An error of the connection as data. Only its code is kept: Node's own error objects carry the request, and with
 * it the signed headers.
 */
export function transportFailure(thrown: unknown): AppFailure {
  if (thrown instanceof AppFailure) return thrown;
  if (thrown instanceof TunnelFailure && thrown.reason !== 'unreachable') {
    const detail = { source: 'app', serviceCode: 'PROXY_REFUSED' } as const;
    return new AppFailure({ code: 'offline', message: thrown.message, detail });
  }
  const code = codeOf(thrown);
  const [kind, message] = describe(code);
  return new AppFailure({
    code: kind,
    message,
    detail: { source: 's3', ...(code === null ? {} : { serviceCode: code }) },
  });
}

function describe(code: string | null): readonly [ErrorCode, string] {
  if (code !== null && OFFLINE.has(code)) return ['offline', `The S3 server could not be reached (${code}).`];
  if (code !== null && TIMEOUT.has(code)) return ['timeout', 'The S3 server did not answer in time.'];
  if (code !== null && /CERT|SELF_SIGNED|UNABLE_TO_|TLS|SSL|EPROTO/.test(code)) {
    return ['upstream', `The secure connection to the S3 server could not be made (${code}).`];
  }
  return ['offline', 'The connection to the S3 server broke.'];
}

function codeOf(thrown: unknown): string | null {
  // Happy Eyeballs reports every address that failed in one error.
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return codeOf(thrown.errors[0]);
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  return thrown.code.slice(0, 100);
}
