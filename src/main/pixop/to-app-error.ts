import { AppFailure, type AppError, type ErrorCode, type ErrorDetail } from '../../shared/errors.ts';
import { MINUTE } from '../../shared/units.ts';
import { NotConnected } from './connection.ts';
import { NoAnswer } from './exchange.ts';
import type { PixopAnswer } from './pixop-call.ts';
import { errorWire } from './wire.ts';

const codeOfStatus = (status: number): ErrorCode => {
  if (status === 400) return 'bad-request';
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate-limited';
  return 'upstream';
};

/** Whether an error answer is Pixop's own (openapi.json#/components/schemas/Error), not one of something on the way. */
export const isPixopError = ({ status, body }: PixopAnswer): boolean => {
  const parsed = errorWire.safeParse(body);
  return parsed.success && parsed.data.statusCode === status;
};

/** What an answer other than 2xx means: Pixop's own words kept, nothing of the request repeated. */
export function errorOfAnswer(answer: PixopAnswer): AppError {
  const code = codeOfStatus(answer.status);
  const parsed = errorWire.safeParse(answer.body);
  const { rate } = answer;
  const retryAfterMs =
    code === 'rate-limited' ? (rate?.retryAfterMs ?? rate?.resetInMs ?? MINUTE) : undefined;
  const detail: ErrorDetail = { source: 'pixop', httpStatus: answer.status };
  const retry = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (!parsed.success) {
    return { code, message: `Pixop answered with status ${answer.status}.`, ...retry, detail };
  }
  const { message, errorCode, requestId, validationErrors } = parsed.data;
  return {
    code,
    message: message.slice(0, 2_000),
    ...retry,
    detail: {
      ...detail,
      serviceCode: errorCode.slice(0, 200),
      ...(requestId === null || requestId === undefined ? {} : { requestId: requestId.slice(0, 200) }),
      ...(validationErrors === null || validationErrors === undefined
        ? {}
        : {
            validationErrors: validationErrors.slice(0, 100).map(({ field, value, message: problem }) => ({
              field: field ?? '',
              ...(typeof value === 'string' ? { value } : {}),
              message: problem ?? '',
            })),
          }),
    },
  };
}

/** A transport's failure as the screens know it. */
export function failureOfTransport(thrown: unknown): AppFailure {
  const fail = (code: ErrorCode, message: string): AppFailure =>
    new AppFailure({ code, message, detail: { source: 'pixop' } }, { cause: thrown });
  if (thrown instanceof AppFailure) return thrown;
  if (thrown instanceof NotConnected && thrown.reason === 'proxy') {
    const detail = { source: 'app', serviceCode: 'PROXY_REFUSED' } as const;
    return new AppFailure({ code: 'offline', message: thrown.message, detail }, { cause: thrown });
  }
  if (thrown instanceof NotConnected) {
    return thrown.reason === 'tls'
      ? fail('upstream', `Pixop’s certificate could not be verified: ${thrown.message}`)
      : fail('offline', `Pixop cannot be reached: ${thrown.message}`);
  }
  if (thrown instanceof NoAnswer) {
    if (thrown.reason === 'timeout') return fail('timeout', 'Pixop did not answer in time.');
    if (thrown.reason === 'aborted') return fail('cancelled', 'The call was cancelled.');
    if (thrown.reason === 'oversized')
      return fail('malformed-answer', 'The answer is larger than any of Pixop’s.');
    return fail('offline', `The connection to Pixop broke: ${thrown.message}`);
  }
  return fail('internal', thrown instanceof Error ? thrown.message : 'The call failed.');
}

/** The answer did not have the form that Pixop documents; said as such, never taken for an empty answer. */
export const malformed = (what: string): AppFailure =>
  new AppFailure({
    code: 'malformed-answer',
    message: `The answer to ${what} is not Pixop’s. A proxy or sign-in page may have answered instead.`,
    detail: { source: 'pixop' },
  });
