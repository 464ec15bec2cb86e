import { AppFailure, type ErrorCode, type ErrorDetail } from '../../shared/errors.ts';
import { withoutSecrets as encodedSecrets } from '../platform/redact.ts';
import type { Answer } from './exchange.ts';
import { elementText } from './xml-text.ts';

/** What of an S3 error document is looked at: never the fields that quote the key id or the signed text. */
export interface S3Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly region: string | null;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
}

const BY_CODE: Readonly<Record<string, ErrorCode>> = {
  AccessDenied: 'forbidden',
  AllAccessDisabled: 'forbidden',
  AccountProblem: 'forbidden',
  InvalidAccessKeyId: 'credentials-rejected',
  SignatureDoesNotMatch: 'credentials-rejected',
  ExpiredToken: 'credentials-rejected',
  InvalidToken: 'credentials-rejected',
  TokenRefreshRequired: 'credentials-rejected',
  RequestTimeTooSkewed: 'credentials-rejected',
  NoSuchBucket: 'not-found',
  NoSuchKey: 'not-found',
  NotFound: 'not-found',
  SlowDown: 'rate-limited',
  TooManyRequests: 'rate-limited',
  RequestLimitExceeded: 'rate-limited',
  RequestTimeout: 'timeout',
  // A 501 is no failure of the server: asked again it says the same.
  NotImplemented: 'bad-request',
};

const SENTENCES: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: 'S3 does not know this access key.',
  SignatureDoesNotMatch: 'S3 refused the signature: the secret access key is wrong.',
  ExpiredToken: 'The temporary AWS credentials have expired.',
  InvalidToken: 'S3 refused the session token.',
  RequestTimeTooSkewed: "This computer's clock differs too much from S3's.",
  NoSuchBucket: 'The bucket does not exist.',
  NoSuchKey: 'The object does not exist.',
};

/** Reads S3's error document; HEAD answers have none, so the status speaks for them. */
export function problemOf(answer: Answer): S3Problem {
  const xml = answer.body.subarray(0, 65_536).toString('utf8');
  const isError = xml.includes('<Error');
  const code = (isError ? elementText(xml, 'Code') : null) ?? codeOfStatus(answer.status);
  const retryAfter = Number(answer.headers['retry-after'] ?? Number.NaN);
  return {
    status: answer.status,
    code: code.slice(0, 200),
    message: isError ? (elementText(xml, 'Message') ?? '') : '',
    region: answer.headers['x-amz-bucket-region'] ?? (isError ? elementText(xml, 'Region') : null),
    requestId: answer.headers['x-amz-request-id'] ?? null,
    retryAfterMs: Number.isFinite(retryAfter) && retryAfter >= 0 ? Math.min(retryAfter, 300) * 1_000 : null,
  };
}

function codeOfStatus(status: number): string {
  if (status === 403) return 'AccessDenied';
  if (status === 404) return 'NotFound';
  if (status === 429) return 'TooManyRequests';
  if (status === 501) return 'NotImplemented';
  if (status === 503) return 'SlowDown';
  return `HTTP ${status}`;
}

/** The problem as the screens know it, with the permission that is missing. */
export function problemFailure(problem: S3Problem, action: string, secrets: readonly string[]): AppFailure {
  const code = BY_CODE[problem.code] ?? byStatus(problem.status);
  const missingAction = code === 'forbidden' ? (actionIn(problem.message) ?? action) : null;
  const said = withoutSecrets(problem.message, secrets).slice(0, 500);
  const detail: ErrorDetail = {
    source: 's3',
    serviceCode: withoutSecrets(problem.code, secrets),
    httpStatus: problem.status,
    ...(problem.requestId === null
      ? {}
      : { requestId: withoutSecrets(problem.requestId, secrets).slice(0, 200) }),
    ...(missingAction === null ? {} : { missingAction }),
    ...(said === '' ? {} : { said }),
  };
  const message =
    SENTENCES[problem.code] ??
    (missingAction === null
      ? said || `S3 answered ${problem.code} (HTTP ${problem.status}).`
      : `S3 does not allow these credentials ${missingAction}.`);
  return new AppFailure({
    code,
    message,
    detail,
    ...(problem.retryAfterMs === null ? {} : { retryAfterMs: problem.retryAfterMs }),
  });
}

function byStatus(status: number): ErrorCode {
  if (status === 401) return 'credentials-rejected';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429 || status === 503) return 'rate-limited';
  if (status >= 500) return 'upstream';
  return status >= 300 ? 'bad-request' : 'malformed-answer';
}

/** AWS names the action in its newer sentences: "… is not authorized to perform: s3:ListBucket on resource …". */
function actionIn(message: string): string | null {
  return /perform: (s3(?:express)?:[A-Za-z]{3,60})/.exec(message)?.[1] ?? null;
}

/** Takes out the credentials in use and anything that looks like an AWS access key id. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) if (secret.length >= 3) clean = clean.replaceAll(secret, '…');
  return encodedSecrets(secrets)(clean).replace(/\b(AKIA|ASIA|AROA|AIDA)[A-Z0-9]{8,}\b/g, '…');
}
