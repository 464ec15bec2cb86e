import type { AppError, ErrorCode } from '../../shared/errors.ts';
import type { ErrorSituation } from './en/errors.ts';
import type { Text } from './text.ts';

/** What a button beside an error does; the screen that shows the error knows how. */
export type ErrorAction = keyof Text['errors']['actions'];

/** Pixop's own codes, from the error examples and descriptions of its API. */
const pixopCodes: Readonly<Record<string, ErrorSituation>> = {
  MISSING_API_KEY: 'key-missing',
  INVALID_API_KEY: 'key-rejected',
  INVALID_CREDENTIALS: 'key-rejected',
  ACCOUNT_LOCKED: 'account-locked',
  ACCOUNT_DISABLED: 'account-disabled',
  ACCOUNT_EXPIRED: 'account-expired',
  ACCESS_DENIED: 'access-denied',
  DEFAULT_TEAM_NOT_API_ENABLED: 'team-without-api',
  TEAM_NOT_FOUND: 'team-not-found',
  INSUFFICIENT_PROJECTED_BALANCE_ERROR: 'balance',
  BUCKET_NOT_FOUND: 'pixop-bucket-not-found',
  KEY_NOT_FOUND: 'pixop-object-not-found',
  OBJECT_CHANGED: 'object-changed',
  OBJECT_GONE: 'object-gone',
  HEAD_BUCKET_ERROR: 'pixop-bucket-unreadable',
  HEAD_OBJECT_ERROR: 'pixop-object-unreadable',
  RESOLVE_OBJECT_METADATA_ERROR: 'pixop-object-unreadable',
  UNSUPPORTED_CONTENT_TYPE: 'content-type',
  PARSE_CONTENT_TYPE_ERROR: 'content-type',
  CHECKSUM_MISMATCH: 'checksum',
  VIDEO_IN_RESTART_CHECKSUM_MISMATCH: 'checksum',
  VIDEO_IN_OPERATION_NOT_FAILED: 'not-failed',
  TOO_MANY_REQUESTS: 'pixop-busy',
  VALIDATION_ERROR: 'validation',
  INTERNAL_SERVER_ERROR: 'pixop-trouble',
};

/** S3's own codes, from the S3 API reference; compatible stores use the same. */
const s3Codes: Readonly<Record<string, ErrorSituation>> = {
  AccessDenied: 's3-denied',
  AllAccessDisabled: 's3-denied',
  NoSuchBucket: 's3-bucket-not-found',
  NoSuchKey: 's3-object-not-found',
  InvalidAccessKeyId: 's3-key-unknown',
  SignatureDoesNotMatch: 's3-secret-wrong',
  RequestTimeTooSkewed: 's3-clock',
  ExpiredToken: 's3-expired',
  ExpiredTokenException: 's3-expired',
  TokenRefreshRequired: 's3-expired',
  InvalidToken: 's3-expired',
  PermanentRedirect: 's3-region',
  AuthorizationHeaderMalformed: 's3-region',
  IllegalLocationConstraintException: 's3-region',
  InvalidObjectState: 's3-archived',
  SlowDown: 's3-busy',
  ServiceUnavailable: 's3-busy',
  InternalError: 's3-trouble',
};

const pixopByCode: Partial<Record<ErrorCode, ErrorSituation>> = {
  unauthorised: 'key-rejected',
  forbidden: 'access-denied',
  'not-found': 'pixop-not-found',
  conflict: 'pixop-conflict',
  'rate-limited': 'pixop-busy',
  offline: 'pixop-unreachable',
  timeout: 'pixop-slow',
  upstream: 'pixop-trouble',
  'malformed-answer': 'pixop-strange',
  'credentials-missing': 'key-missing',
  'credentials-rejected': 'key-rejected',
};

const s3ByCode: Partial<Record<ErrorCode, ErrorSituation>> = {
  unauthorised: 's3-credentials-rejected',
  forbidden: 's3-denied',
  'not-found': 's3-object-not-found',
  'rate-limited': 's3-busy',
  offline: 's3-unreachable',
  timeout: 's3-slow',
  upstream: 's3-trouble',
  'malformed-answer': 's3-strange',
  'credentials-missing': 's3-credentials-missing',
  'credentials-rejected': 's3-credentials-rejected',
};

const diskCodes: Readonly<Record<string, ErrorSituation>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'disk-refused',
  EPERM: 'disk-refused',
  EROFS: 'disk-refused',
  FILE_UNREADABLE: 'file-unreadable',
  FILE_NOT_WRITTEN: 'file-not-written',
};

