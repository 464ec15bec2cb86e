/** One field of a request that breaks a rule. */
export interface ValidationProblem {
  readonly field: string;
  readonly value: string;
  readonly message: string;
}

/** The documented codes that this simulator gives; only these are repeated as `errorCodeEnum`. */
export const documentedCodes: readonly string[] = [
  'MISSING_API_KEY',
  'INVALID_API_KEY',
  'ACCOUNT_LOCKED',
  'ACCOUNT_DISABLED',
  'ACCOUNT_EXPIRED',
  'ACCESS_DENIED',
  'DEFAULT_TEAM_NOT_API_ENABLED',
  'TEAM_NOT_FOUND',
  'RESOURCE_NOT_FOUND',
  'NOT_FOUND',
  'INSUFFICIENT_PROJECTED_BALANCE_ERROR',
  'TOO_MANY_REQUESTS',
  'VALIDATION_ERROR',
  'INVALID_INPUT',
  'INVALID_REQUEST_BODY',
  'MISSING_REQUEST_BODY',
  'BUCKET_NOT_FOUND',
  'KEY_NOT_FOUND',
  'HEAD_BUCKET_ERROR',
  'HEAD_OBJECT_ERROR',
  'UNSUPPORTED_CONTENT_TYPE',
  'PARSE_CONTENT_TYPE_ERROR',
  'CHECKSUM_MISMATCH',
  'VIDEO_IN_RESTART_CHECKSUM_MISMATCH',
  'VIDEO_IN_OPERATION_NOT_FAILED',
  'INTERNAL_SERVER_ERROR',
];

/** A refusal in Pixop's words; the HTTP side writes it as the contract's `Error`. */
export class PixopError extends Error {
  override readonly name = 'PixopError';
  readonly status: number;
  readonly code: string;
  readonly problems: readonly ValidationProblem[];

  constructor(status: number, code: string, message: string, problems: readonly ValidationProblem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

/** What a lookup of an unknown id answers. */
export const notFound = (what: string): PixopError =>
  new PixopError(404, 'RESOURCE_NOT_FOUND', `${what} not found`);

/** What a request that breaks rules answers. */
export const invalid = (problems: readonly ValidationProblem[]): PixopError =>
  new PixopError(400, 'VALIDATION_ERROR', 'Validation error', problems);
