import { z } from 'zod';
import type { JobError, PauseReason } from '../../shared/imports.ts';
import type { Milliseconds } from '../../shared/units.ts';
import type { SubmitFact } from './ports.ts';

/** What one import call came to. Only `accepted`, `rejected` and `not-executed` are proven; everything else is `unknown`. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly videoId: string }
  | { readonly kind: 'rejected'; readonly error: JobError }
  /** Not sent, since the object is another one now; the operator has to say what to do. */
  | { readonly kind: 'withheld'; readonly error: JobError }
  /** Proven that no video was made: the import is planned again, with the same reference. */
  | { readonly kind: 'not-executed'; readonly because: NotExecuted; readonly error: JobError }
  | { readonly kind: 'unknown'; readonly error: JobError };

/** Why a call was not executed, and what the run has to wait for. */
export type NotExecuted =
  | { readonly wait: 'network' }
  | { readonly wait: 'rate-limit'; readonly retryAfterMs: Milliseconds | null }
  | { readonly wait: 'operator'; readonly reason: PauseReason };

const acceptedBody = z.object({
  videoId: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i),
});
const errorBody = z.object({
  statusCode: z.number().int(),
  errorCode: z.string(),
  message: z.string(),
  requestId: z.string().nullish(),
});

/** Codes that speak against the account, not against the object: the run pauses, nothing is failed. */
const pausing: Readonly<Record<string, PauseReason>> = {
  MISSING_API_KEY: 'key-rejected',
  INVALID_API_KEY: 'key-rejected',
  INVALID_CREDENTIALS: 'key-rejected',
  ACCOUNT_LOCKED: 'account',
  ACCOUNT_DISABLED: 'account',
  ACCOUNT_EXPIRED: 'account',
  DEFAULT_TEAM_NOT_API_ENABLED: 'account',
  ACCESS_DENIED: 'account',
  FORBIDDEN: 'account',
  TEAM_NOT_FOUND: 'account',
  INSUFFICIENT_PROJECTED_BALANCE_ERROR: 'balance',
  BUCKET_NOT_FOUND: 'location',
  HEAD_BUCKET_ERROR: 'location',
};

/** Judges what was seen of an import call. The table is the engine's safety: what is not proven is never sent again by itself. */
export function judge(fact: SubmitFact): Outcome {
  if (fact.kind === 'not-sent') {
    const because: NotExecuted =
      fact.reason === 'key-missing' ? { wait: 'operator', reason: 'key-missing' } : { wait: 'network' };
    return {
      kind: 'not-executed',
      because,
      error: own(fact.reason === 'key-missing' ? 'unauthorised' : 'offline', fact.message),
    };
  }
  if (fact.kind === 'withheld') {
    return fact.because === 'gone'
      ? { kind: 'withheld', error: own('OBJECT_GONE', 'The object is not in the bucket any more.') }
      : { kind: 'withheld', error: own('OBJECT_CHANGED', 'The object was replaced after it was picked.') };
  }
  if (fact.kind === 'no-answer') {
    return { kind: 'unknown', error: own(fact.reason === 'timeout' ? 'timeout' : 'offline', fact.message) };
  }
  return judgeAnswer(fact);
}

function judgeAnswer(fact: Extract<SubmitFact, { kind: 'answered' }>): Outcome {
  const { status } = fact;
  if (status === 202) {
    const accepted = acceptedBody.safeParse(fact.body);
    if (accepted.success) return { kind: 'accepted', videoId: accepted.data.videoId };
    return {
      kind: 'unknown',
      error: own('malformed-answer', 'Pixop answered 202 without a video id.', status),
    };
  }
  const body = errorBody.safeParse(fact.body);
  const isPixopError = body.success && body.data.statusCode === status;
  // The contract gives some answers no body: then the rate headers show that Pixop itself answered.
  const isPixop = isPixopError || fact.rate !== null;
  const error: JobError = isPixopError
    ? {
        code: body.data.errorCode.slice(0, 200),
        message: body.data.message.slice(0, 2_000),
        requestId: body.data.requestId?.slice(0, 200) ?? null,
        httpStatus: status,
      }
    : own(status === 404 ? 'not-found' : 'upstream', `The answer had status ${status}.`, status);
  if (!isPixop) return { kind: 'unknown', error };
  if (status === 429) {
    const retryAfterMs = fact.rate?.retryAfterMs ?? fact.rate?.resetInMs ?? null;
    return { kind: 'not-executed', because: { wait: 'rate-limit', retryAfterMs }, error };
  }
  if (status === 400 || status === 401 || status === 403 || status === 404) {
    const reason =
      pausing[error.code] ?? (status === 401 ? 'key-rejected' : status === 403 ? 'account' : null);
    if (reason !== null) return { kind: 'not-executed', because: { wait: 'operator', reason }, error };
    return { kind: 'rejected', error };
  }
  return { kind: 'unknown', error };
}

const own = (code: string, message: string, httpStatus: number | null = null): JobError => ({
  code,
  message: message.slice(0, 2_000),
  requestId: null,
  httpStatus,
});