/** What this app itself finds wrong with what it was given. */
const appCodes: Readonly<Record<string, ErrorSituation>> = {
  MANIFEST_TOO_LARGE: 'list-too-large',
  ENDPOINT_NOT_ALLOWED: 'endpoint-not-allowed',
  MANAGED_SETTING: 'managed-setting',
  LOCATION_IN_USE: 'location-in-use',
  SAVED_FULL: 'saved-full',
  SAVED_GONE: 'saved-gone',
  OTHER_ACCOUNT: 'other-account',
  ACCOUNT_CONNECTED: 'account-connected',
  CONNECTION_IN_USE: 'account-in-use',
  PROXY_REFUSED: 'proxy-refused',
  PROXY_KIND: 'proxy-kind',
  PREVIEW_LIMIT: 'preview-limit',
  PREVIEWS_OFF: 'previews-off',
};

const byCode: Readonly<Record<ErrorCode, ErrorSituation>> = {
  'bad-request': 'refused',
  unauthorised: 'refused',
  forbidden: 'refused',
  'not-found': 'refused',
  conflict: 'refused',
  'rate-limited': 'refused',
  offline: 'offline',
  timeout: 'timeout',
  upstream: 'refused',
  'malformed-answer': 'refused',
  'credentials-missing': 's3-credentials-missing',
  'credentials-rejected': 's3-credentials-rejected',
  storage: 'storage',
  'keychain-unavailable': 'keychain-unavailable',
  cancelled: 'cancelled',
  internal: 'internal',
};

const actions: Partial<Record<ErrorSituation, ErrorAction>> = {
  'key-missing': 'edit-key',
  'account-locked': 'open-support',
  'account-disabled': 'open-support',
  'account-expired': 'open-support',
  'team-without-api': 'open-support',
  'pixop-bucket-not-found': 'replace-location-keys',
  'pixop-bucket-unreadable': 'replace-location-keys',
  'pixop-object-unreadable': 'replace-location-keys',
  'pixop-conflict': 'retry',
  'pixop-unreachable': 'retry',
  'pixop-slow': 'retry',
  'pixop-trouble': 'retry',
  'pixop-strange': 'retry',
  's3-permission': 'edit-credentials',
  's3-denied': 'edit-credentials',
  's3-key-unknown': 'edit-credentials',
  's3-secret-wrong': 'edit-credentials',
  's3-expired': 'edit-credentials',
  's3-credentials-missing': 'edit-credentials',
  's3-credentials-rejected': 'edit-credentials',
  's3-bucket-not-found': 'edit-credentials',
  's3-region': 'edit-credentials',
  's3-clock': 'retry',
  'sso-expired': 'retry',
  's3-unreachable': 'retry',
  's3-slow': 'retry',
  's3-trouble': 'retry',
  's3-strange': 'retry',
  'disk-refused': 'open-settings',
  'preview-limit': 'open-settings',
  'previews-off': 'open-settings',
  offline: 'retry',
  timeout: 'retry',
  internal: 'retry',
};

/** How the AWS configuration says that a single sign-on session is over. */
const SSO = /\bsso\b|^SSO|single sign-on/i;

const lookUp = <T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/** Which of the known situations an error is: the service's own code first, then the kind of failure. */
export function situationOf(error: AppError): ErrorSituation {
  const { source, serviceCode, missingAction } = error.detail ?? {};
  switch (source) {
    case 'pixop':
      return lookUp(pixopCodes, serviceCode) ?? pixopByCode[error.code] ?? byCode[error.code];
    case 's3': {
      const isCredentials = error.code === 'credentials-missing' || error.code === 'credentials-rejected';
      if (isCredentials && (SSO.test(serviceCode ?? '') || SSO.test(error.message))) return 'sso-expired';
      if (missingAction !== undefined) return 's3-permission';
      return lookUp(s3Codes, serviceCode) ?? s3ByCode[error.code] ?? byCode[error.code];
    }
    case 'disk':
      return lookUp(diskCodes, serviceCode) ?? byCode[error.code];
    default:
      return lookUp(appCodes, serviceCode) ?? byCode[error.code];
  }
}

/** The button that takes an error's next step, or null when the app has none. */
export const actionOf = (situation: ErrorSituation): ErrorAction | null => actions[situation] ?? null;
