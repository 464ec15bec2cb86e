import { AppFailure, toAppError } from '../../shared/errors.ts';
import { KIB, type Milliseconds } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import type { S3Access } from './access.ts';
import { regionOfProfile } from './aws-profiles.ts';
import type { BodyBuffer } from './body-buffer.ts';
import { credentialsProvider, type Credentials } from './credentials.ts';
import { endpointResolver, type BucketEndpoint, type S3Reach } from './endpoint.ts';
import { problemFailure, problemOf, type S3Problem, withoutSecrets } from './error-answer.ts';
import type { Answer, Connections } from './exchange.ts';
import { backoffMs } from './retry-policy.ts';
import type { Sdk } from './sdk.ts';
import { requestSigner, type BucketRequest } from './signed-request.ts';

/** What a client needs from outside. */
export interface S3Deps extends S3Reach {
  readonly loadSdk: () => Promise<Sdk>;
  readonly connections: Connections;
  readonly clock: Clock;
  readonly random: () => number;
}

/** How one request is to be carried out. */
export interface SendOptions {
  /** The permission it needs, named when it is denied. */
  readonly action: string;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told about every 503 SlowDown, before it is waited out. */
  readonly onSlowDown?: () => void;
  /** Memory to read the answer into, for as long as the caller does not use it again. */
  readonly into?: BodyBuffer;
}

/** Sends signed reads to one bucket: finds its region, waits out busy servers, answers in the app's own errors. */
export interface BucketClient {
  readonly bucket: string;
  /** True for AWS itself, false for an S3-compatible store. */
  readonly isAws: boolean;
  readonly send: (request: BucketRequest, options: SendOptions) => Promise<Answer>;
  /** The region as far as it is known. */
  readonly region: () => string | null;
}

/** Region where a bucket is first looked for when nothing names one; AWS's answer then says the right one. */
const FIRST_REGION = 'us-east-1';
/** Bodies of error documents and small answers. */
const SMALL_BODY_BYTES = 256 * KIB;
const MAX_MOVES = 3;
/** Refusals that name the bucket's true region. */
const REDIRECT_CODES = new Set([
  'PermanentRedirect',
  'TemporaryRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
]);

/** Opens a client; nothing is sent and the SDK is not loaded before the first request. */
export function bucketClient(access: S3Access, deps: S3Deps): BucketClient {
  let region = access.endpoint.region;
  let skewMs: Milliseconds = 0;
  /** How often a refusal has moved this client to another region: a server that keeps moving it is not believed. */
  let moves = 0;
  let prepared: ReturnType<typeof prepare> | undefined;
  /** Where the last request went: the SDK's rules need not be asked for each page of a listing. */
  let endpoint: BucketEndpoint | null = null;

  async function prepare() {
    const sdk = await deps.loadSdk();
    const resolve = endpointResolver(sdk, access, deps);
    const credentials = credentialsProvider(access.credentials, sdk, deps.clock);
    const fromProfile =
      access.credentials.kind === 'profile' && access.endpoint.endpoint === null
        ? await regionOfProfile(access.credentials.profile)
        : null;
    return { sign: requestSigner(sdk), resolve, credentials, firstRegion: fromProfile ?? FIRST_REGION };
  }

  async function attempt(request: BucketRequest, options: SendOptions): Promise<Answer> {
    prepared ??= prepare();
    const { sign, resolve, credentials, firstRegion } = await prepared;
    const wanted = region ?? firstRegion;
    const asked = endpoint?.signingRegion === wanted ? endpoint : resolve(wanted);
    endpoint = asked;
    const keys = await credentials();
    const wire = await sign(asked, keys, request, deps.clock.now() + skewMs);
    const answer = await deps.connections.exchange(wire, {
      maxBytes: options.maxBytes ?? SMALL_BODY_BYTES,
      signal: options.signal,
      proxy: access.proxy ?? null,
      into: options.into,
    });
    if (answer.status === 200 || answer.status === 206) {
      region = asked.signingRegion;
      return answer;
    }
    const problem = problemOf(answer);
    if (corrected(answer, problem, asked, secretsOf(keys))) return attempt(request, options);
    throw problemFailure(problem, options.action, secretsOf(keys));
  }

  /** Learns region or time from a refusal; true when asking again can help. A Location header is never followed. */
  function corrected(
    answer: Answer,
    problem: S3Problem,
    { signingRegion }: BucketEndpoint,
    secrets: readonly string[],
  ): boolean {
    const redirect =
      answer.status === 301 ||
      answer.status === 307 ||
      answer.status === 400 ||
      REDIRECT_CODES.has(problem.code);
    if (redirect && problem.region !== null && problem.region !== signingRegion) {
      // A region is shown; one that repeats a secret is none.
      if (!/^[a-z0-9-]{2,64}$/.test(problem.region) || holdsSecret(problem.region, secrets)) return false;
      // Another request was refused first and has moved the client there already.
      if (problem.region === region) return true;
      moves += 1;
      region = problem.region;
      return moves <= MAX_MOVES;
    }
    const serverMs = Date.parse(answer.headers['date'] ?? '');
    if (problem.code === 'RequestTimeTooSkewed' && skewMs === 0 && Number.isFinite(serverMs)) {
      skewMs = serverMs - deps.clock.now();
      return skewMs !== 0;
    }
    return false;
  }

  return {
    bucket: access.bucket,
    isAws: access.endpoint.endpoint === null,
    region: () => region,
    async send(request, options) {
      for (let count = 1; ; count += 1) {
        try {
          return await attempt(request, options);
        } catch (thrown) {
          const error = toAppError(thrown);
          if (error.code === 'rate-limited') options.onSlowDown?.();
          const waitMs = backoffMs(error.code, count, deps.random, error.retryAfterMs ?? null);
          if (waitMs === null) throw thrown;
          await pause(deps.clock, waitMs, options.signal);
        }
      }
    },
  };
}

const holdsSecret = (text: string, secrets: readonly string[]): boolean =>
  withoutSecrets(text, secrets) !== text;

function secretsOf(keys: Credentials): readonly string[] {
  const { accessKeyId, secretAccessKey, sessionToken } = keys;
  return [accessKeyId, secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])];
}

function pause(clock: Clock, delayMs: Milliseconds, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancelled = (): void => {
      cancel();
      reject(new AppFailure({ code: 'cancelled', message: 'Cancelled.' }));
    };
    const cancel = clock.after(delayMs, () => {
      signal?.removeEventListener('abort', cancelled);
      resolve();
    });
    if (signal?.aborted === true) return cancelled();
    signal?.addEventListener('abort', cancelled, { once: true });
  });
}
