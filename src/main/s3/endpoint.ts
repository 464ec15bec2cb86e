import { AppFailure } from '../../shared/errors.ts';
import { isHostAllowed } from '../platform/host-pattern.ts';
import type { S3Access } from './access.ts';
import type { Sdk } from './sdk.ts';

/** Where requests for one bucket go, and what they are signed for. */
export interface BucketEndpoint {
  readonly origin: URL;
  /** Path in front of the object key, without a slash at its end; empty for virtual-hosted buckets. */
  readonly basePath: string;
  readonly signingRegion: string;
}

/** Which hosts buckets may be on. */
export interface S3Reach {
  /** Allows `http://127.0.0.1`: only for the demo and tests. */
  readonly allowLoopback: boolean;
  /** Hosts that the workstation's policy allows, as patterns; null when it has none. */
  readonly allowedHosts: readonly string[] | null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const LINK_LOCAL = /^(169\.254\.|\[fe[89ab]|0\.0\.0\.0$|\[::\]$)/i;

/**
 * Refuses endpoints that would show keys or data to somebody else: only https, never link-local (cloud metadata);
 * http is for loopback, and only when the app was started for a local server.
 */
export function checkEndpoint(endpoint: string, allowLoopback: boolean): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  const refuse = (message: string): never => {
    throw new AppFailure({ code: 'bad-request', message, detail: { source: 's3' } });
  };
  if (url === null) return refuse('The S3 endpoint is not a URL.');
  if (url.username !== '' || url.password !== '')
    return refuse('The S3 endpoint must not contain credentials.');
  if (url.search !== '' || url.hash !== '')
    return refuse('The S3 endpoint must not have a query or fragment.');
  if (LINK_LOCAL.test(url.hostname)) return refuse('The S3 endpoint must not be a link-local address.');
  const loopback = LOOPBACK.test(url.hostname);
  if (loopback && !allowLoopback) return refuse('The S3 endpoint must not be this computer.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    return refuse('The S3 endpoint must use https.');
  }
  return url;
}

/** An address of the bucket's service by which the system says how it is reached; a region changes nothing about that. */
export const addressOf = ({ endpoint }: Pick<S3Access, 'endpoint'>): string =>
  endpoint.endpoint ?? `https://s3.${endpoint.region ?? 'us-east-1'}.amazonaws.com/`;

/** Finds the bucket's URL by the SDK's own rules (partitions, dotted names, path style), for the given region. */
export function endpointResolver(
  sdk: Pick<Sdk, 'S3Client'>,
  access: Pick<S3Access, 'bucket' | 'endpoint'>,
  { allowLoopback, allowedHosts }: S3Reach,
): (region: string) => BucketEndpoint {
  const custom =
    access.endpoint.endpoint === null ? null : checkEndpoint(access.endpoint.endpoint, allowLoopback);
  const client = new sdk.S3Client({
    region: 'us-east-1',
    ignoreConfiguredEndpointUrls: true,
    // Never asked: requests are signed with the location's own credentials. Naming them keeps the SDK from looking.
    credentials: { accessKeyId: 'unused', secretAccessKey: 'unused' },
  });
  return (region) => {
    // Calling the rules directly, with every parameter given, leaves no way in for endpoints from the environment.
    const { url } = client.config.endpointProvider({
      Bucket: access.bucket,
      Region: region,
      UseFIPS: false,
      UseDualStack: false,
      Accelerate: false,
      ForcePathStyle: access.endpoint.pathStyle,
      ...(custom === null ? {} : { Endpoint: custom.href }),
    });
    if (!isHostAllowed(allowedHosts, url.hostname)) throw notAllowed(url.hostname);
    return { origin: new URL(url.origin), basePath: url.pathname.replace(/\/+$/, ''), signingRegion: region };
  };
}

function notAllowed(host: string): AppFailure {
  return new AppFailure({
    code: 'forbidden',
    message: `Your organisation does not allow this computer to reach ${host}.`,
    detail: { source: 'app', serviceCode: 'ENDPOINT_NOT_ALLOWED' },
  });
}
