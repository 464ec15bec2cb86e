import { z } from 'zod';

/**
 * The closed list of what can go wrong, as the screens know it. Adapters translate their own errors into it at
 * their edge; `describe-error.ts` in the renderer turns each into a sentence and a next step.
 */
export const errorCodes = [
  'bad-request',
  'unauthorised',
  'forbidden',
  'not-found',
  'conflict',
  'rate-limited',
  'offline',
  'timeout',
  'upstream',
  'malformed-answer',
  'credentials-missing',
  'credentials-rejected',
  'storage',
  'keychain-unavailable',
  'cancelled',
  'internal',
] as const;

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** Which service an error came from, so that a sentence can name it. */
export const errorSources = ['pixop', 's3', 'keychain', 'disk', 'app'] as const;

/** What Pixop or S3 said, kept whole (secrets removed) so that support can be given the request ids. */
export const errorDetailSchema = z.object({
  source: z.enum(errorSources),
  /** The service's own code, such as `INVALID_API_KEY` or `AccessDenied`; open-ended. */
  serviceCode: z.string().max(200).optional(),
  httpStatus: z.number().int().optional(),
  requestId: z.string().max(200).optional(),
  /** The permission that is missing, such as `s3:ListBucket`. */
  missingAction: z.string().max(100).optional(),
  /** The service's own sentence, to be shown as it is. */
  said: z.string().max(500).optional(),
  validationErrors: z
    .array(z.object({ field: z.string(), value: z.string().optional(), message: z.string() }))
    .max(100)
    .optional(),
});

/** See {@link errorDetailSchema}. */
export type ErrorDetail = z.infer<typeof errorDetailSchema>;

/** An expected failure as data: it crosses processes and is stored in the journal, so it never carries a secret or a stack. */
export const appErrorSchema = z.object({
  code: z.enum(errorCodes),
  /** One sentence in English for logs and for codes that the screens do not know; at most 2,000 characters. */
  message: z.string().max(2_000),
  /** Earliest sensible retry, in milliseconds from now. */
  retryAfterMs: z.number().nonnegative().optional(),
  detail: errorDetailSchema.optional(),
});

/** See {@link appErrorSchema}. */
export type AppError = z.infer<typeof appErrorSchema>;

/** Carries an {@link AppError} through code that throws; adapters throw nothing else on purpose. */
export class AppFailure extends Error {
  override readonly name = 'AppFailure';
  readonly error: AppError;

  constructor(error: AppError, options?: { readonly cause?: unknown }) {
    super(error.message, options);
    this.error = error;
  }
}

/** Whatever was thrown, as an {@link AppError}: unknown throwables become `internal` with their message only. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppFailure) return thrown.error;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return { code: 'cancelled', message: 'The operation was cancelled.' };
  }
  return {
    code: 'internal',
    message: thrown instanceof Error ? thrown.message.slice(0, 2_000) : 'Unknown error',
  };
}
