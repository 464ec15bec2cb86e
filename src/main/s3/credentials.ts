import { AppFailure } from '../../shared/errors.ts';
import type { S3CredentialsInput } from '../../shared/session.ts';
import { MINUTE } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sdk } from './sdk.ts';

/** What a request is signed with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Asked before every request; answers from memory until the credentials are about to expire. */
export type CredentialsProvider = () => Promise<Credentials>;

/** Temporary credentials are renewed this long before they expire, so that a slow page does not outlive them. */
const RENEW_BEFORE_MS = 5 * MINUTE;

/**
 * Turns what the operator chose into credentials. Endpoints from the environment or a profile are ignored:
 * a signed request must never go to a host that the operator did not name here.
 */
export function credentialsProvider(
  input: S3CredentialsInput,
  sdk: Pick<Sdk, 'fromIni' | 'fromNodeProviderChain'>,
  clock: Pick<Clock, 'now'>,
): CredentialsProvider {
  if (input.kind === 'keys') {
    const { accessKeyId, secretAccessKey, sessionToken } = input;
    const keys: Credentials = {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    };
    return () => Promise.resolve(keys);
  }
  const clientConfig = { ignoreConfiguredEndpointUrls: true };
  const resolve =
    input.kind === 'profile'
      ? sdk.fromIni({ profile: input.profile, clientConfig, ignoreCache: true })
      : sdk.fromNodeProviderChain({ clientConfig, ignoreCache: true });
  const profile = input.kind === 'profile' ? input.profile : null;
  return renewing(() => resolve().catch((cause: unknown) => Promise.reject(missing(profile, cause))), clock);
}

function renewing(resolve: CredentialsProvider, clock: Pick<Clock, 'now'>): CredentialsProvider {
  let current: Promise<Credentials> | null = null;
  const renew = (): Promise<Credentials> => {
    const asked = resolve();
    current = asked;
    asked.catch(() => {
      if (current === asked) current = null;
    });
    return asked;
  };
  return async () => {
    if (current === null) return renew();
    const known = await current;
    const expiresMs = known.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
    return expiresMs - clock.now() > RENEW_BEFORE_MS ? known : renew();
  };
}

/** The SDK's own messages can quote paths and tokens; the operator needs the profile and what to run. */
function missing(profile: string | null, cause: unknown): AppFailure {
  const text = cause instanceof Error ? `${cause.name} ${cause.message}` : '';
  const named = profile === null ? '' : ` of profile "${profile}"`;
  if (/\bsso\b/i.test(text) || /TokenProviderError/.test(text)) {
    const login = profile === null ? 'aws sso login' : `aws sso login --profile ${profile}`;
    return failure(
      'SsoSessionExpired',
      `The AWS single sign-on session${named} has expired. Run "${login}", then try again.`,
      cause,
    );
  }
  if (profile !== null && /could not be (found|resolved)|not found|Could not resolve/i.test(text)) {
    return failure(
      'ProfileNotFound',
      `The AWS profile "${profile}" was not found, or it names no usable credentials.`,
      cause,
    );
  }
  return failure(
    'CredentialsProviderError',
    profile === null
      ? 'No AWS credentials were found in the environment, the AWS files or the instance.'
      : `The AWS profile "${profile}" gave no credentials.`,
    cause,
  );
}

function failure(serviceCode: string, message: string, cause: unknown): AppFailure {
  return new AppFailure(
    { code: 'credentials-missing', message, detail: { source: 's3', serviceCode } },
    { cause },
  );
}
